import { settingOf } from '../../control.ts';
import type { ControlBit } from '../../control.ts';

export type SmmuControlName = 'log2size' | 's1p' | 's2p' | 'ssidsize' | 'recinvsid';

/**
 * Entries of the linear stream table, which stages there are, bits of a SubstreamID, and whether a bad
 * StreamID is recorded.
 *
 * Source: IHI 0070 6.3: SMMU_STRTAB_BASE_CFG.LOG2SIZE; SMMU_IDR0.S1P and S2P; SMMU_IDR1.SSIDSIZE; SMMU_CR2.RECINVSID.
 */
export const smmuControlBits: readonly ControlBit<SmmuControlName>[] = [
  { name: 'log2size', bits: 6, usual: 10 },
  { name: 's1p', bits: 1, usual: 1 },
  { name: 's2p', bits: 1, usual: 1 },
  { name: 'ssidsize', bits: 5, usual: 8 },
  { name: 'recinvsid', bits: 1, usual: 1 },
];

export type SmmuControl = Readonly<Record<SmmuControlName, number>>;

/** Bits of a StreamID; a stream table is not larger. Source: IHI 0070 6.3: SMMU_IDR1.SIDSIZE. */
const streamBits = 16;

export const smmuControlOf = (
  settings: Readonly<Partial<Record<SmmuControlName, number>>>,
): SmmuControl => {
  const setting = (name: SmmuControlName): number => settingOf(smmuControlBits, settings, name);
  return {
    log2size: Math.min(setting('log2size'), streamBits),
    s1p: setting('s1p'),
    s2p: setting('s2p'),
    ssidsize: setting('ssidsize'),
    recinvsid: setting('recinvsid'),
  };
};

/** OAS 2: addresses of memory have 40 bits, and so have those between the stages. Source: IHI 0070 3.4. */
export const outputSize = 2;
export const outputBits = 40;

/** Which stage domains have: the first where there is one. */
export const domainStage = ({ s1p }: SmmuControl): 'first' | 'second' =>
  s1p === 1 ? 'first' : 'second';
