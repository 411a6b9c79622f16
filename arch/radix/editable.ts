import { reading } from '../memory.ts';
import type { PhysicalMemory } from '../memory.ts';
import type { Cacheability, Edited, Rights } from '../page.ts';
import type { Word } from '../word.ts';
import { descend } from './descend.ts';
import type { Descent, Judge } from './descend.ts';
import type { Radix } from './level.ts';

type Numbers = Readonly<Record<string, number>>;

/** What editing asks of a format of tables. */
export interface Editable {
  readonly radix: Radix;
  /** `absent`: nothing is there, and an entry may be put there. */
  readonly judge: Judge<'absent' | 'damaged'>;
  readonly rootOf: (base: Word) => number;
  /** Has the format bits for a virtual address? */
  readonly accepts: (address: Word) => boolean;
  /** What an entry says that references a table: all rights, so that the page decides. */
  readonly tableNumbers: Numbers;
  readonly rightsNumbers: (rights: Rights) => Numbers;
  readonly cacheNumbers: (holds: Cacheability) => Numbers;
}

export const hasAny = ({ read, write, execute }: Rights): boolean => read || write || execute;

/** The walk to an address, as edits see it: tables that lie where no memory answers are damaged ones. */
export const down = (
  { radix, rootOf, judge }: Editable,
  memory: PhysicalMemory,
  base: Word,
  address: Word,
): Descent<'absent' | 'damaged'> => {
  const descent = descend(reading(memory, radix.bytes), rootOf(base), radix, judge, address);
  return descent.path.every(({ isAnswered }) => isAnswered)
    ? descent
    : { path: descent.path, end: { kind: 'stop', why: 'damaged' } };
};

/** Did something come to an end already? What goes on has no kind. */
export const isEdited = (value: object): value is Edited => 'kind' in value;
