import type { AccessKind } from '../access.ts';
import type { PhysicalMemory } from '../memory.ts';
import type { ArchName } from '../names.ts';
import type { Cacheability, EditRefusal, Rights } from '../page.ts';
import type { TlbEntry } from '../software-tlb.ts';
import type { Walk } from '../walk.ts';
import type { Words } from './seen.ts';

/** A page of a program, of the machine's smallest size. Units: addresses in bytes, of the page's first byte. */
export interface MappedPage {
  readonly address: number;
  readonly physical: number;
  readonly rights: Rights;
  readonly holds: Cacheability;
}

/** An access of a program to the bytes at an address of its space, which lie in one page. */
export interface SpaceAccess {
  readonly space: number;
  readonly address: number;
  readonly kind: AccessKind;
}

/**
 * The translations of one address space, as one kind of machine keeps them.
 *
 * Shape: `map` in a list by address; `tables` in memory, from a root. Of the frames for tables, `free` may
 *        be used, and `retired` no more than once every core has invalidated the space.
 */
export type Space =
  | { readonly kind: 'map'; readonly pages: readonly MappedPage[] }
  | {
      readonly kind: 'tables';
      readonly root: number;
      readonly free: readonly number[];
      readonly retired: readonly number[];
    };

/**
 * What a core may still translate by: a page that was mapped, the words that a walk has read, or the entry
 * of a TLB that software fills.
 *
 * Shape: `upper` are the words of the tables above alone, and the tables below are read as they are: those
 *        that were there may not be used for anything else meanwhile.
 */
export type Remembered =
  | { readonly kind: 'page'; readonly rights: Rights }
  | { readonly kind: 'words' | 'upper'; readonly words: Words }
  | { readonly kind: 'entry'; readonly entry: TlbEntry };

/** A translation that a core may use until it is invalidated. Units: the first bytes of the pages. */
export interface Cached {
  readonly space: number;
  readonly address: number;
  readonly physical: number;
  readonly by: Remembered;
}

/** An access by the tables. Shape: `cached` is what the core may keep of it. */
export interface Walked {
  readonly walk: Walk;
  readonly memory: PhysicalMemory;
  readonly cached: Remembered | undefined;
}

/** Memory and a space that were edited. Shape: `stale` are translations that any core may hold although none has walked to them. */
export interface EditedSpace {
  readonly memory: PhysicalMemory;
  readonly space: Space;
  readonly stale: readonly Cached[];
}

/**
 * How a kind of machine translates for programs: by tables of a format in memory, by a TLB that software fills,
 * or by an abstract map. What cores keep and when they let go is the machine's (`make-machine.ts`).
 */
export interface Translator {
  readonly name: ArchName | 'abstract';
  readonly pageBytes: number;
  /** The least address behind those that programs have. */
  readonly addressEnd: number;
  /** The rights that a page has when these are asked for: no fewer, and more where the format is coarse. */
  readonly effective: (rights: Rights) => Rights;
  /** An empty space. Shape: `root` is the first byte of its root table, `tables` are frames for further ones. */
  readonly open: (root: number, tables: readonly number[]) => Space;
  readonly byTables: (memory: PhysicalMemory, space: Space, access: SpaceAccess) => Walked;
  /**
   * An access by what a core has kept.
   *
   * Result: absent where the core must walk again, as a bit of an entry would have to be written.
   */
  readonly byCached: (
    memory: PhysicalMemory,
    space: Space,
    cached: Cached,
    access: SpaceAccess,
  ) => Walk | undefined;
  readonly map: (
    memory: PhysicalMemory,
    space: Space,
    number: number,
    page: MappedPage,
  ) => EditedSpace | EditRefusal;
  readonly unmap: (
    memory: PhysicalMemory,
    space: Space,
    number: number,
    address: number,
  ) => EditedSpace | EditRefusal;
  readonly protect: (
    memory: PhysicalMemory,
    space: Space,
    number: number,
    address: number,
    rights: Rights,
  ) => EditedSpace | EditRefusal;
}
