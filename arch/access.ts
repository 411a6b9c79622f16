import type { Word } from './word.ts';

/** What an access does; `store` is a write that reads nothing. */
export type AccessKind = 'load' | 'store' | 'execute';

export type Privilege = 'kernel' | 'user';

export const accessKinds: readonly AccessKind[] = ['load', 'store', 'execute'];

export const privileges: readonly Privilege[] = ['kernel', 'user'];

/**
 * An access to memory as the MMU sees it: to the bytes at one address, which lie in one page.
 *
 * Shape: a second stage does not see the privilege, and its addresses are those of guests' memory.
 */
export interface Access {
  readonly address: Word;
  readonly kind: AccessKind;
  readonly privilege: Privilege;
}
