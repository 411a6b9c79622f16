import type { PortIntent, ThreadAction } from '../../model/step.ts';
import { left } from './core.ts';
import type { Left } from './core.ts';
import { rowOf } from './memory/memory.ts';
import type { MicroState } from './objects.ts';
import type { Plan } from './plan.ts';
import { threadOf } from './threads/threads.ts';
import { trap } from './trap.ts';

/** What a use of a port ends with that is not permitted: #GP. Source: SDM 3A 6.15, "Interrupt 13". */
const generalProtection = 13;

/**
 * A thread uses a port. Nothing is judged: it was when the port was permitted. Where none is, it is the thread's own
 * exception, and its process ends.
 */
export const usePort = <Context extends object>(
  plan: Plan,
  { objects, context }: MicroState<Context>,
  action: Extract<ThreadAction, PortIntent>,
): Left<Context> => {
  const { port, by, value } = action;
  const { process } = threadOf(objects.threads, by);
  const isPermitted = rowOf(objects.memory, process).ports.some(
    ({ first, count }) => first <= port && port < first + count,
  );
  if (isPermitted)
    return left(objects, context, { kind: 'done', result: { kind: 'accessed', value } }, []);
  return trap(plan, { objects, context }, { kind: 'trap', by, code: generalProtection });
};
