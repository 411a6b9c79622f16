import type { Word } from '../word.ts';

/** Words for why a request of a device goes nowhere. */
export type DmaFaultName =
  /** Nothing is said of the requester. */
  | 'noContext'
  /** What is said of the requester is nothing that hardware can do. */
  | 'invalidContext'
  | 'reservedInContext'
  /** No memory answers where something is said of the requester. */
  | 'externalOnContext'
  /** The requester is to reach nothing. */
  | 'aborted'
  | 'beyondWidth'
  | 'notPresent'
  | 'permission'
  | 'reserved'
  | 'accessFlag'
  | 'addressSize'
  | 'externalOnWalk';

/**
 * A request that goes nowhere.
 *
 * Shape: `code` is the manual's: a fault reason, or the number of an event; 0 where there is none.
 *        `record` are the words that hardware writes down; absent where it is told not to.
 */
export interface DmaFaulted {
  readonly kind: 'faulted';
  readonly fault: DmaFaultName;
  readonly code: number;
  readonly record: readonly Word[] | undefined;
}
