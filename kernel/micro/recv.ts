import type { Sid } from '../../model/ids.ts';
import type { Refusal, ThreadAction } from '../../model/step.ts';
import { received, take } from './call.ts';
import { left, refusedLeft } from './core.ts';
import type { Core, Left } from './core.ts';
import { rights } from '../rights.ts';
import { lookUpKinds } from './labelled.ts';
import { withThreads } from './objects.ts';
import type { MicroState, Objects } from './objects.ts';
import type { Plan } from './plan.ts';
import { takesFrom } from './route.ts';
import { findOldest } from './threads/calls.ts';
import { threadOf } from './threads/threads.ts';
import { endingOf } from './waiting-limits.ts';

type Recv = Extract<ThreadAction, { readonly kind: 'recv' }>;

/** The listener or channel that a reception names; absent for any. */
const sourceOf = (
  plan: Plan,
  objects: Objects,
  { by, handle }: Recv,
): { readonly over: Sid | undefined } | Refusal => {
  if (handle === undefined) return { over: undefined };
  const { process } = threadOf(objects.threads, by);
  const kinds = ['static listener', 'listener', 'channel'] as const;
  const held = lookUpKinds(plan, objects, process, handle, kinds, rights.receive);
  return typeof held === 'string' ? held : { over: held.handle.sid };
};

/**
 * Takes the oldest request that waits for the process, or waits for one. Nothing is judged: the
 * request was, when it was called (C-61).
 *
 * Refuses: `alreadyServing` (C-64); for a handle `badHandle`, `handleRevoked`, `wrongType`,
 *          `rightsMissing`; `interrupted`.
 * Source:  KasperskyOS Community Edition help, "Recv()"; TLA+ `Recv…` in tla/ipc/Rendezvous.tla.
 */
export const recv = <Context extends object>(
  core: Core<Context>,
  state: MicroState<Context>,
  action: Recv,
): Left<Context> => {
  const { objects, context } = state;
  const { process, serving } = threadOf(objects.threads, action.by);
  if (serving !== undefined) return refusedLeft(state, 'alreadyServing');
  const source = sourceOf(core.plan, objects, action);
  if (typeof source === 'string') return refusedLeft(state, source);
  const ending = endingOf(core.plan, objects, process, action);
  if (typeof ending === 'string') return refusedLeft(state, ending);
  const oldest = findOldest(objects.threads, process, takesFrom(source.over));
  if (oldest === undefined) {
    const threads = core.parts.listen(objects.threads, action.by, source.over, ending);
    return left(withThreads(objects, threads), context, { kind: 'blocked' }, []);
  }
  return left(take(core, objects, oldest, action.by), context, received(oldest), []);
};
