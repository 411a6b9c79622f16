import { addressIn, encode } from '../layout.ts';
import type { Decoded, Layout } from '../layout.ts';
import { refused } from '../page.ts';
import type { Cacheability, Edited, Page, Rights } from '../page.ts';
import { field } from '../word.ts';
import type { Word } from '../word.ts';
import type { Judge } from './descend.ts';
import { pagesOf } from './level.ts';
import type { Level } from './level.ts';

/** Numbers of an entry, by name. */
export type Numbers = Readonly<Record<string, number>>;

/** What mapping a page asks of a format of tables. */
export interface Mappable {
  readonly radix: { readonly levels: readonly Level[] };
  /** `absent`: nothing is there, and an entry may be put there. */
  readonly judge: Judge<'absent' | 'damaged'>;
  /** Has the format bits for a virtual address? */
  readonly accepts: (address: Word) => boolean;
  readonly rightsNumbers: (rights: Rights) => Numbers;
  readonly cacheNumbers: (holds: Cacheability) => Numbers;
}

/** Is any access permitted at all? */
export const hasAny = ({ read, write, execute }: Rights): boolean => read || write || execute;

/** Tells an edit, or a refusal of one, from what an edit goes on with. */
export const isEdited = (value: object): value is Edited => 'kind' in value;

/** An entry with an address, where its format can say it, and it is taken for what it is meant to be. */
export const findEntry = (
  { judge }: Mappable,
  level: Level,
  { kind, format }: { readonly kind: 'table' | 'page'; readonly format: Layout },
  said: Decoded<string>,
): Word | undefined => {
  const word = encode(format, said);
  const isSaid = addressIn(format, word) === said.address && judge(level, word).kind === kind;
  return isSaid ? word : undefined;
};

/** Where a page belongs, and what its entries hold. */
export interface Place {
  readonly level: Level;
  readonly first: number;
  readonly entry: Word;
}

/** The level that a page belongs to, and its entry. */
export const placeOf = (tables: Mappable, page: Page): Place | Edited => {
  const [found] = tables.radix.levels.flatMap((level) =>
    pagesOf(level)
      .filter(({ first }) => 2 ** first === page.size)
      .map((each) => ({ level, ...each })),
  );
  if (found === undefined) return refused('size');
  if (!hasAny(page.rights)) return refused('noRights');
  const { level, first, format } = found;
  const isAligned = field(page.address, 0, first - 1) === 0 && page.physical % page.size === 0;
  if (!isAligned) return refused('misaligned');
  const { physical, rights, holds } = page;
  const numbers = { ...tables.rightsNumbers(rights), ...tables.cacheNumbers(holds) };
  const said = { address: physical, numbers };
  const entry = findEntry(tables, level, { kind: 'page', format }, said);
  return entry === undefined || !tables.accepts(page.address)
    ? refused('outOfRange')
    : { level, first, entry };
};
