import type { Words } from './seen.ts';
import type { Cached } from './translator.ts';

/** A walk to a page. Shape: `physical` is absent where it led to none. */
interface WalkTo {
  readonly space: number;
  readonly address: number;
  readonly physical: number | undefined;
  readonly words: Words;
}

/** The whole translation of a page; and, where tables were taken away, those parts of it that led to them. */
export const heldOfWalk = (
  { space, address, physical, words }: WalkTo,
  freed: readonly number[],
): readonly Cached[] => {
  const whole: readonly Cached[] =
    physical === undefined ? [] : [{ space, address, physical, by: { kind: 'words', words } }];
  const parts = freed.map((_, index): Cached => {
    const upper = words.slice(0, words.length - 1 - index);
    return { space, address, physical: physical ?? 0, by: { kind: 'upper', words: upper } };
  });
  return [...whole, ...parts];
};
