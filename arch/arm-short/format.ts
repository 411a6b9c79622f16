import type { Access } from '../access.ts';
import type { Mmu } from '../format.ts';
import { numberIn } from '../layout.ts';
import type { Cacheability, Rights } from '../page.ts';
import { refused } from '../page.ts';
import { descend } from '../radix/descend.ts';
import type { Judge, Visited } from '../radix/descend.ts';
import { editing } from '../radix/edit.ts';
import type { Editable } from '../radix/edit.ts';
import { pageSizesOf } from '../radix/level.ts';
import type { Level } from '../radix/level.ts';
import type { Walk } from '../walk.ts';
import type { Word } from '../word.ts';
import { domainAccess } from './domains.ts';
import { abort } from './faults.ts';
import type { ShortFault, StatusForm } from './faults.ts';

/** The tables that an address is translated by. */
export interface Tables {
  readonly levels: readonly Level[];
  readonly rootOf: (base: Word) => number;
}

/** The descriptors of a translation that was found; both are the same one where there is one level. */
export interface Found {
  readonly level1: Visited;
  readonly page: Visited;
  /** The page has 2^first bytes. */
  readonly first: number;
  readonly address: Word;
}

/** What tells MMUs with short descriptors apart, with their control registers set. */
export interface ShortDescriptors {
  /** No tables: a walk that is switched off, which is a translation fault. */
  readonly findTables: (address: Word) => Tables | undefined;
  readonly judge: Judge<'notPresent'>;
  /** The same for an editor, to whom tables that it never makes are damaged. */
  readonly judgeEdited: Judge<'absent' | 'damaged'>;
  readonly dacr: number;
  readonly isAccessed: (found: Found) => boolean;
  /** Does a client's page permit an access? A part, so that a wrong one can be planted. */
  readonly permits: (found: Found, access: Access) => boolean;
  readonly status: StatusForm;
  readonly rightsNumbers: (rights: Rights) => Readonly<Record<string, number>>;
  readonly cacheNumbers: (holds: Cacheability) => Readonly<Record<string, number>>;
  readonly effective: (rights: Rights) => Rights;
  /** The levels that pages are mapped in. */
  readonly levels: readonly Level[];
}

/** A number that a descriptor has, 0 if it has none of that name. */
export const said = ({ format, word }: Visited, name: string): number =>
  format === undefined ? 0 : numberIn(format, word, name);

/** What is wrong with an access to a page, in the order in which it is checked. */
const faultOf = (parts: ShortDescriptors, found: Found, access: Access): ShortFault | undefined => {
  if (!parts.isAccessed(found)) return 'accessFlag';
  switch (domainAccess(parts.dacr, said(found.level1, 'Domain'))) {
    case 'none':
      return 'domain';
    case 'client':
      return parts.permits(found, access) ? undefined : 'permission';
    case 'manager':
      return undefined;
  }
};

const walkBy =
  (parts: ShortDescriptors): Mmu['walk'] =>
  (read, base, access): Walk => {
    const { address } = access;
    const failed = (fault: ShortFault, level: 1 | 2, domain: number): Walk =>
      abort(fault, level, domain, access, parts.status);
    const tables = parts.findTables(address);
    if (tables === undefined) return failed('notPresent', 1, 0);
    const radix = {
      bytes: 4,
      levels: tables.levels,
      nobody: { why: 'externalOnWalk' },
    } as const;
    const { path, end } = descend<'notPresent' | 'externalOnWalk'>(
      read,
      tables.rootOf(base),
      radix,
      parts.judge,
      address,
    );
    const [level1, level2] = path;
    if (level1 === undefined) return failed('notPresent', 1, 0);
    const level = level2 === undefined ? 1 : 2;
    const domain = said(level1, 'Domain');
    if (end.kind === 'stop') return failed(end.why, level, domain);
    const found = { level1, page: level2 ?? level1, first: end.first, address };
    const fault = faultOf(parts, found, access);
    return fault === undefined
      ? { kind: 'translated', address: end.address, updates: [] }
      : failed(fault, level, domain);
  };

/** What a first-level descriptor says of a table; its domain is 0. */
const tableNumbers = {};

const editableBy = (
  { judgeEdited, rightsNumbers, cacheNumbers }: ShortDescriptors,
  { levels, rootOf }: Tables,
): Editable => ({
  radix: { bytes: 4, levels, nobody: { why: 'damaged' } },
  judge: judgeEdited,
  rootOf,
  accepts: ({ high }) => high === 0,
  tableNumbers,
  rightsNumbers,
  cacheNumbers,
});

/** An MMU with short descriptors: two levels of tables, of which the first names a domain. */
export const makeShortMmu = (parts: ShortDescriptors): Mmu => {
  const findEdits = (address: Word): ReturnType<typeof editing> | undefined => {
    const tables = parts.findTables(address);
    return tables === undefined ? undefined : editing(editableBy(parts, tables));
  };
  const nowhere = refused('outOfRange');
  return {
    walk: walkBy(parts),
    map: (memory, base, page, frames) =>
      findEdits(page.address)?.map(memory, base, page, frames) ?? nowhere,
    unmap: (memory, base, address) => findEdits(address)?.unmap(memory, base, address) ?? nowhere,
    protect: (memory, base, address, rights) =>
      findEdits(address)?.protect(memory, base, address, rights) ?? nowhere,
    effective: parts.effective,
    pageSizes: pageSizesOf(parts.levels),
  };
};
