import { address, fixed, flag, ignored, layout, number } from '../layout.ts';
import type { Field } from '../layout.ts';

/** Bits of descriptors, as the manual names them. */
export type EntryName =
  'B' | 'C' | 'XN' | 'PXN' | 'Domain' | 'AP[1:0]' | 'AP[2]' | 'TEX' | 'S' | 'nG' | 'NS';

const source = 'DDI 0406C figure B3-4';
const pageSource = 'DDI 0406C figure B3-5';

export const pageTable = layout<EntryName>('Page table', source, 32, [
  fixed(0, 'type', 1),
  fixed(1, 'type', 0),
  flag(2, 'PXN'),
  flag(3, 'NS'),
  ignored(4),
  number(5, 8, 'Domain'),
  ignored(9),
  address(10, 31),
]);

/** Bits 0 to 4 of a section and a supersection. */
const low: readonly Field<EntryName>[] = [
  flag(0, 'PXN'),
  fixed(1, 'type', 1),
  flag(2, 'B'),
  flag(3, 'C'),
  flag(4, 'XN'),
];

/** Bits 9 to 19, of which bit 18 tells a supersection from a section. */
const middle = (isSupersection: 0 | 1): readonly Field<EntryName>[] => [
  ignored(9),
  number(10, 11, 'AP[1:0]'),
  number(12, 14, 'TEX'),
  flag(15, 'AP[2]'),
  flag(16, 'S'),
  flag(17, 'nG'),
  fixed(18, 'supersection', isSupersection),
  flag(19, 'NS'),
];

export const section = layout<EntryName>('Section', source, 32, [
  ...low,
  number(5, 8, 'Domain'),
  ...middle(0),
  address(20, 31),
]);

export const supersection = layout<EntryName>('Supersection', source, 32, [
  ...low,
  address(5, 8, 36),
  ...middle(1),
  address(20, 23, 32),
  address(24, 31),
]);

export const largePage = layout<EntryName>('Large page', pageSource, 32, [
  fixed(0, 'type', 1),
  fixed(1, 'type', 0),
  flag(2, 'B'),
  flag(3, 'C'),
  number(4, 5, 'AP[1:0]'),
  ignored(6, 8),
  flag(9, 'AP[2]'),
  flag(10, 'S'),
  flag(11, 'nG'),
  number(12, 14, 'TEX'),
  flag(15, 'XN'),
  address(16, 31),
]);

export const smallPage = layout<EntryName>('Small page', pageSource, 32, [
  flag(0, 'XN'),
  fixed(1, 'type', 1),
  flag(2, 'B'),
  flag(3, 'C'),
  number(4, 5, 'AP[1:0]'),
  number(6, 8, 'TEX'),
  flag(9, 'AP[2]'),
  flag(10, 'S'),
  flag(11, 'nG'),
  address(12, 31),
]);
