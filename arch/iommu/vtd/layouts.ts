import { address, fixed, flag, ignored, layout, number, reserved } from '../../layout.ts';
import type { Field } from '../../layout.ts';
import { hostAddressWidth } from './control.ts';

const top = hostAddressWidth - 1;

export const rootLow = layout('root entry, low', 'D51397 9.1', 64, [
  flag(0, 'P'),
  reserved(1, 11),
  address(12, top),
  reserved(top + 1, 63),
]);

export const rootHigh = layout('root entry, high', 'D51397 9.1', 64, [reserved(0, 63)]);

export const contextLow = layout('context entry, low', 'D51397 9.3', 64, [
  flag(0, 'P'),
  flag(1, 'FPD'),
  number(2, 3, 'T'),
  reserved(4, 11),
  address(12, top),
  reserved(top + 1, 63),
]);

export const contextHigh = layout('context entry, high', 'D51397 9.3', 64, [
  number(0, 2, 'AW'),
  ignored(3, 6),
  reserved(7),
  number(8, 23, 'DID'),
  reserved(24, 63),
]);

const rights: readonly Field<'R' | 'W'>[] = [flag(0, 'R'), flag(1, 'W')];
/** Bits 11, snoop, and 62, transient mapping, are reserved, as the hardware modelled has neither. */
const middle: readonly Field<never>[] = [ignored(8, 10), reserved(11)];
const high: readonly Field<never>[] = [
  reserved(top + 1, 51),
  ignored(52, 61),
  reserved(62),
  ignored(63),
];

/** An entry of the levels that have no pages. */
const upper = (name: string) =>
  layout(name, 'D51397 9.8', 64, [
    ...rights,
    ignored(2, 6),
    reserved(7),
    ...middle,
    address(12, top),
    ...high,
  ]);

const middleTable = (name: string) =>
  layout(name, 'D51397 9.8', 64, [
    ...rights,
    ignored(2, 6),
    fixed(7, 'PS', 0),
    ...middle,
    address(12, top),
    ...high,
  ]);

const superPage = (name: string, first: number) =>
  layout(name, 'D51397 9.8', 64, [
    ...rights,
    ignored(2, 6),
    fixed(7, 'PS', 1),
    ...middle,
    reserved(12, first - 1),
    address(first, top),
    ...high,
  ]);

export const pml5e = upper('SL-PML5E');
export const pml4e = upper('SL-PML4E');
export const pdpe = middleTable('SL-PDPE');
export const pdpePage = superPage('SL-PDPE, 1-GByte page', 30);
export const pde = middleTable('SL-PDE');
export const pdePage = superPage('SL-PDE, 2-MByte page', 21);

export const pte = layout('SL-PTE', 'D51397 9.8', 64, [
  ...rights,
  ignored(2, 7),
  ...middle,
  address(12, top),
  ...high,
]);

export const recordLow = layout('fault record, low', 'D51397 9.9', 64, [
  reserved(0, 11),
  number(12, 63, 'FI'),
]);

/** PP, EXE, PRIV and PV are those of requests with a PASID, which legacy mode has not. */
export const recordHigh = layout('fault record, high', 'D51397 9.9', 64, [
  number(0, 15, 'SID'),
  reserved(16, 31),
  number(32, 39, 'FR'),
  reserved(40, 59),
  number(60, 61, 'AT'),
  flag(62, 'T'),
  flag(63, 'F'),
]);
