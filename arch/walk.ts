import type { Word } from './word.ts';

/** Words for why there is no translation; those of the other architectures follow with them. */
export type FaultName =
  | 'notPresent'
  | 'permission'
  | 'reserved'
  | 'nonCanonical'
  | 'domain'
  | 'accessFlag'
  | 'addressSize'
  | 'externalOnWalk'
  | 'invalid'
  | 'modified'
  | 'addressError'
  | 'machineCheck';

/** What the processor raises, as its manual calls it. */
export type Raised =
  /** The abstract machine's own. */
  | 'Page Fault'
  | '#PF'
  | '#GP'
  | 'EPT violation'
  | 'EPT misconfiguration'
  | 'VM-entry failure'
  | 'Data Abort'
  | 'Instruction Abort'
  | 'Prefetch Abort'
  | 'TLB Refill'
  | 'TLB Invalid'
  | 'TLB Modified'
  | 'Address Error'
  | 'Machine Check';

/** A word of a table that the walk wrote: an accessed or a dirty bit. */
export interface Update {
  readonly address: number;
  readonly word: Word;
}

/** What a walk comes to. */
export type Walk = Translated | Faulted;

export interface Translated {
  readonly kind: 'translated';
  /** The physical address. */
  readonly address: number;
  /** In the order in which they were written; each address once. */
  readonly updates: readonly Update[];
}

/** The architecture's own fault. What hardware may have written on the way is not told. */
export interface Faulted {
  readonly kind: 'faulted';
  readonly fault: FaultName;
  readonly raises: Raised;
  /** The code that the handler is given: an error code, an exit qualification, a fault status, a syndrome. */
  readonly code: number;
  /** The level of the table where the walk ended, as the architecture counts them, on architectures whose codes tell it. */
  readonly level?: number;
}
