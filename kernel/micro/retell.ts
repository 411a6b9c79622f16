import { withoutMissing } from '../carried.ts';
import { findEntry } from './handles/handles.ts';
import { withThreads } from './objects.ts';
import type { Objects } from './objects.ts';
import { retold } from './threads/calls.ts';

/**
 * What follows for requests that tell their receiver of a handle of its own when it closes that one: its
 * number may come to name another thing, so that they tell of none.
 */
export const retell = (objects: Objects): Objects => {
  const { handles } = objects;
  let { threads } = objects;
  for (const thread of objects.threads.list) {
    if (thread?.wait.kind !== 'calling') continue;
    const { pending } = thread.wait;
    const message = withoutMissing(
      pending.message,
      ({ number }) => findEntry(handles, pending.server, number) !== undefined,
    );
    if (message !== pending.message) threads = retold(threads, pending, message);
  }
  return withThreads(objects, threads);
};
