import { threadId } from '../model/ids.ts';
import type { ThreadId } from '../model/ids.ts';

/** A permutation of threads, by the place of a thread. */
export type Permutation = readonly ThreadId[];

/** Most permutations that are followed: each state has so many worlds. */
export const mostPermutations = 24;

/** All orders of some items, the given one first. */
const ordersOf = <Item>(items: readonly Item[]): readonly (readonly Item[])[] => {
  if (items.length <= 1) return [items];
  return items.flatMap((first, index) =>
    ordersOf(items.filter((_, other) => other !== index)).map((rest) => [first, ...rest]),
  );
};

const factorial = (count: number): number => (count <= 1 ? 1 : count * factorial(count - 1));

/** As many of a group, from its first, as leave so many permutations at most. */
const fitting = (group: readonly ThreadId[], most: number): readonly ThreadId[] => {
  let count = group.length;
  while (count > 1 && factorial(count) > most) count -= 1;
  return group.slice(0, count);
};

/** The permutations of some groups of threads among all, the identity first; of large groups only some members are exchanged. */
export const permutationsOf = (
  groups: readonly (readonly ThreadId[])[],
  threads: number,
): readonly Permutation[] => {
  const identity: Permutation = Array.from({ length: threads }, (_, place) => threadId(place));
  return groups.reduce<readonly Permutation[]>(
    (all, group) => {
      const members = fitting(group, Math.floor(mostPermutations / all.length));
      return ordersOf(members).flatMap((order) =>
        all.map((one) =>
          one.map((image, place) => {
            const index = members.findIndex((member) => member === place);
            return index < 0 ? image : (order[index] ?? image);
          }),
        ),
      );
    },
    [identity],
  );
};
