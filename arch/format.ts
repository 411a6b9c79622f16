import type { Access } from './access.ts';
import type { ControlBit } from './control.ts';
import type { Layout } from './layout.ts';
import type { PhysicalMemory, ReadWord } from './memory.ts';
import type { FormatName } from './names.ts';
import type { Edited, Page, Rights } from './page.ts';
import type { Walk } from './walk.ts';
import type { Word } from './word.ts';

/**
 * An MMU with its control registers set; the table base is given each time.
 *
 * Shape: `map` takes frames for the tables that it needs from the front of `frames`, and clears them.
 */
export interface Mmu {
  readonly walk: (read: ReadWord, base: Word, access: Access) => Walk;
  readonly map: (
    memory: PhysicalMemory,
    base: Word,
    page: Page,
    frames: readonly number[],
  ) => Edited;
  /** Unmaps the page that begins at an address. */
  readonly unmap: (memory: PhysicalMemory, base: Word, address: Word) => Edited;
  /** Gives the page that begins at an address other rights. */
  readonly protect: (memory: PhysicalMemory, base: Word, address: Word, rights: Rights) => Edited;
  /** The rights that a page has when these are asked for: no fewer, and more where the format is coarse. */
  readonly effective: (rights: Rights) => Rights;
  /** Bytes of the pages that there are, from the smallest. */
  readonly pageSizes: readonly number[];
}

/** A format of tables in memory, as a manual describes it. */
export interface Format<Name extends string = string> {
  readonly name: FormatName;
  /** Bytes of an entry. */
  readonly bytes: 4 | 8;
  /** Bits of an address that is translated. */
  readonly addressBits: 32 | 48 | 64;
  /** Bits of a physical address. */
  readonly physicalBits: number;
  /** Bits of the table base register. */
  readonly baseBits: 32 | 64;
  /** Does a walk depend on who makes the access? */
  readonly seesPrivilege: boolean;
  readonly controlBits: readonly ControlBit<Name>[];
  /** Each kind of entry. */
  readonly layouts: readonly Layout[];
  readonly under: (settings: Readonly<Partial<Record<Name, number>>>) => Mmu;
}
