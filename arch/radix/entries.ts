import { readWord, writeWord } from '../memory.ts';
import type { PhysicalMemory } from '../memory.ts';
import type { Word } from '../word.ts';
import type { Level } from './level.ts';

/** The entries that one page fills: they follow each other in one table. */
export interface Entries {
  /** The address of the first. */
  readonly at: number;
  readonly count: number;
  readonly bytes: 4 | 8;
}

/** The entries of a page of 2^first bytes, of which one lies at an address of a table. */
export const entriesOf = (level: Level, at: number, first: number, bytes: 4 | 8): Entries => {
  const count = 2 ** (first - level.first);
  return { at: at - (at % (count * bytes)), count, bytes };
};

/** Holds each of the entries what is asked of it? */
export const holdEach = (
  memory: PhysicalMemory,
  { at, count, bytes }: Entries,
  asked: (word: Word) => boolean,
): boolean =>
  Array.from({ length: count }, (_, index) => readWord(memory, at + index * bytes, bytes)).every(
    (word) => word !== undefined && asked(word),
  );

/** The memory with one word in each of the entries. */
export const writeEach = (
  memory: PhysicalMemory,
  { at, count, bytes }: Entries,
  word: Word,
): PhysicalMemory => {
  let next = memory;
  for (let index = 0; index < count; index += 1) {
    next = writeWord(next, at + index * bytes, bytes, word);
  }
  return next;
};
