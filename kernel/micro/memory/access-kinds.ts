import type { AccessKind } from '../../../arch/access.ts';
import type { AccessIntent } from '../../../model/step.ts';

/** What each access of a thread is to the machine. */
export const accessKinds = {
  load: 'load',
  store: 'store',
  fetch: 'execute',
} as const satisfies Record<AccessIntent['kind'], AccessKind>;
