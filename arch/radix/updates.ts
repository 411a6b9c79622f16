import type { Update } from '../walk.ts';
import { isEqual } from '../word.ts';
import type { Word } from '../word.ts';
import type { Visited } from './descend.ts';

/**
 * What a walk writes into the entries that it has used.
 *
 * Shape: `mark` gives what an entry becomes; entries that are the same word, as in tables that
 *        reference themselves, are written once, with all marks.
 */
export const updatesOf = (
  path: readonly Visited[],
  mark: (word: Word, isLast: boolean) => Word,
): readonly Update[] => {
  const updates = new Map<number, Word>();
  for (const [index, { at, word }] of path.entries()) {
    const before = updates.get(at) ?? word;
    const after = mark(before, index === path.length - 1);
    if (!isEqual(after, before)) updates.set(at, after);
  }
  return [...updates].map(([address, word]) => ({ address, word }));
};
