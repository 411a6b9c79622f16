import { threadId } from '../../model/ids.ts';
import type { Sid } from '../../model/ids.ts';
import type { Outcome, Refusal } from '../../model/step.ts';
import { retcodeOf } from '../retcode.ts';
import { destroy, isMarked } from './destroy.ts';
import { hasRight, isHeld } from './handles/handles.ts';
import type { Ended } from './handles/derivation.ts';
import type { Handle, Handles } from './handles/handles.ts';
import { rights } from '../rights.ts';
import { withoutUnheld } from './memory/unheld.ts';
import { events, notify } from './notify.ts';
import { withHandles, withThreads } from './objects.ts';
import type { Objects } from './objects.ts';
import type { Plan } from './plan.ts';
import { retell } from './retell.ts';
import { findMade } from './resources.ts';
import type { Resource } from './resources.ts';
import { abortCall, abortRecv } from './threads/calls.ts';
import type { Pending } from './threads/thread.ts';
import { withdraw } from './withdraw.ts';

/** A refusal as the outcome of an action. */
export const refusal = (because: Refusal): Outcome => ({
  kind: 'refused',
  because,
  retcode: retcodeOf[because],
});

/** Does the server hold its end of a channel? One that it has accepted it may let go. */
export const isServed = (
  handles: Handles,
  { server, isAccepted }: Extract<Resource, { readonly kind: 'channel' }>,
  channel: Sid,
): boolean =>
  !isAccepted ||
  (handles[server] ?? []).some(
    (entry) => entry?.sid === channel && !entry.isRevoked && hasRight(entry, rights.receive),
  );

/** Calls and receptions over a channel whose server has let it go. */
const endUnserved = (plan: Plan, objects: Objects, channel: Sid): Objects => {
  const place = plan.numbering.place(channel);
  if (place.kind !== 'resource') return objects;
  const resource = findMade(objects.resources, place.process, place.place);
  if (resource?.kind !== 'channel' || isServed(objects.handles, resource, channel)) return objects;
  let now = objects;
  for (let index = 0; index < objects.threads.list.length; index++) {
    // What one call has brought may end others: as they are now, and not as they were.
    const wait = now.threads.list[index]?.wait;
    if (wait?.kind === 'calling' && wait.pending.channel === channel)
      now = abort(now, plan, wait.pending, 'notConnected');
    if (wait?.kind === 'receiving' && wait.over === channel)
      now = withThreads(now, abortRecv(now.threads, threadId(index), refusal('notConnected')));
  }
  return now;
};

/** Ends a call before its answer, for a reason of the kernel's. */
export const abort = (
  objects: Objects,
  plan: Plan,
  pending: Pending,
  because: Refusal,
): Objects => {
  const threads = abortCall(objects.threads, pending, refusal(because));
  return letGo(plan, withThreads(objects, threads), withdraw(objects, pending));
};

/** The badges that entries bore before they were closed, each once. */
const badgesOf = (entries: readonly Handle[]): readonly Sid[] => {
  const badges: Sid[] = [];
  for (const { marks, isRevoked } of entries) {
    if (isRevoked) continue;
    for (const mark of marks) if (!badges.includes(mark)) badges.push(mark);
  }
  return badges;
};

/** What entries named and may now be gone, each once. */
const passingOf = ({ numbering }: Plan, entries: readonly Handle[]): readonly Sid[] => {
  const sids: Sid[] = [];
  for (const { sid } of entries)
    if (!numbering.isLasting(sid) && !sids.includes(sid)) sids.push(sid);
  return sids;
};

/**
 * What follows when handles were closed or revoked: a resource that nobody holds is destroyed, a badge
 * whose transfers are gone is told of, what was mapped by them is not any more, a channel without its server is no more served, and requests that
 * tell of a closed handle tell of none.
 *
 * Source: KasperskyOS Community Edition help, "Revoking handles", "Notifications about resource states".
 */
export const letGo = (plan: Plan, objects: Objects, { handles, entries }: Ended): Objects => {
  if (entries.length === 0) return withHandles(objects, handles);
  let now = withoutUnheld(plan, retell(withHandles(objects, handles)), entries);
  for (const badge of badgesOf(entries)) {
    if (isMarked(now.handles, badge)) continue;
    now = notify(plan, now, badge, events.subtreeGone);
    if (!isHeld(now.handles, badge)) now = destroy(plan, now, badge);
  }
  for (const sid of passingOf(plan, entries)) {
    now = endUnserved(plan, now, sid);
    if (!isHeld(now.handles, sid)) now = destroy(plan, now, sid);
  }
  return now;
};
