import type { ProcessId, Sid } from '../../model/ids.ts';
import type { Outcome, Refusal } from '../../model/step.ts';
import { retcodeOf } from '../retcode.ts';
import { entriesOf, hasRight, isHeld } from './handles/handles.ts';
import type { Ended, Handles } from './handles/handles.ts';
import { rights } from './handles/rights.ts';
import { events, notify } from './notify.ts';
import { withHandles, withProcesses, withResources, withThreads } from './objects.ts';
import type { Objects } from './objects.ts';
import type { Plan } from './plan.ts';
import { findProcess, withoutProcess } from './processes.ts';
import { destroyed, findMade } from './resources.ts';
import type { Resource } from './resources.ts';
import { refusedAnswer } from './services/answer.ts';
import type { Pending } from './threads/thread.ts';
import { abortCall } from './threads/calls.ts';
import { withoutThread } from './threads/life.ts';
import { unblock, waitingsOf } from './threads/service-waits.ts';
import { findThread } from './threads/threads.ts';
import { withdraw } from './withdraw.ts';

/** A refusal as the outcome of an action. */
export const refusal = (because: Refusal): Outcome => ({
  kind: 'refused',
  because,
  retcode: retcodeOf[because],
});

/** Ends every wait for a resource that is no more. */
const endWaitsFor = (objects: Objects, sid: Sid): Objects => {
  let { threads } = objects;
  for (const waiting of waitingsOf(threads)) {
    const { waitsFor } = waiting;
    if ((waitsFor.kind === 'word' || waitsFor.kind === 'event') && waitsFor.sid === sid)
      threads = unblock(threads, waiting, refusedAnswer('woken'));
  }
  return withThreads(objects, threads);
};

/** A resource that nobody holds any more is destroyed; its SID is free, and its context goes (C-63). */
const destroy = (plan: Plan, objects: Objects, sid: Sid): Objects => {
  const place = plan.numbering.place(sid);
  if (place.kind === 'resource') {
    if (findMade(objects.resources, place.process, place.place) === undefined) return objects;
    const without = withResources(
      endWaitsFor(objects, sid),
      destroyed(objects.resources, place.process, place.place),
    );
    return notify(plan, without, sid, events.objectDestroyed);
  }
  if (place.kind === 'process') return vacate(plan, objects, place.process);
  if (place.kind === 'thread') {
    const { wait } = findThread(objects.threads, place.thread) ?? {};
    return wait?.kind === 'ended'
      ? withThreads(objects, withoutThread(objects.threads, place.thread))
      : objects;
  }
  return objects;
};

/**
 * A process that was created, has ended, and is held by nobody leaves its place; those of the init
 * description keep theirs.
 */
export const vacate = (plan: Plan, objects: Objects, process: ProcessId): Objects => {
  if (process < plan.solution.processes.length) return objects;
  const stage = findProcess(objects.processes, process)?.stage.kind;
  const isOver = stage === 'ended' || stage === 'created' || stage === 'loaded';
  if (!isOver || isHeld(objects.handles, plan.numbering.process(process))) return objects;
  return withProcesses(objects, withoutProcess(objects.processes, process));
};

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

/** Calls over a channel whose server has let it go. */
const endUnserved = (plan: Plan, objects: Objects, channel: Sid): Objects => {
  const place = plan.numbering.place(channel);
  if (place.kind !== 'resource') return objects;
  const resource = findMade(objects.resources, place.process, place.place);
  if (resource?.kind !== 'channel' || isServed(objects.handles, resource, channel)) return objects;
  let now = objects;
  for (const thread of objects.threads.list) {
    if (thread?.wait.kind === 'calling' && thread.wait.pending.channel === channel)
      now = abort(now, plan, thread.wait.pending, 'notConnected');
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

const isMarked = (handles: Handles, badge: Sid): boolean => {
  for (const { entry } of entriesOf(handles)) {
    if (entry.badge === badge && !entry.isRevoked) return true;
  }
  return false;
};

/**
 * What follows when handles were closed or revoked: a resource that nobody holds is destroyed, a badge
 * whose transfers are gone is told of, and a channel without its server is no more served.
 *
 * Source: KasperskyOS Community Edition help, "Revoking handles", "Notifications about resource states".
 */
export const letGo = (plan: Plan, objects: Objects, { handles, entries }: Ended): Objects => {
  let now = withHandles(objects, handles);
  for (const badge of new Set(
    entries.flatMap(({ badge: one }) => (one === undefined ? [] : [one])),
  )) {
    if (!isMarked(now.handles, badge)) now = notify(plan, now, badge, events.subtreeGone);
  }
  for (const sid of new Set(entries.map((entry) => entry.sid))) {
    now = endUnserved(plan, now, sid);
    if (!isHeld(now.handles, sid)) now = destroy(plan, now, sid);
  }
  return now;
};
