import { answer, notify, post, take } from './letters.ts';
import { begin, gone } from './life.ts';
import { services } from './services/table.ts';
import type { Services } from './services/service.ts';

/**
 * The effects of the kernel. Tests replace one at a time to plant a hole inside the code that a property
 * guards (GATE-1); the kernel itself has no flag for it.
 */
export interface Parts {
  readonly begin: typeof begin;
  readonly post: typeof post;
  readonly take: typeof take;
  readonly answer: typeof answer;
  readonly notify: typeof notify;
  readonly gone: typeof gone;
  readonly services: Services;
}

export const parts: Parts = { begin, post, take, answer, notify, gone, services };
