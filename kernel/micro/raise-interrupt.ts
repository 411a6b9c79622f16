import type { HardwareAction } from '../../model/step.ts';
import { left } from './core.ts';
import type { Left } from './core.ts';
import { raised } from './devices/interrupts.ts';
import type { MicroState } from './objects.ts';
import type { Plan } from './plan.ts';

/**
 * A device raises a line. Nothing is judged: who is told was granted when it was attached to the line.
 *
 * Source: spec/services/io.md.
 */
export const raiseInterrupt = <Context extends object>(
  plan: Plan,
  { objects, context }: MicroState<Context>,
  { line }: Extract<HardwareAction, { readonly kind: 'raiseInterrupt' }>,
): Left<Context> =>
  left(raised(plan, objects, line), context, { kind: 'done', result: { kind: 'raised' } }, []);
