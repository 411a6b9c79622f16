import { Defect } from '../../model/defect.ts';
import { addressIn } from '../layout.ts';
import type { Layout } from '../layout.ts';
import type { ReadWord } from '../memory.ts';
import { field, zero } from '../word.ts';
import type { Word } from '../word.ts';
import type { Level, Radix } from './level.ts';

/** An entry that a walk has read. */
export interface Visited {
  readonly level: Level;
  /** Its physical address. */
  readonly at: number;
  readonly word: Word;
  /** What it was judged to be; absent where the walk stopped. */
  readonly format: Layout | undefined;
}

/**
 * What an entry is: a reference to a table, a page, or why it is neither.
 *
 * Shape: `below` is the level of the table, where it is not the next one; `first` says, as in a level,
 *        how large a page is that fills more than one entry.
 */
export type Judged<Stop> =
  | { readonly kind: 'table'; readonly format: Layout; readonly below?: Level }
  | { readonly kind: 'page'; readonly format: Layout; readonly first?: number }
  | { readonly kind: 'stop'; readonly why: Stop };

/** Says what an entry of a level is. Only a level that has tables judges one to be a table. */
export type Judge<Stop> = (level: Level, word: Word) => Judged<Stop>;

/** Where a walk down the tables came to a page of 2^first bytes, or why it stopped. */
export type End<Stop> =
  | { readonly kind: 'page'; readonly address: number; readonly first: number }
  | { readonly kind: 'stop'; readonly why: Stop };

/** Shape: `path` holds the entries that were read; the last one is that of the end. */
export interface Descent<Stop> {
  readonly path: readonly Visited[];
  readonly end: End<Stop>;
}

/** What the entry at an address holds, and is. */
const visit = <Stop>(
  read: ReadWord,
  { nobody }: Radix<Stop>,
  judge: Judge<Stop>,
  level: Level,
  at: number,
): readonly [word: Word, judged: Judged<Stop>] => {
  const found = read(at) ?? nobody;
  if ('why' in found) return [zero, { kind: 'stop', why: found.why }];
  return [found, judge(level, found)];
};

/**
 * Walks down from a root table. It reads one entry a level at most, whatever the tables hold: tables
 * that reference themselves are read as what each level takes them for.
 */
export const descend = <Stop>(
  read: ReadWord,
  root: number,
  radix: Radix<Stop>,
  judge: Judge<Stop>,
  address: Word,
): Descent<Stop> => {
  const path: Visited[] = [];
  let table = root;
  let other: Level | undefined;
  for (const next of radix.levels) {
    const level = other ?? next;
    const at = table + field(address, level.first, level.last) * radix.bytes;
    const [word, judged] = visit(read, radix, judge, level, at);
    if (judged.kind === 'stop') {
      path.push({ level, at, word, format: undefined });
      return { path, end: judged };
    }
    path.push({ level, at, word, format: judged.format });
    const base = addressIn(judged.format, word);
    if (judged.kind === 'page') {
      const { first = level.first } = judged;
      return { path, end: { kind: 'page', address: base + field(address, 0, first - 1), first } };
    }
    table = base;
    other = judged.below;
  }
  throw new Defect('the last level references a table');
};
