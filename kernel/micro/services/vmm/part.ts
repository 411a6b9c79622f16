import type { Plan } from '../../plan.ts';
import { numberOf, pagesOf } from './arguments.ts';

/**
 * The frames of a part of a buffer: whole pages.
 *
 * Refuses: `invalidArgument`, for no size, an offset within a page, or a part that is not in the buffer.
 */
export const partOf = (
  plan: Plan,
  frames: readonly number[],
  offset: bigint,
  size: bigint,
): readonly number[] | 'invalidArgument' => {
  const { pageBytes } = plan.machine;
  const first = numberOf(offset);
  const count = pagesOf(plan, size);
  if (first === undefined || count === undefined || first % pageBytes !== 0)
    return 'invalidArgument';
  const from = first / pageBytes;
  return from + count <= frames.length ? frames.slice(from, from + count) : 'invalidArgument';
};
