import type { ProcessId, ThreadId } from '../../model/ids.ts';
import { closedAll, revokedTo } from './handles/derivation.ts';
import { isHeld } from './handles/handles.ts';
import { destroy, vacate } from './destroy.ts';
import { quiesced } from './devices/quiesce.ts';
import { abort, letGo } from './let-go.ts';
import { controlOver } from './licence.ts';
import type { Control } from './licence.ts';
import { withoutSome } from './memory/address-space.ts';
import { events, notify } from './notify.ts';
import { withProcesses, withThreads } from './objects.ts';
import type { Objects } from './objects.ts';
import type { Plan } from './plan.ts';
import { halted, processAt, withStage } from './processes.ts';
import type { Exit } from './processes.ts';
import { doneAnswer, refusedAnswer } from './services/answer.ts';
import { endThread } from './threads/life.ts';
import { unblock, waitingsOf } from './threads/service-waits.ts';
import { threadOf } from './threads/threads.ts';
import { withdraw } from './withdraw.ts';

/** Those who wait for the end of a thread learn its status. */
const tellJoiners = (objects: Objects, thread: ThreadId, status: number): Objects => {
  let { threads } = objects;
  for (const waiting of waitingsOf(threads)) {
    const { waitsFor } = waiting;
    if (waitsFor.kind === 'end' && waitsFor.thread === thread)
      threads = unblock(threads, waiting, doneAnswer('thread.Thread.Wait', { status }));
  }
  return withThreads(objects, threads);
};

/**
 * The end of one thread: the client that it serves learns of it, its own call is withdrawn, and who
 * waits for its end goes on.
 *
 * Licence: that of its process.
 */
export const threadEnds = (
  plan: Plan,
  objects: Objects,
  licence: Control,
  thread: ThreadId,
  status: number,
): Objects => {
  const { serving, isAbandoned, wait } = threadOf(objects.threads, thread);
  let now = objects;
  if (serving !== undefined && !isAbandoned) now = abort(now, plan, serving, 'serverDied');
  const brought = wait.kind === 'calling' ? withdraw(now, wait.pending) : undefined;
  const left = isHeld(now.handles, plan.numbering.thread(thread)) ? 'kept' : 'removed';
  now = withThreads(now, endThread(now.threads, licence, thread, status, left));
  if (left === 'removed')
    now = notify(plan, now, plan.numbering.thread(thread), events.objectDestroyed);
  if (brought !== undefined) now = letGo(plan, now, brought);
  return tellJoiners(now, thread, status);
};

/** Requests that nobody of the process will take, and channels that it will not accept. */
const endUnanswered = (plan: Plan, objects: Objects, process: ProcessId): Objects => {
  let now = objects;
  for (const client of objects.threads.queues[process] ?? []) {
    const { wait } = threadOf(now.threads, client);
    if (wait.kind === 'calling') now = abort(now, plan, wait.pending, 'serverDied');
  }
  for (const waiting of waitingsOf(now.threads)) {
    const { waitsFor } = waiting;
    if (waitsFor.kind === 'acceptance' && waitsFor.server === process)
      now = withThreads(now, unblock(now.threads, waiting, refusedAnswer('notConnected')));
  }
  return now;
};

const threadsEnd = (plan: Plan, objects: Objects, licence: Control, status: number): Objects =>
  plan.numbering.threadsOf(licence.over).reduce((now, thread) => {
    const wait = now.threads.list[thread]?.wait.kind;
    return wait === undefined || wait === 'ended'
      ? now
      : threadEnds(plan, now, licence, thread, status);
  }, objects);

const statusOf = (exit: Exit): number => (exit.kind === 'exited' ? exit.status : -1);

/**
 * Freezes a process: its threads are gone, and what it holds is kept for who may inspect it.
 * Its callers learn that it will not answer.
 */
export const freezeProcess = (
  plan: Plan,
  objects: Objects,
  licence: Control,
  exit: Exit,
): Objects => {
  const without = threadsEnd(plan, objects, licence, statusOf(exit));
  const unanswered = endUnanswered(plan, without, licence.over);
  const processes = withStage(unanswered.processes, licence, { kind: 'frozen', exit });
  const frozen = withProcesses(unanswered, processes);
  return notify(plan, frozen, plan.numbering.process(licence.over), events.taskCompleted);
};

/**
 * What a process has made ends with it: whoever else holds it has a revoked handle, so that nobody takes
 * of the share of a process by holding on to what one before it has made (AVL-1).
 */
const withoutMade = (plan: Plan, objects: Objects, process: ProcessId): Objects => {
  const { numbering } = plan;
  const made = (objects.resources[process] ?? []).flatMap((resource, place) =>
    resource === undefined ? [] : [numbering.resource(process, place)],
  );
  const threads = numbering.threadsOf(process).map(numbering.thread);
  const ended = letGo(plan, objects, revokedTo(objects.handles, new Set([...made, ...threads])));
  return made.reduce((now, sid) => destroy(plan, now, sid), ended);
};

/**
 * The end of a process: its threads end, its callers learn of it, and it holds nothing any more
 * (LIFE-3). Its devices are told to stop first; what it has mapped and made is no more. How it ended stays for who holds the process; one that was created,
 * and that nobody holds, leaves its place.
 *
 * Licence: control over the process, by a handle or as its own.
 */
export const endProcess = (plan: Plan, objects: Objects, licence: Control, exit: Exit): Objects => {
  const process = licence.over;
  const { stage, haltsOnTrap } = processAt(objects.processes, process);
  const quiet = quiesced(plan, objects, process);
  const without = threadsEnd(plan, quiet, licence, statusOf(exit));
  const unanswered = endUnanswered(plan, without, process);
  const closed = letGo(plan, unanswered, closedAll(unanswered.handles, licence));
  const unmapped = withoutSome(plan, closed, licence, () => true);
  let now = withoutMade(plan, unmapped, process);
  const final = stage.kind === 'frozen' ? stage.exit : exit;
  now = withProcesses(now, withStage(now.processes, licence, { kind: 'ended', exit: final }));
  if (exit.kind === 'trapped' && haltsOnTrap) now = withProcesses(now, halted(now.processes));
  if (stage.kind !== 'frozen')
    now = notify(plan, now, plan.numbering.process(process), events.taskCompleted);
  return vacate(plan, now, process);
};

/** The process of a thread ends by its own doing. */
export const endOwnProcess = (
  plan: Plan,
  objects: Objects,
  process: ProcessId,
  exit: Exit,
): Objects => endProcess(plan, objects, controlOver(process), exit);
