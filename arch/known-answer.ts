import type { AccessKind, Privilege } from './access.ts';
import type { FaultName, Raised } from './walk.ts';

/** Words of memory by their addresses, both as hexadecimal texts. */
export type Words = Readonly<Record<string, string>>;

/** Words in these places, in order; `-` leaves one out. */
export const entriesAt =
  (places: readonly string[]) =>
  (...words: readonly string[]): Words =>
    Object.fromEntries(
      words.flatMap((word, index) => (word === '-' ? [] : [[places[index] ?? '', word]])),
    );

/**
 * One walk whose outcome was worked out by hand from a manual.
 *
 * Shape: `cites` names the tables and sections that it follows from. Numbers are hexadecimal texts.
 */
export interface KnownAnswer extends Known {
  readonly base: string;
  readonly control?: Readonly<Record<string, number>>;
  readonly memory: Words;
}

/** The same by a TLB that software filled. Shape: an entry is EntryHi, EntryLo0, EntryLo1 and PageMask. */
export interface KnownTlbAnswer extends Known {
  readonly asid: number;
  readonly tlb: readonly (readonly [hi: string, lo0: string, lo1: string, mask: string])[];
}

interface Known {
  readonly shows: string;
  readonly cites: string;
  readonly access: readonly [Privilege, AccessKind, address: string];
  readonly answer: KnownTranslation | KnownFault;
}

export interface KnownTranslation {
  readonly pa: string;
  /** In the order of the writes. */
  readonly updates: Words;
}

export interface KnownFault {
  readonly fault: FaultName;
  readonly raises: Raised;
  readonly level?: number;
  readonly code: string;
}
