import { Defect, at } from '../model/defect.ts';
import { processId, sidOf, threadId } from '../model/ids.ts';
import type { ProcessId, Sid, ThreadId } from '../model/ids.ts';
import type { Solution } from '../solution/solution.ts';
import type { Limits } from './kernel.ts';

/**
 * Where the numbers of everything come from. Each process has ranges of its own, laid out before the
 * system runs, so that no number that a process sees tells it what another has done (ISO-3).
 *
 * Shape: SIDs are 1 the kernel, 2 Einit, then the processes, channels, listeners and files of the
 *        solution (C-65); then places for processes that are created, threads, and the resources of
 *        each process.
 */
export interface Numbering {
  /** Places for processes: those of the init description come first. */
  readonly processes: number;
  /** Places for threads: so many for each place of a process. */
  readonly threads: number;
  /** SIDs, those of the kernel and of Einit included. */
  readonly sids: number;
  /** The process of the init description whose share a process draws on: itself or its ancestor. */
  readonly familyOf: (process: ProcessId) => ProcessId;
  /** The places for processes that a family may create. */
  readonly childrenOf: (family: ProcessId) => readonly ProcessId[];
  readonly threadsOf: (process: ProcessId) => readonly ThreadId[];
  readonly processOfThread: (thread: ThreadId) => ProcessId;
  readonly process: (process: ProcessId) => Sid;
  readonly channel: (channel: number) => Sid;
  readonly listener: (process: ProcessId) => Sid;
  readonly file: (file: number) => Sid;
  readonly thread: (thread: ThreadId) => Sid;
  readonly resource: (process: ProcessId, place: number) => Sid;
  /** Does the SID stand for the same thing as long as the system runs? What the solution lays out does, from its processes to its files. */
  readonly isLasting: (sid: Sid) => boolean;
  /** What kind of thing a SID stands for, and which. */
  readonly place: (sid: Sid) => Place;
}

export type Place =
  | { readonly kind: 'none' | 'kernel' | 'einit' }
  | { readonly kind: 'process'; readonly process: ProcessId }
  | { readonly kind: 'channel'; readonly channel: number }
  | { readonly kind: 'listener'; readonly process: ProcessId }
  | { readonly kind: 'file'; readonly file: number }
  | { readonly kind: 'thread'; readonly thread: ThreadId }
  | { readonly kind: 'resource'; readonly process: ProcessId; readonly place: number };

export const kernelSid = sidOf(1);
export const einitSid = sidOf(2);

const greatestSid = 65_535;

const range = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => first + index);

/**
 * Lays out the numbers of a system.
 *
 * Throws: `Defect`, if they exceed the range of SIDs; see `fitting`.
 */
export const numberingOf = (
  solution: Solution,
  files: readonly string[],
  limits: Limits,
): Numbering => {
  const initial = solution.processes.length;
  const processes = initial * (1 + limits.processes);
  const threads = processes * limits.threads;
  const channels = 3 + initial;
  const listeners = channels + solution.channels.length;
  const filesFrom = listeners + processes;
  const created = filesFrom + files.length;
  const threadsFrom = created + (processes - initial);
  const resources = threadsFrom + threads;
  const end = resources + processes * limits.resources;
  if (end - 1 > greatestSid) throw new Defect(`a system needs ${String(end - 1)} SIDs`);

  const placeFrom = (sid: number): Place => {
    if (sid < channels) return { kind: 'process', process: processId(sid - 3) };
    if (sid < listeners) return { kind: 'channel', channel: sid - channels };
    if (sid < filesFrom) return { kind: 'listener', process: processId(sid - listeners) };
    if (sid < created) return { kind: 'file', file: sid - filesFrom };
    if (sid < threadsFrom) return { kind: 'process', process: processId(initial + sid - created) };
    if (sid < resources) return { kind: 'thread', thread: threadId(sid - threadsFrom) };
    const index = sid - resources;
    return {
      kind: 'resource',
      process: processId(Math.floor(index / limits.resources)),
      place: index % limits.resources,
    };
  };
  const threadsByProcess = range(0, processes).map((process) =>
    range(process * limits.threads, limits.threads).map(threadId),
  );
  return {
    processes,
    threads,
    sids: end - 1,
    familyOf: (process) =>
      process < initial ? process : processId(Math.floor((process - initial) / limits.processes)),
    childrenOf: (family) =>
      range(initial + family * limits.processes, limits.processes).map(processId),
    threadsOf: (process) => at(threadsByProcess, process),
    processOfThread: (thread) => processId(Math.floor(thread / limits.threads)),
    process: (process) =>
      process < initial ? sidOf(3 + process) : sidOf(created + process - initial),
    channel: (channel) => sidOf(channels + channel),
    listener: (process) => sidOf(listeners + process),
    file: (file) => sidOf(filesFrom + file),
    thread: (thread) => sidOf(threadsFrom + thread),
    resource: (process, place) => sidOf(resources + process * limits.resources + place),
    isLasting: (sid) => sid < created,
    place: (sid) => {
      if (sid === kernelSid) return { kind: 'kernel' };
      if (sid === einitSid) return { kind: 'einit' };
      return sid < 3 || sid >= end ? { kind: 'none' } : placeFrom(sid);
    },
  };
};

/** The limits with as many resources a process as the range of SIDs leaves room for. */
export const fitting = (solution: Solution, files: readonly string[], limits: Limits): Limits => {
  const initial = solution.processes.length;
  if (initial === 0) return limits;
  const processes = initial * (1 + limits.processes);
  const rest =
    greatestSid -
    2 -
    2 * processes -
    solution.channels.length -
    files.length -
    processes * limits.threads;
  const most = Math.floor(rest / processes);
  if (most >= limits.resources) return limits;
  return most >= 1 || limits.processes === 0
    ? { ...limits, resources: Math.max(0, most) }
    : fitting(solution, files, { ...limits, processes: 0, threads: 1 });
};
