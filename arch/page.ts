import type { PhysicalMemory } from './memory.ts';
import type { Word } from './word.ts';

/** What a page may be used for, and by whom: `user` admits programs besides the kernel. */
export interface Rights {
  readonly read: boolean;
  readonly write: boolean;
  readonly execute: boolean;
  readonly user: boolean;
}

/** Memory, which caches may hold, or the registers of a device, which they must not. */
export type Cacheability = 'memory' | 'device';

/** A page to be mapped. Units: `size` in bytes, one of the sizes that the format has. */
export interface Page {
  readonly address: Word;
  readonly physical: number;
  readonly size: number;
  readonly rights: Rights;
  readonly holds: Cacheability;
}

/** Why tables are not changed. */
export type EditRefusal =
  /** The format has no page of this size. */
  | 'size'
  | 'misaligned'
  /** An address that the format has no bits for. */
  | 'outOfRange'
  /** A page without any right: what is not to be reached is not mapped. */
  | 'noRights'
  /** Something is mapped there, of any size. */
  | 'occupied'
  /** More tables are needed than frames were given. */
  | 'noFrame'
  | 'notMapped'
  /** The tables hold what the format reserves: others have written them. */
  | 'damaged';

/**
 * What an edit comes to.
 *
 * Shape: `taken` are the frames that hold tables now, of those that were given; `freed` are those
 *        that hold none any more. Translations that were cached are for the caller to invalidate.
 */
export type Edited =
  | {
      readonly kind: 'edited';
      readonly memory: PhysicalMemory;
      readonly taken: readonly number[];
      readonly freed: readonly number[];
    }
  | { readonly kind: 'refused'; readonly because: EditRefusal };

export const edited = (
  memory: PhysicalMemory,
  taken: readonly number[],
  freed: readonly number[],
): Edited => ({ kind: 'edited', memory, taken, freed });

export const refused = (because: EditRefusal): Edited => ({ kind: 'refused', because });
