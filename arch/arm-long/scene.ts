import type { Words } from '../known-answer.ts';

/** Words in the places of a known answer, in order; `-` leaves one out. */
export const entriesAt =
  (places: readonly string[]) =>
  (...words: readonly string[]): Words =>
    Object.fromEntries(
      words.flatMap((word, index) => (word === '-' ? [] : [[places[index] ?? '', word]])),
    );
