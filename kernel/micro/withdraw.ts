import { closed } from './handles/derivation.ts';
import type { Ended } from './handles/derivation.ts';
import type { Objects } from './objects.ts';
import type { Pending } from './threads/thread.ts';
import { findThread } from './threads/threads.ts';

/**
 * The handles that come with a request are closed again where it ends before it was taken. Those of a
 * request that was taken are the server's own.
 *
 * Licence: the pending request.
 */
export const withdraw = ({ handles, threads }: Objects, pending: Pending): Ended =>
  findThread(threads, pending.client)?.wait.kind === 'calling'
    ? closed(handles, pending, pending.brought)
    : { handles, entries: [] };
