import { innerShareable } from '../arm-long/fields.ts';
import { makeLongFormat } from '../arm-long/format.ts';
import { firstBit, levelsFrom } from '../arm-long/levels.ts';
import type { LevelNumber } from '../arm-long/levels.ts';
import type { Regime, RightsOfRegime } from '../arm-long/regime.ts';
import {
  inputBitsOf,
  inputSizes,
  isInputSize,
  outputBitsOf,
  updatesOfControl,
} from '../arm-long/sizes.ts';
import { abort } from '../arm-long/syndrome.ts';
import { settingOf } from '../control.ts';
import type { ControlBit } from '../control.ts';
import type { Format } from '../format.ts';
import type { Cacheability } from '../page.ts';
import { meets, ones } from '../word.ts';
import { addressTop, secondStageDescriptors } from './layouts.ts';
import { numbersOf, permits } from './rights.ts';

type ControlName = 't0sz' | 'sl0' | 'ps' | 'ha' | 'hd';

/** VTCR_EL2.T0SZ, SL0, PS, HA and HD; TG0 chooses 4 KB. Source: DDI 0487, VTCR_EL2. */
const controlBits: readonly ControlBit<ControlName>[] = [
  { name: 't0sz', bits: 6, usual: 16 },
  { name: 'sl0', bits: 2, usual: 2 },
  { name: 'ps', bits: 3, usual: 5 },
  { name: 'ha', bits: 1, usual: 0 },
  { name: 'hd', bits: 1, usual: 0 },
];

/** Levels at which a walk may start, by SL0; 3 is reserved. Source: DDI 0487 D4.2.5, table D4-13. */
const starts: readonly LevelNumber[] = [2, 1, 0];

interface Input {
  readonly start: LevelNumber;
  readonly bits: number;
  /** Do T0SZ and SL0 agree? */
  readonly agrees: boolean;
}

/**
 * Where a walk starts, and with how many bits: 2 entries at least, and 16 tables in a row at most.
 * Where T0SZ and SL0 do not agree, the nearest that would.
 *
 * Source: DDI 0487 D4.2.5; D4.2.6: Concatenated translation tables; D4.2.10: startsizecheck.
 */
export const inputOf = (t0sz: number, sl0: number): Input => {
  const start = starts[sl0] ?? 0;
  const [least, most] = [firstBit(start) + 1, Math.min(firstBit(start) + 13, inputSizes.most)];
  const asked = inputBitsOf(t0sz);
  const bits = Math.min(Math.max(asked, least), most);
  const agrees = starts[sl0] !== undefined && isInputSize(t0sz) && bits === asked;
  return { start, bits, agrees };
};

/** MemAttr of write-back memory, and of Device-nGnRE. Source: DDI 0487 D4.4.2: stage 2 memory region attributes. */
const cacheNumbers = (holds: Cacheability) => ({
  MemAttr: holds === 'device' ? 0b0001 : 0b1111,
  SH: innerShareable,
});

/** The rights of stage 2: a part, so that wrong ones can be planted. */
export const secondStageRights: RightsOfRegime = {
  permits,
  numbersOf,
  effective: (rights) => ({ ...rights, user: true }),
  writable: 1,
};

const regimeBy =
  (rights: RightsOfRegime) =>
  (settings: Readonly<Partial<Record<ControlName, number>>>): Regime => {
    const setting = (name: ControlName): number => settingOf(controlBits, settings, name);
    const { start, bits, agrees } = inputOf(setting('t0sz'), setting('sl0'));
    const reaches: Regime['reaches'] = (address) => agrees && !meets(address, ones(bits, 63));
    return {
      levels: levelsFrom(secondStageDescriptors, start, bits),
      output: { bits: outputBitsOf(setting('ps')), top: addressTop },
      reaches,
      accepts: reaches,
      unreached: 0,
      updates: updatesOfControl(setting('ha'), setting('hd')),
      rights,
      cacheNumbers,
      // It is taken to EL2, from the levels below.
      faultOf: (fault, level, access) => abort(fault, level, access, 'lower'),
    };
  };

/** The format with these rights. */
export const makeArmv8SecondStage = (rights: RightsOfRegime): Format<ControlName> =>
  makeLongFormat({
    name: 'armv8-s2',
    addressBits: 48,
    physicalBits: addressTop + 1,
    seesPrivilege: false,
    controlBits,
    descriptors: secondStageDescriptors,
    regimeOf: regimeBy(rights),
  });

/**
 * Stage 2 of the EL1&0 regime of VMSAv8-64, for the 4 KB granule: addresses of guests' memory, pages of
 * 4 KB, blocks of 2 MB and 1 GB. Source: DDI 0487 D4; spec/arch/armv8-s2.md.
 */
export const armv8SecondStage = makeArmv8SecondStage(secondStageRights);
