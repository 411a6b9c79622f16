import type { Sid } from '../../../../model/ids.ts';
import { threadId } from '../../../../model/ids.ts';
import { lookUpKind } from '../../labelled.ts';
import { abort, refusal } from '../../let-go.ts';
import { withResources, withThreads } from '../../objects.ts';
import type { Objects } from '../../objects.ts';
import type { Plan } from '../../plan.ts';
import { changed } from '../../resources.ts';
import { abortRecv } from '../../threads/calls.ts';
import { threadOf } from '../../threads/threads.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

const interrupted = (plan: Plan, objects: Objects, sid: Sid): Objects => {
  let now = objects;
  for (let index = 0; index < objects.threads.list.length; index++) {
    if (now.threads.list[index] === undefined) continue;
    const id = threadId(index);
    const { wait } = threadOf(now.threads, id);
    if (wait.kind === 'calling' && wait.ending.interrupt === sid)
      now = abort(now, plan, wait.pending, 'interrupted');
    else if (wait.kind === 'receiving' && wait.ending.interrupt === sid)
      now = withThreads(now, abortRecv(now.threads, id, refusal('interrupted')));
  }
  return now;
};

/**
 * Ends every call that names the object and that no server has taken yet, and every reception that names
 * it; those that come after are refused, until it is cleared.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`.
 * Source:  KasperskyOS Community Edition help, "KnIpcSetInterrupt"; TLA+ `SetInterrupt` in tla/ipc/Ipc.tla.
 */
export const setInterrupt: KernelService<'ipc.IPC.SetInterrupt'> = (
  objects,
  permit,
  plan,
  caller,
) => {
  const { syncHandle } = permit.request;
  const held = lookUpKind(plan, objects, caller.process, syncHandle, 'interrupt', 0);
  if (typeof held === 'string') return refused(held);
  const { owner, place, sid, resource } = held.found;
  // Whoever names an object that is set is refused at once: nobody waits for it.
  if (resource.isSet) return done(objects, {});
  const set = changed(objects.resources, owner, place, { kind: 'interrupt', isSet: true });
  return done(interrupted(plan, withResources(objects, set), sid), {});
};
