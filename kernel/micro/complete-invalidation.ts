import type { HardwareAction } from '../../model/step.ts';
import { left } from './core.ts';
import type { Core, Left } from './core.ts';
import type { MicroState } from './objects.ts';

/**
 * A core forgets the translations that it was asked to forget. Nothing is judged: they were taken away when that
 * was granted.
 *
 * Source: TLA+ `CompleteInvalidation` in tla/memory/Memory.tla.
 */
export const completeInvalidation = <Context extends object>(
  { plan, parts }: Core<Context>,
  { objects, context }: MicroState<Context>,
  { core }: HardwareAction,
): Left<Context> =>
  left(
    parts.forget(plan, objects, core),
    context,
    { kind: 'done', result: { kind: 'invalidated' } },
    [],
  );
