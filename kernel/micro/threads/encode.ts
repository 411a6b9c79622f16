import { writeValue } from '../../../model/write-value.ts';
import type { Writer } from '../../../model/writer.ts';
import type { Ending, Pending, Thread, Wait, WaitFor } from './thread.ts';
import type { Threads } from './threads.ts';

const encodePending = (pending: Pending, writer: Writer): void => {
  for (const word of [pending.client, pending.server, pending.channel, pending.listener])
    writer.word(word);
  writer.text(pending.endpoint);
  writer.text(pending.method);
  writeValue(pending.message, writer);
  writer.word(pending.brought.length);
  for (const number of pending.brought) writer.word(number);
  writer.text(pending.context?.toString(36) ?? '');
};

const encodeRemaining = (remaining: number | undefined, writer: Writer): void => {
  writer.word(remaining ?? -1);
};

const encodeEnding = ({ remaining, interrupt }: Ending, writer: Writer): void => {
  encodeRemaining(remaining, writer);
  writer.word(interrupt ?? 0);
};

const waitsForNumber = {
  time: 0,
  resumption: 1,
  word: 2,
  event: 3,
  end: 4,
  acceptance: 5,
  client: 6,
  invalidation: 7,
} as const satisfies Record<WaitFor['kind'], number>;

const encodeWaitsFor = (waitsFor: WaitFor, writer: Writer): void => {
  writer.word(waitsForNumber[waitsFor.kind]);
  switch (waitsFor.kind) {
    case 'word':
    case 'event':
      writer.word(waitsFor.sid);
      return;
    case 'end':
      writer.word(waitsFor.thread);
      return;
    case 'acceptance':
      writer.word(waitsFor.server);
      writer.text(waitsFor.service);
      writer.word(Number(waitsFor.isListed));
      return;
    case 'client':
      writer.text(waitsFor.filter);
      return;
    case 'time':
    case 'resumption':
    case 'invalidation':
  }
};

const waitNumber = {
  ready: 0,
  calling: 1,
  awaiting: 2,
  receiving: 3,
  waiting: 4,
  ended: 5,
} as const satisfies Record<Wait['kind'], number>;

const encodeWait = (wait: Wait, writer: Writer): void => {
  writer.word(waitNumber[wait.kind]);
  switch (wait.kind) {
    case 'calling':
    case 'awaiting':
      encodePending(wait.pending, writer);
      encodeEnding(wait.ending, writer);
      return;
    case 'receiving':
      writer.word(wait.over ?? 0);
      encodeEnding(wait.ending, writer);
      return;
    case 'waiting':
      writer.text(wait.waiting.service);
      encodeWaitsFor(wait.waiting.waitsFor, writer);
      encodeRemaining(wait.waiting.remaining, writer);
      return;
    case 'ended':
      writer.word(wait.status);
      return;
    case 'ready':
  }
};

/** Canonical bytes of the place of a thread. */
export const encodeThread = (thread: Thread | undefined, writer: Writer): void => {
  if (thread === undefined) {
    writer.word(-1);
    return;
  }
  writer.word(thread.process);
  encodeWait(thread.wait, writer);
  writer.word(thread.serving === undefined ? 0 : 1);
  if (thread.serving !== undefined) encodePending(thread.serving, writer);
  writer.word(Number(thread.isAbandoned));
  for (const word of [thread.entry, thread.priority, thread.policy]) writer.word(word);
};

/** Canonical bytes of all queues. */
export const encodeQueues = (queues: Threads['queues'], writer: Writer): void => {
  for (const queue of queues) {
    writer.word(queue.length);
    for (const client of queue) writer.word(client);
  }
};
