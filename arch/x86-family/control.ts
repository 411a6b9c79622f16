import { settingOf } from '../control.ts';
import type { ControlBit } from '../control.ts';

/** MAXPHYADDR: the bits of a physical address. Source: SDM 3A 4.1.4. */
export const physicalAddressBits = 40;

export type X86ControlName = 'wp' | 'pse' | 'nxe' | 'smep' | 'smap' | 'pge';

/**
 * CR0.WP, CR4.PSE, IA32_EFER.NXE, CR4.SMEP, CR4.SMAP, CR4.PGE; EFLAGS.AC, CR4.PCIDE, CR4.PKE and
 * CR4.LA57 are 0. Source: SDM 3A 4.1.3.
 */
export type X86Control = Readonly<Record<X86ControlName, boolean>>;

/** The control bits with what they usually are; `nxe` is 0 where there is no bit that forbids execution. */
export const controlBits = (nxe: 0 | 1): readonly ControlBit<X86ControlName>[] => [
  { name: 'wp', bits: 1, usual: 1 },
  { name: 'pse', bits: 1, usual: 1 },
  { name: 'nxe', bits: 1, usual: nxe },
  { name: 'smep', bits: 1, usual: 0 },
  { name: 'smap', bits: 1, usual: 0 },
  { name: 'pge', bits: 1, usual: 0 },
];

export const controlOf = (
  bits: readonly ControlBit<X86ControlName>[],
  settings: Readonly<Partial<Record<X86ControlName, number>>>,
): X86Control => {
  const isOn = (name: X86ControlName): boolean => settingOf(bits, settings, name) !== 0;
  return {
    wp: isOn('wp'),
    pse: isOn('pse'),
    nxe: isOn('nxe'),
    smep: isOn('smep'),
    smap: isOn('smap'),
    pge: isOn('pge'),
  };
};
