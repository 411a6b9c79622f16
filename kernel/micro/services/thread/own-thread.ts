import type { HandleId, ThreadId } from '../../../../model/ids.ts';
import type { Refusal } from '../../../../model/step.ts';
import { lookUpKind } from '../../labelled.ts';
import type { Objects } from '../../objects.ts';
import type { Plan } from '../../plan.ts';
import { threadOf } from '../../threads/threads.ts';
import type { Caller } from '../service.ts';

/**
 * The thread of the caller's own process that a handle names: no process acts on the threads of another.
 *
 * Refuses: `badHandle`, `handleRevoked`; `wrongType`, also for a thread of another process; `rightsMissing`.
 */
export const ownThread = (
  plan: Plan,
  objects: Objects,
  { process }: Caller,
  number: HandleId | undefined,
  right: number,
): { readonly thread: ThreadId } | Refusal => {
  const held = lookUpKind(plan, objects, process, number, 'thread', right);
  if (typeof held === 'string') return held;
  const { thread } = held.found;
  return threadOf(objects.threads, thread).process === process ? { thread } : 'wrongType';
};
