import type { ArchName } from '../names.ts';

/** How a kernel sets up an architecture to translate for programs. */
export interface ProgramSettings {
  /** Control bits that decide which tables there are; a board has no say in them. */
  readonly tables: Readonly<Record<string, number>>;
  /** Control bits that bind the kernel itself, where the processor has them. */
  readonly hardening: Readonly<Record<string, number>>;
  /** Bits of the table base besides the address of the root. */
  readonly base: number;
  /** The least address behind those that programs have: the kernel's own lie from there on. */
  readonly addressEnd: number;
}

const x86Hardening = { wp: 1, smep: 1, smap: 1 } as const;
const threeGigabytes = 0xc000_0000;
const twoGigabytes = 0x8000_0000;
/** Half of 48 bits. */
const longHalf = 2 ** 47;

/**
 * The settings of each architecture for programs. Control bits that are not said are as usual.
 *
 * Shape:  of the 32-bit formats of Arm but ARMv5 the tables end where programs do, so that an address behind
 *         is translated by none; second stages have a guest in the place of a program.
 * Source: TTBCR.N 1 and PD1 1: DDI 0406C B4.1.153; an EPTP of write-back, four levels, with accessed and dirty
 *         flags: SDM 3C 24.6.11.
 */
export const programSettings: Readonly<Record<ArchName, ProgramSettings>> = {
  x86: { tables: {}, hardening: x86Hardening, base: 0, addressEnd: threeGigabytes },
  'x86-pae': { tables: {}, hardening: x86Hardening, base: 0, addressEnd: threeGigabytes },
  x86_64: { tables: {}, hardening: x86Hardening, base: 0, addressEnd: longHalf },
  ept: { tables: {}, hardening: {}, base: 0x5e, addressEnd: longHalf },
  armv5: { tables: {}, hardening: {}, base: 0, addressEnd: twoGigabytes },
  armv7: { tables: { ttbcr: 0x21 }, hardening: {}, base: 0, addressEnd: twoGigabytes },
  'armv7-lpae': { tables: { t0sz: 1 }, hardening: {}, base: 0, addressEnd: twoGigabytes },
  armv8: { tables: { t0sz: 16 }, hardening: {}, base: 0, addressEnd: longHalf },
  'armv8-s2': { tables: { t0sz: 16, sl0: 2 }, hardening: {}, base: 0, addressEnd: longHalf },
  mips32: { tables: {}, hardening: {}, base: 0, addressEnd: twoGigabytes },
};
