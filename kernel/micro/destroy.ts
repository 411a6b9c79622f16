import type { ProcessId, Sid } from '../../model/ids.ts';
import { devicesOf } from './devices/claims.ts';
import { withoutDomain, withoutFrames } from './devices/domains.ts';
import { withoutUnclaimed } from './devices/quiesce.ts';
import { entriesOf, isHeld } from './handles/handles.ts';
import type { Handles } from './handles/handles.ts';
import { awaiting, released } from './memory/frames.ts';
import { events, notify } from './notify.ts';
import { withParts, withResources, withThreads } from './objects.ts';
import type { Objects } from './objects.ts';
import type { Plan } from './plan.ts';
import { findProcess, withoutProcess } from './processes.ts';
import { cutOff, destroyed, findMade } from './resources.ts';
import type { Resource } from './resources.ts';
import { refusedAnswer } from './services/answer.ts';
import { withoutInterrupt } from './threads/calls.ts';
import { withoutThread } from './threads/life.ts';
import { unblock, waitingsOf } from './threads/service-waits.ts';
import { findThread } from './threads/threads.ts';

/** Ends every wait for a resource that is no more; what it would interrupt goes on. */
const endWaitsFor = (objects: Objects, sid: Sid): Objects => {
  let threads = withoutInterrupt(objects.threads, sid);
  for (const waiting of waitingsOf(threads)) {
    const { waitsFor } = waiting;
    if ((waitsFor.kind === 'word' || waitsFor.kind === 'event') && waitsFor.sid === sid)
      threads = unblock(threads, waiting, refusedAnswer('woken'));
  }
  return withThreads(objects, threads);
};

/** Does some handle bear the badge? */
export const isMarked = (handles: Handles, badge: Sid): boolean => {
  for (const { entry } of entriesOf(handles)) {
    if (entry.marks.includes(badge) && !entry.isRevoked) return true;
  }
  return false;
};

/** What a resource that is no more has used is let go. */
const withoutUses = (plan: Plan, objects: Objects, made: Resource, owner: ProcessId): Objects => {
  switch (made.kind) {
    case 'buffer':
      return released(plan, objects, made.frames);
    case 'dma':
      return released(
        plan,
        awaiting(plan, withoutFrames(plan, objects, made.frames), made.frames),
        made.frames,
      );
    case 'domain':
      return withoutDomain(plan, objects, made.domain, owner);
    default:
      return withoutUnclaimed(plan, objects, devicesOf(made));
  }
};

const destroyMade = (
  plan: Plan,
  objects: Objects,
  sid: Sid,
  owner: ProcessId,
  place: number,
): Objects => {
  const made = findMade(objects.resources, owner, place);
  if (made === undefined) return objects;
  // A badge is what handles bear: its SID is not free while one does.
  if (made.kind === 'badge' && isMarked(objects.handles, sid)) return objects;
  const without = destroyed(objects.resources, owner, place);
  const waited = withResources(endWaitsFor(objects, sid), without);
  return notify(plan, withoutUses(plan, waited, made, owner), sid, events.objectDestroyed);
};

/** What nobody holds any more is destroyed; its SID is free, and its context goes (C-63). */
export const destroy = (plan: Plan, objects: Objects, sid: Sid): Objects => {
  const place = plan.numbering.place(sid);
  if (place.kind === 'resource') return destroyMade(plan, objects, sid, place.process, place.place);
  if (place.kind === 'process') return vacate(plan, objects, place.process);
  if (place.kind !== 'thread') return objects;
  const { wait } = findThread(objects.threads, place.thread) ?? {};
  if (wait?.kind !== 'ended') return objects;
  const without = withThreads(objects, withoutThread(objects.threads, place.thread));
  return notify(plan, without, sid, events.objectDestroyed);
};

/**
 * A process that was created, does not run, and is held by nobody leaves its place, and nothing leads there
 * any more; those of the init description keep theirs.
 */
export const vacate = (plan: Plan, objects: Objects, process: ProcessId): Objects => {
  if (process < plan.solution.processes.length) return objects;
  const stage = findProcess(objects.processes, process)?.stage.kind;
  const isOver = stage === 'ended' || stage === 'created' || stage === 'loaded';
  const sid = plan.numbering.process(process);
  if (!isOver || isHeld(objects.handles, sid)) return objects;
  const left = withParts(objects, {
    processes: withoutProcess(objects.processes, process),
    resources: cutOff(objects.resources, process),
  });
  return notify(plan, left, sid, events.objectDestroyed);
};
