import type { ThreadAction } from '../../model/step.ts';
import { left } from './core.ts';
import type { Left } from './core.ts';
import { endOwnProcess } from './end-process.ts';
import type { MicroState } from './objects.ts';
import type { Plan } from './plan.ts';
import { threadOf } from './threads/threads.ts';

/**
 * An exception of the thread's own, that nothing handles: its process ends, and tells how. Nothing is
 * judged: it concerns the process alone. One that was created to halt the system halts it.
 *
 * Source: KasperskyOS Community Edition help, "Terminating a process"; TLA+ `Trap` in tla/ipc/Ipc.tla,
 *         tla/lifecycle/Lifecycle.tla and tla/memory/Memory.tla.
 */
export const trap = <Context extends object>(
  plan: Plan,
  { objects, context }: MicroState<Context>,
  { by, code }: Extract<ThreadAction, { readonly kind: 'trap' }>,
): Left<Context> => {
  const { process } = threadOf(objects.threads, by);
  const ended = endOwnProcess(plan, objects, process, { kind: 'trapped', code });
  return left(ended, context, { kind: 'faulted', code }, []);
};
