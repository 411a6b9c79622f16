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
  const updates: Update[] = [];
  for (const [index, { at, word }] of path.entries()) {
    const known = updates.findIndex(({ address }) => address === at);
    const before = updates[known]?.word ?? word;
    const after = mark(before, index === path.length - 1);
    if (isEqual(after, before)) continue;
    updates[known < 0 ? updates.length : known] = { address: at, word: after };
  }
  return updates;
};
