import type { HardwareAction } from '../../model/step.ts';
import { left } from './core.ts';
import type { Core, Left } from './core.ts';
import type { MicroState } from './objects.ts';

/**
 * A core or the IOMMU forgets the translations that it was asked to forget, or a device that was told to stop comes to
 * rest. Nothing is judged: what was taken away was when that was granted.
 *
 * Source: TLA+ `CompleteInvalidation` in tla/memory/Memory.tla.
 */
export const completeInvalidation = <Context extends object>(
  { plan, parts }: Core<Context>,
  { objects, context }: MicroState<Context>,
  { core }: Extract<HardwareAction, { readonly kind: 'completeInvalidation' }>,
): Left<Context> =>
  left(
    parts.forget(plan, objects, core),
    context,
    { kind: 'done', result: { kind: 'invalidated' } },
    [],
  );
