import { allClients } from '../arm-short/domains.ts';
import { settingOf } from '../control.ts';
import type { ControlBit } from '../control.ts';

export type Armv7ControlName = 'dacr' | 'afe' | 'tre' | 'ttbcr' | 'ttbr1' | 'asid';

/**
 * DACR, SCTLR.AFE, SCTLR.TRE, TTBCR, TTBR1 and CONTEXTIDR.ASID. TTBCR.EAE is 0, which chooses short
 * descriptors. TRE and ASID change no translation of an empty TLB.
 *
 * Source: DDI 0406C B4.1.43, B4.1.130, B4.1.153, B4.1.155.
 */
export const controlBits: readonly ControlBit<Armv7ControlName>[] = [
  { name: 'dacr', bits: 32, usual: allClients },
  { name: 'afe', bits: 1, usual: 0 },
  { name: 'tre', bits: 1, usual: 0 },
  { name: 'ttbcr', bits: 6, usual: 0 },
  { name: 'ttbr1', bits: 32, usual: 0 },
  { name: 'asid', bits: 8, usual: 0 },
];

/** What a walk depends on. */
export interface Armv7Control {
  readonly dacr: number;
  readonly afe: boolean;
  /** TTBCR.N: addresses with any of their top N bits set are translated by TTBR1. */
  readonly n: number;
  /** TTBCR.PD0 and PD1: no walks by TTBR0, by TTBR1. */
  readonly pd0: boolean;
  readonly pd1: boolean;
  readonly ttbr1: number;
}

export const controlOf = (
  settings: Readonly<Partial<Record<Armv7ControlName, number>>>,
): Armv7Control => {
  const set = (name: Armv7ControlName): number => settingOf(controlBits, settings, name);
  const ttbcr = set('ttbcr');
  return {
    dacr: set('dacr'),
    afe: set('afe') !== 0,
    n: ttbcr & 0b111,
    pd0: (ttbcr & 0x10) !== 0,
    pd1: (ttbcr & 0x20) !== 0,
    ttbr1: set('ttbr1'),
  };
};
