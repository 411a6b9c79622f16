import { threadId } from '../../model/ids.ts';
import type { ProcessId } from '../../model/ids.ts';
import { makeKeyWriter } from '../../model/writer.ts';
import type { Facts, PendingFact, System, ThreadFact } from '../kernel.ts';
import { encodeTableOf } from './handles.ts';
import type { MicroState, Objects } from './objects.ts';
import { isStarted } from './processes.ts';
import { encodeThread } from './threads.ts';
import type { Thread, Wait } from './threads.ts';

const waits = {
  ready: 'no',
  calling: 'forServer',
  awaiting: 'forAnswer',
  receiving: 'forRequest',
} as const satisfies Record<Wait['kind'], ThreadFact['waits']>;

const threadFact = ({ process, wait, serving }: Thread, index: number): ThreadFact => ({
  thread: threadId(index),
  process,
  waits: waits[wait.kind],
  serves: serving?.client,
});

const pendingFacts = ({ wait }: Thread): readonly PendingFact[] => {
  if (wait.kind !== 'calling' && wait.kind !== 'awaiting') return [];
  const { client, server, endpoint, method } = wait.pending;
  return [{ client, server, endpoint, method, taken: wait.kind === 'awaiting' }];
};

/** What belongs to one process alone: its threads and its handles. */
const ownBytes = (objects: Objects, process: ProcessId): string => {
  const writer = makeKeyWriter();
  for (const thread of objects.threads.list) {
    if (thread.process === process) encodeThread(thread, writer);
  }
  encodeTableOf(objects.handles, process, writer);
  return writer.take();
};

/** The state in words that any kernel can say. */
export const factsOf = <Context extends object>({ objects }: MicroState<Context>): Facts => {
  const { list } = objects.threads;
  const ids = list.map(({ process }) => process);
  return {
    processes: ids.map((process) => ({ process, started: isStarted(objects.processes, process) })),
    threads: list.map(threadFact),
    pending: list.flatMap(pendingFacts),
    own: new Map(ids.map((process) => [process, ownBytes(objects, process)])),
  };
};

/** The state as plain data, names in place of numbers. */
export const describe = <Context extends object>(
  { solution, security }: System<Context>,
  { objects, context }: MicroState<Context>,
): unknown => ({
  processes: solution.processes.map(({ id, name }) => ({
    name,
    started: isStarted(objects.processes, id),
    waits: waits[objects.threads.list[id]?.wait.kind ?? 'ready'],
    queue: (objects.threads.queues[id] ?? []).map((client) => solution.processes[client]?.name),
  })),
  audit: { records: objects.audit.records.length, lost: objects.audit.lost },
  context: security.describe(context),
});
