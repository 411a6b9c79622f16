import { address, fixed, flag, ignored, layout, number } from '../layout.ts';
import type { Field } from '../layout.ts';

/** Bits of descriptors, as the manual names them; AP0 to AP3 are those of the subpages, from the lowest. */
export type EntryName = 'B' | 'C' | 'Domain' | 'AP' | 'AP0' | 'AP1' | 'AP2' | 'AP3';

const source = 'DDI 0100I B4.7, first-level descriptors';
const pageSource = 'DDI 0100I B4.7, second-level descriptors';
const fineSource = 'DDI 0100I B4.8; DDI 0198E 3.2';

/** Bits 1 and 0, which tell descriptors of one level apart. */
const type = (value: number): readonly Field<never>[] => [
  fixed(0, 'type', (value & 1) === 1 ? 1 : 0),
  fixed(1, 'type', (value & 2) === 2 ? 1 : 0),
];

/** Bits 4 to 9 of a first-level descriptor; bit 4 should be one. */
const domain: readonly Field<EntryName>[] = [
  fixed(4, 'should be one', 1),
  number(5, 8, 'Domain'),
  ignored(9),
];

export const coarseTable = layout<EntryName>('Coarse page table', source, 32, [
  ...type(0b01),
  ignored(2, 3),
  ...domain,
  address(10, 31),
]);

export const fineTable = layout<EntryName>('Fine page table', fineSource, 32, [
  ...type(0b11),
  ignored(2, 3),
  ...domain,
  ignored(10, 11),
  address(12, 31),
]);

const cached: readonly Field<EntryName>[] = [flag(2, 'B'), flag(3, 'C')];

export const section = layout<EntryName>('Section', source, 32, [
  ...type(0b10),
  ...cached,
  ...domain,
  number(10, 11, 'AP'),
  ignored(12, 19),
  address(20, 31),
]);

const subpages: readonly Field<EntryName>[] = [
  number(4, 5, 'AP0'),
  number(6, 7, 'AP1'),
  number(8, 9, 'AP2'),
  number(10, 11, 'AP3'),
];

export const largePage = layout<EntryName>('Large page', pageSource, 32, [
  ...type(0b01),
  ...cached,
  ...subpages,
  ignored(12, 15),
  address(16, 31),
]);

export const smallPage = layout<EntryName>('Small page', pageSource, 32, [
  ...type(0b10),
  ...cached,
  ...subpages,
  address(12, 31),
]);

export const tinyPage = layout<EntryName>('Tiny page', fineSource, 32, [
  ...type(0b11),
  ...cached,
  number(4, 5, 'AP'),
  ignored(6, 9),
  address(10, 31),
]);
