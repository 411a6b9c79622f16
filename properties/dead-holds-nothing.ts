import type { Facts } from '../kernel/kernel.ts';
import { broken, idle, witnessed } from './run-property.ts';
import type { RunProperty } from './run-property.ts';

/** What something has left to a process, in words; absent if it has nothing. */
const leftTo = (
  process: number,
  { threads, handles, resources, pending }: Facts,
): string | undefined => {
  const thread = threads.find((one) => one.process === process);
  if (thread !== undefined) return `thread ${String(thread.thread)}`;
  const handle = handles.find((one) => one.process === process);
  if (handle !== undefined) return `handle ${String(handle.number)}`;
  const made = resources.find(({ owner }) => owner === process);
  if (made !== undefined) return `resource ${String(made.sid)}`;
  const request = pending.find(({ from, server }) => from === process || server === process);
  return request === undefined ? undefined : `request ${request.endpoint}.${request.method}`;
};

/**
 * A process that has ended has no thread, holds no handle, has left nothing that it made, waits for no answer, and nobody waits for an
 * answer of it.
 *
 * Source: S9; spec/requirements.md LIFE.
 */
export const deadHoldsNothing: RunProperty = {
  name: 'deadHoldsNothing',
  requirement: 'LIFE-3',
  statement: 'A process that has ended holds nothing, waits for nothing and serves nobody.',
  start: () => (step) => {
    if (step.before === step.after) return idle;
    const ended = step.after.processes.filter(({ state }) => state === 'ended');
    for (const { process, name } of ended) {
      const left = leftTo(process, step.after);
      if (left !== undefined) return broken(`${name} has ended, and has ${left}`);
    }
    return ended.length > 0 ? witnessed : idle;
  },
};
