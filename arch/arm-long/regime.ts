import type { Access } from '../access.ts';
import type { Level } from '../radix/level.ts';
import type { Cacheability, Rights } from '../page.ts';
import type { Faulted } from '../walk.ts';
import type { Word } from '../word.ts';
import type { OutputSize } from './judge.ts';
import type { LongFault } from './status.ts';

/** Numbers of descriptors, by the names of their layouts. */
export type Numbers = Readonly<Record<string, number>>;

/** What bears the rights of a translation: the descriptors of tables, and that of the block or page. */
export interface Bearers {
  readonly tables: readonly Word[];
  readonly leaf: Word;
}

/** Which accesses are permitted, and what descriptors say for rights that are asked for. */
export interface RightsOfRegime {
  readonly permits: (access: Access, bearers: Bearers) => boolean;
  readonly numbersOf: (rights: Rights) => Numbers;
  readonly effective: (rights: Rights) => Rights;
  /** The bit `writing` of a block or page that may be written. */
  readonly writable: 0 | 1;
}

/** A regime of translation by long descriptors, with its control registers set. */
export interface Regime {
  readonly levels: readonly Level[];
  readonly output: OutputSize;
  /** Are there tables for an input address? If not, a translation fault at the level `unreached`. */
  readonly reaches: (address: Word) => boolean;
  /** May a page be mapped at an address? Where hardware ignores bits, they must be 0. */
  readonly accepts: (address: Word) => boolean;
  readonly unreached: 0 | 1;
  /** What hardware writes into the descriptor of a block or page that is used. */
  readonly updates: 'nothing' | 'accessFlag' | 'accessFlagAndDirtyState';
  readonly rights: RightsOfRegime;
  readonly cacheNumbers: (holds: Cacheability) => Numbers;
  readonly faultOf: (fault: LongFault, level: number, access: Access) => Faulted;
}
