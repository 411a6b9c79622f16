import type { Core } from './state.ts';
import type { Space } from './translator.ts';

/** Has who keeps translations anything of a space to forget, or words that lead to tables which were taken away? */
const mayReach = ({ cached, pending }: Core, number: number): boolean =>
  pending.some(({ space }) => space === number) ||
  cached.some(({ space, by }) => space === number && by.kind === 'upper');

/** Tables that were taken away from a space may be used again once nobody may reach them. */
export const withRetired = (space: Space, number: number, keepers: readonly Core[]): Space => {
  if (space.kind !== 'tables' || space.retired.length === 0) return space;
  if (keepers.some((keeper) => mayReach(keeper, number))) return space;
  const free = [...space.free, ...space.retired].sort((one, other) => one - other);
  return { ...space, free, retired: [] };
};
