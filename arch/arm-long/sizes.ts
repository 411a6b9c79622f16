import type { Regime } from './regime.ts';

/** Bits of an input address that VMSAv8-64 has, for the 4 KB granule. Source: DDI 0487 D4.2.5, D4.2.10. */
export const inputSizes = { least: 25, most: 48 } as const;

/** The size of the input address that T0SZ asks for, and that is taken where there is none such. */
export const inputBitsOf = (t0sz: number): number =>
  Math.min(Math.max(64 - t0sz, inputSizes.least), inputSizes.most);

/** T0SZ out of its range: of what the manual permits, the fault is taken. Source: DDI 0487 D4.2.10. */
export const isInputSize = (t0sz: number): boolean => inputBitsOf(t0sz) === 64 - t0sz;

/**
 * Bits of an output address by TCR_EL1.IPS or VTCR_EL2.PS; the values that are reserved are as 48 bits.
 *
 * Source: DDI 0487 D4.2.10; TCR_EL1.IPS, VTCR_EL2.PS.
 */
export const outputBitsOf = (size: number): number => [32, 36, 40, 42, 44][size] ?? 48;

/** What hardware manages, by HA and HD; HD alone means nothing. Source: DDI 0487, TCR_EL1 and VTCR_EL2. */
export const updatesOfControl = (ha: number, hd: number): Regime['updates'] => {
  if (ha === 0) return 'nothing';
  return hd === 0 ? 'accessFlag' : 'accessFlagAndDirtyState';
};
