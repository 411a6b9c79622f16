import { at } from '../../../model/defect.ts';
import { threadId } from '../../../model/ids.ts';
import type { Branded, ProcessId, ThreadId } from '../../../model/ids.ts';
import type { EndedWait, Thread } from './thread.ts';

/**
 * All places for threads, and the queue of each process: the clients whose requests it has not yet
 * taken, in the order of their calls (C-61).
 * Only the functions of this folder make one, by edit.ts; those that touch another thread take a licence and
 * read from it whom.
 *
 * Shape: `ended` lists the waits that have ended in this step; there is none between steps.
 */
export type Threads = Branded<
  {
    readonly list: readonly (Thread | undefined)[];
    readonly queues: readonly (readonly ThreadId[])[];
    readonly ended: readonly EndedWait[];
  },
  'Threads'
>;

export const findThread = ({ list }: Threads, id: ThreadId): Thread | undefined => list[id];

export const threadOf = ({ list }: Threads, id: ThreadId): Thread => at(list, id);

/** The threads of a process that have not ended. */
export const liveThreadsOf = ({ list }: Threads, process: ProcessId): readonly ThreadId[] =>
  list.flatMap((thread, index) =>
    thread?.process === process && thread.wait.kind !== 'ended' ? [threadId(index)] : [],
  );
