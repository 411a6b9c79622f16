import type { HandleId, ProcessId } from '../../model/ids.ts';
import { isByThread } from '../../model/step.ts';
import type { Action, CallAction } from '../../model/step.ts';
import type { AccessAction } from '../../kernel/micro/access.ts';
import { findEntry } from '../../kernel/micro/handles/handles.ts';
import { findFreeFrames } from '../../kernel/micro/memory/memory.ts';
import { findFreePlace } from '../../kernel/micro/resources.ts';
import { threadOf } from '../../kernel/micro/threads/threads.ts';
import { findHandle, kernelHandle } from '../service-call.ts';
import { findKept, isAllowed } from './kept.ts';
import { findBuffer, findNamed, threadOfProcess } from './system.ts';
import type { MemorySystem, State } from './system.ts';

/** What a process has been asked, and has not answered. */
const askedOf = (
  { objects: { threads } }: State,
  process: ProcessId,
): 'nothing' | 'to take' | 'to answer' => {
  if (threads.list[threadOfProcess(process)]?.serving !== undefined) return 'to answer';
  return (threads.queues[process] ?? []).length > 0 ? 'to take' : 'nothing';
};

/** The server of a channel that a handle of a process names. */
const findServer = (
  { numbering, solution }: MemorySystem,
  { objects }: State,
  process: ProcessId,
  handle: HandleId,
): ProcessId | undefined => {
  const entry = findEntry(objects.handles, process, handle);
  const place = entry === undefined ? undefined : numbering.place(entry.sid);
  return place?.kind === 'channel' ? solution.channels[place.channel]?.server : undefined;
};

/** A buffer is lent to a process that is idle and does not hold it. */
const isLendingTried = (
  system: MemorySystem,
  state: State,
  process: ProcessId,
  { message, handle }: CallAction,
): boolean => {
  const { handles, threads } = state.objects;
  const server = findServer(system, state, process, handle);
  const given = findHandle(message, 'given');
  if (server === undefined || given === undefined) return false;
  const entry = findEntry(handles, process, given.number);
  if (entry === undefined || entry.isRevoked || findBuffer(system, entry.sid) === undefined)
    return false;
  const isIdle =
    threads.list[threadOfProcess(server)]?.wait.kind === 'ready' &&
    askedOf(state, server) === 'nothing';
  return isIdle && !handles[server]?.some((one) => one?.sid === entry.sid);
};

/** Has a process made as many buffers as it may, and a frame for one more? */
const isFullOfBuffers = (
  { limits }: MemorySystem,
  { objects }: State,
  process: ProcessId,
): boolean =>
  findFreePlace(objects.resources, process, limits.resources) === undefined &&
  findFreeFrames(objects.memory, process, 1) !== undefined;

const isServiceTried = (
  system: MemorySystem,
  state: State,
  process: ProcessId,
  { method, message }: CallAction,
): boolean => {
  // Where a frame is free, and no buffer can be made: with one frame this does not happen, and tiers differ in sizes only.
  if (method === 'MdlCreate' && isFullOfBuffers(system, state, process)) return false;
  const named = findHandle(message, 'mdl') ?? findHandle(message, 'handle');
  return named === undefined || findNamed(system, state, process, named.number) !== undefined;
};

/** By what a core has kept where there is such a thing, and where that or the tables allow it. */
const isAccessTried = (system: MemorySystem, state: State, action: AccessAction): boolean => {
  if ((action.way ?? 0) === 0) return true;
  return (
    findKept(system, state, action) !== undefined &&
    (isAllowed(system, state, action, action.way ?? 0) || isAllowed(system, state, action, 0))
  );
};

/**
 * What the programs leave out: handles that are none or of channels; to lend a buffer to who has it, or is busy; all
 * but its answer, for who was asked; and accesses by what a core has kept that fault in any case.
 */
export const isTriedIn =
  (system: MemorySystem) =>
  (state: State, action: Action): boolean => {
    if (!isByThread(action))
      return (
        action.kind === 'completeInvalidation' &&
        state.objects.machine.cores[action.core]?.pending.length !== 0
      );
    const { process } = threadOf(state.objects.threads, action.by);
    const asked = askedOf(state, process);
    if (action.kind === 'recv') return asked === 'to take';
    if (action.kind === 'reply') return asked === 'to answer';
    if (asked !== 'nothing') return false;
    switch (action.kind) {
      case 'call':
        return action.handle === kernelHandle
          ? isServiceTried(system, state, process, action)
          : isLendingTried(system, state, process, action);
      case 'load':
      case 'store':
      case 'fetch':
        return isAccessTried(system, state, action);
      case 'trap':
        return true;
      case 'portIn':
      case 'portOut':
      case 'querySecurity':
        return false;
    }
  };
