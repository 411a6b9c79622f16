import type { ReadWord } from '../memory.ts';
import type { Walk } from '../walk.ts';
import type { Word } from '../word.ts';

/** Words of tables with their addresses, in the order in which a walk came to them; each once. */
export type Words = readonly (readonly [number, Word])[];

/** A walk, and the words that it has read, as it has left them: with the bits that it wrote. */
export interface SeenWalk {
  readonly walk: Walk;
  readonly words: Words;
}

/** A reader that notes each word that it has read. */
export const noting = (
  read: ReadWord,
): { readonly reading: ReadWord; readonly seen: Map<number, Word> } => {
  const seen = new Map<number, Word>();
  return {
    seen,
    reading: (address) => {
      const word = read(address);
      if (word !== undefined && !seen.has(address)) seen.set(address, word);
      return word;
    },
  };
};

/** Walks by a reader, and keeps what was read. */
export const seeing = (read: ReadWord, walkBy: (read: ReadWord) => Walk): SeenWalk => {
  const { reading, seen } = noting(read);
  const walk = walkBy(reading);
  if (walk.kind === 'translated')
    for (const { address, word } of walk.updates) seen.set(address, word);
  return { walk, words: [...seen] };
};

/** Reads the words that are held, and where none is as another reader does. */
export const readingHeld =
  (words: Words, otherwise: ReadWord): ReadWord =>
  (address) =>
    words.find(([at]) => at === address)?.[1] ?? otherwise(address);
