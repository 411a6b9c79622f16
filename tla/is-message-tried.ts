import type { Action } from '../model/step.ts';
import { threadOf } from '../kernel/micro/threads/threads.ts';
import type { Threads } from '../kernel/micro/threads/threads.ts';

/**
 * What programs do of receptions and answers. They do not wait for a request that nobody has sent, take
 * a second one, or answer where nothing is served: the twin Ipc has these.
 */
export const isMessageTried = (threads: Threads, action: Action): boolean => {
  if (action.kind !== 'recv' && action.kind !== 'reply') return true;
  const { process, serving } = threadOf(threads, action.by);
  if (action.kind === 'reply') return serving !== undefined;
  return serving === undefined && (threads.queues[process] ?? []).length > 0;
};
