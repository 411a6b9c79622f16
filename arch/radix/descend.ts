import { Defect } from '../../model/defect.ts';
import { addressIn } from '../layout.ts';
import type { Layout } from '../layout.ts';
import type { ReadWord } from '../memory.ts';
import { field } from '../word.ts';
import type { Word } from '../word.ts';
import type { Level, Radix } from './level.ts';

/** An entry that a walk has read. */
export interface Visited {
  readonly level: Level;
  /** Its physical address. */
  readonly at: number;
  readonly word: Word;
  /** Did memory answer? If not, the word is what is read where nobody does. */
  readonly isAnswered: boolean;
}

/** What an entry is: a reference to a table, a page, or why it is neither. */
export type Judged<Stop> =
  | { readonly kind: 'table' | 'page'; readonly format: Layout }
  | { readonly kind: 'stop'; readonly why: Stop };

/** Says what an entry of a level is. Only a level that has tables judges one to be a table. */
export type Judge<Stop> = (level: Level, word: Word) => Judged<Stop>;

/** Where a walk down the tables came to a page, or why it stopped. */
export type End<Stop> =
  | { readonly kind: 'page'; readonly address: number }
  | { readonly kind: 'stop'; readonly why: Stop };

/** Shape: `path` holds the entries that were read; the last one is that of the end. */
export interface Descent<Stop> {
  readonly path: readonly Visited[];
  readonly end: End<Stop>;
}

/**
 * Walks down from a root table. It reads one entry a level at most, whatever the tables hold: tables
 * that reference themselves are read as what each level takes them for.
 */
export const descend = <Stop>(
  read: ReadWord,
  root: number,
  { bytes, levels, nobody }: Radix,
  judge: Judge<Stop>,
  address: Word,
): Descent<Stop> => {
  const path: Visited[] = [];
  let table = root;
  for (const level of levels) {
    const at = table + field(address, level.first, level.last) * bytes;
    const answer = read(at);
    const word = answer ?? nobody;
    path.push({ level, at, word, isAnswered: answer !== undefined });
    const judged = judge(level, word);
    if (judged.kind === 'stop') return { path, end: judged };
    const base = addressIn(judged.format, word);
    if (judged.kind === 'page') {
      return { path, end: { kind: 'page', address: base + field(address, 0, level.first - 1) } };
    }
    table = base;
  }
  throw new Defect('the last level references a table');
};
