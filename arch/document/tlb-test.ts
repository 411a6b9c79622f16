import type { Access } from '../access.ts';
import type { SoftwareTlb, TlbEntry, TlbFormat } from '../software-tlb.ts';
import { numberOf } from '../word.ts';
import { itemsAt, memberAt, objectAt, textAt, wordAt } from './fields.ts';
import type { Complain, Placed } from './fields.ts';
import { accessesAt } from './read-access.ts';

/** Accesses by one TLB. */
export interface TlbTest {
  readonly name: string;
  readonly tlb: SoftwareTlb;
  readonly accesses: readonly Access[];
}

const entryAt = (item: Placed, complain: Complain): TlbEntry | undefined => {
  const members = objectAt(item, complain);
  if (members === undefined) return undefined;
  const register = (name: string) => wordAt(memberAt(item.path, members, name), 32, complain);
  const entryHi = register('entryHi');
  const entryLo0 = register('entryLo0');
  const entryLo1 = register('entryLo1');
  const pageMask = register('pageMask');
  return entryHi === undefined ||
    entryLo0 === undefined ||
    entryLo1 === undefined ||
    pageMask === undefined
    ? undefined
    : { entryHi, entryLo0, entryLo1, pageMask };
};

const entriesAt = (placed: Placed, complain: Complain): readonly TlbEntry[] => {
  const entries: TlbEntry[] = [];
  for (const item of itemsAt(placed, complain)) {
    const entry = entryAt(item, complain);
    if (entry !== undefined) entries.push(entry);
  }
  return entries;
};

/** The ASID that is current, 0 where it is left out. */
const asidAt = ({ asidBits }: TlbFormat, placed: Placed, complain: Complain): number => {
  const word = placed.value === undefined ? undefined : wordAt(placed, asidBits, complain);
  return word === undefined ? 0 : numberOf(word);
};

/** Reads a test of an architecture whose TLB software fills. */
export const tlbTestAt = (
  format: TlbFormat,
  item: Placed,
  complain: Complain,
): TlbTest | undefined => {
  const members = objectAt(item, complain);
  if (members === undefined) return undefined;
  const member = (name: string): Placed => memberAt(item.path, members, name);
  const name = textAt(member('name'), complain);
  const asid = asidAt(format, member('asid'), complain);
  const entries = entriesAt(member('tlb'), complain);
  const addressed = { addressBits: format.addressBits, seesPrivilege: true };
  const accesses = accessesAt(addressed, member('accesses'), complain);
  return name === undefined ? undefined : { name, tlb: { asid, entries }, accesses };
};
