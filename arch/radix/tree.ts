import { addressIn } from '../layout.ts';
import type { ReadWord } from '../memory.ts';
import type { Word } from '../word.ts';
import type { Judge } from './descend.ts';
import type { Level, Radix } from './level.ts';

/** Tables as a whole. Shape: `spans` are the bytes that one table of each level below the root stands for. */
export interface Tree {
  readonly spans: readonly number[];
  /** The first bytes of the physical pages that a root leads to, in the order of their addresses. */
  readonly pages: (read: ReadWord, base: Word) => readonly number[];
}

/** The entries of a table by their addresses, and the levels that may lie below it. */
const pagesUnder = <Stop>(
  read: ReadWord,
  table: number,
  [level, ...below]: readonly Level[],
  radix: Radix<Stop>,
  judge: Judge<Stop>,
): readonly number[] => {
  if (level === undefined) return [];
  const found: number[] = [];
  for (let index = 0; index < 2 ** (level.last - level.first + 1); index += 1) {
    const word = read(table + index * radix.bytes);
    if (word === undefined) continue;
    const judged = judge(level, word);
    if (judged.kind === 'stop') continue;
    const address = addressIn(judged.format, word);
    if (judged.kind === 'page') found.push(address);
    else {
      const [next, ...rest] = below;
      const levels = [judged.below ?? next, ...rest].flatMap((one) => one ?? []);
      found.push(...pagesUnder(read, address, levels, radix, judge));
    }
  }
  return found;
};

/** What tables of a format come to as a whole. Whatever they hold, no more levels are read than there are. */
export const treeOf = <Stop>(
  radix: Radix<Stop>,
  judge: Judge<Stop>,
  rootOf: (base: Word) => number,
): Tree => ({
  spans: radix.levels.slice(1).map(({ last }) => 2 ** (last + 1)),
  pages: (read, base) => pagesUnder(read, rootOf(base), radix.levels, radix, judge),
});
