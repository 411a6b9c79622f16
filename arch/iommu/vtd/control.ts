import { settingOf } from '../../control.ts';
import type { ControlBit } from '../../control.ts';

export type VtdControlName = 'mgaw' | 'sagaw' | 'sllps' | 'pt' | 'dt';

/**
 * What the capability registers say: bits of a guest address, which numbers of levels there are, which
 * super pages (bit 0 for 2 MB, bit 1 for 1 GB), pass-through and device TLBs.
 *
 * Units:  `mgaw` is the width itself, one more than CAP_REG.MGAW.
 * Source: D51397 10.4.2: MGAW, SAGAW, SLLPS; 10.4.3: PT, DT.
 */
export const vtdControlBits: readonly ControlBit<VtdControlName>[] = [
  { name: 'mgaw', bits: 6, usual: 48 },
  { name: 'sagaw', bits: 5, usual: 0b01110 },
  { name: 'sllps', bits: 4, usual: 0b0011 },
  { name: 'pt', bits: 1, usual: 1 },
  { name: 'dt', bits: 1, usual: 0 },
];

/** HAW: bits of an address of memory. Source: D51397 8.1: Host Address Width. */
export const hostAddressWidth = 40;

export type VtdControl = Readonly<Record<VtdControlName, number>>;

export const vtdControlOf = (
  settings: Readonly<Partial<Record<VtdControlName, number>>>,
): VtdControl => {
  const setting = (name: VtdControlName): number => settingOf(vtdControlBits, settings, name);
  return {
    mgaw: setting('mgaw'),
    sagaw: setting('sagaw'),
    sllps: setting('sllps'),
    pt: setting('pt'),
    dt: setting('dt'),
  };
};

/** The numbers of levels, by the value of AW; other values are reserved. Source: D51397 9.3: AW. */
export const levelsByWidth: Readonly<Record<number, number>> = { 1: 3, 2: 4, 3: 5 };

/** Bits of an address that so many levels resolve. */
export const bitsOfLevels = (count: number): number => 12 + 9 * count;

/** The largest AW that there is; 0 where there is none. */
export const largestWidth = ({ sagaw }: VtdControl): number =>
  [3, 2, 1].find((width) => Math.floor(sagaw / 2 ** width) % 2 === 1) ?? 0;

/** Is an AW one that there is? Source: D51397 10.4.2: SAGAW: bits 1 to 3 for 39, 48 and 57 bits. */
export const hasWidth = ({ sagaw }: VtdControl, width: number): boolean =>
  levelsByWidth[width] !== undefined && Math.floor(sagaw / 2 ** width) % 2 === 1;
