import { begin } from './begin.ts';
import { goneSids } from './gone-sids.ts';
import { forgotten } from './memory/forget.ts';
import type { Services } from './services/table.ts';
import { services } from './services/table.ts';
import { deliver, enqueue, finish, listen } from './threads/calls.ts';

/**
 * The effects of the kernel. Tests replace one at a time to plant a hole inside the code that a
 * property guards (GATE-1); the kernel itself has no flag for it.
 */
export interface Parts {
  readonly begin: typeof begin;
  readonly listen: typeof listen;
  readonly enqueue: typeof enqueue;
  readonly deliver: typeof deliver;
  readonly finish: typeof finish;
  readonly gone: typeof goneSids;
  readonly forget: typeof forgotten;
  readonly services: Services;
}

export const parts: Parts = {
  begin,
  listen,
  enqueue,
  deliver,
  finish,
  gone: goneSids,
  forget: forgotten,
  services,
};
