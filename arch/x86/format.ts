import type { Level } from '../radix/level.ts';
import { field } from '../word.ts';
import { permits } from '../x86-family/access-rights.ts';
import { controlBits } from '../x86-family/control.ts';
import { makeX86Format } from '../x86-family/format.ts';
import type { X86Parts } from '../x86-family/format.ts';
import { pde, pdePage, pdeWithoutPse, pte } from './layouts.ts';

const pageTable: Level = { name: 'PTE', first: 12, last: 21, table: undefined, page: pte };

const withPse: readonly Level[] = [
  { name: 'PDE', first: 22, last: 31, table: pde, page: pdePage },
  pageTable,
];

const withoutPse: readonly Level[] = [
  { name: 'PDE', first: 22, last: 31, table: pdeWithoutPse, page: undefined },
  pageTable,
];

/** The parts of 32-bit paging. No bit forbids execution. */
export const x86Parts: X86Parts = {
  name: 'x86',
  bytes: 4,
  addressBits: 32,
  controlBits: controlBits(0),
  levels: ({ pse }) => (pse ? withPse : withoutPse),
  hasXd: false,
  bearsRights: () => true,
  isCanonical: () => true,
  rootOf: (base) => field(base, 12, 31) * 2 ** 12,
  isLoadable: () => true,
  permits,
};

/** 32-bit paging: pages of 4 KB, and of 4 MB with CR4.PSE. Source: SDM 3A 4.3; spec/arch/x86.md. */
export const x86 = makeX86Format(x86Parts);
