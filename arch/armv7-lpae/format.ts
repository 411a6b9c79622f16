import { makeLongFormat } from '../arm-long/format.ts';
import { levelsFrom, startLevel } from '../arm-long/levels.ts';
import { firstStageCache } from '../arm-long/fields.ts';
import type { Regime, RightsOfRegime } from '../arm-long/regime.ts';
import { settingOf } from '../control.ts';
import type { ControlBit } from '../control.ts';
import type { Format } from '../format.ts';
import { meets, ones } from '../word.ts';
import { abort } from './aborts.ts';
import { addressTop, lpaeDescriptors } from './layouts.ts';
import { numbersOf, permits } from './rights.ts';

type ControlName = 't0sz' | 'epd0';

/**
 * TTBCR.T0SZ and EPD0. EAE and EPD1 are 1, T1SZ is 0: there are no tables but those of TTBR0.
 *
 * Source: DDI 0406C B4.1: TTBCR, format when using the Long-descriptor translation table format.
 */
const controlBits: readonly ControlBit<ControlName>[] = [
  { name: 't0sz', bits: 3, usual: 0 },
  { name: 'epd0', bits: 1, usual: 0 },
];

/** The rights of stage 1: a part, so that wrong ones can be planted. */
export const lpaeRights: RightsOfRegime = {
  permits,
  numbersOf,
  effective: (rights) => ({ ...rights, read: true }),
  writable: 0,
};

const regimeBy =
  (rights: RightsOfRegime) =>
  (settings: Readonly<Partial<Record<ControlName, number>>>): Regime => {
    const inputBits = 32 - settingOf(controlBits, settings, 't0sz');
    const isOn = settingOf(controlBits, settings, 'epd0') === 0;
    return {
      levels: levelsFrom(lpaeDescriptors, startLevel(inputBits), inputBits),
      output: { bits: addressTop + 1, top: addressTop },
      reaches: (address) => isOn && !meets(address, ones(inputBits, 31)),
      accepts: (address) => isOn && !meets(address, ones(inputBits, 63)),
      unreached: 1,
      updates: 'nothing',
      rights,
      cacheNumbers: firstStageCache,
      faultOf: abort,
    };
  };

/** The format with these rights. */
export const makeArmv7Lpae = (rights: RightsOfRegime): Format<ControlName> =>
  makeLongFormat({
    name: 'armv7-lpae',
    addressBits: 32,
    physicalBits: addressTop + 1,
    seesPrivilege: true,
    controlBits,
    descriptors: lpaeDescriptors,
    regimeOf: regimeBy(rights),
  });

/**
 * Stage 1 of the PL1&0 regime of ARMv7 with the Large Physical Address Extension: pages of 4 KB, blocks
 * of 2 MB and 1 GB. Source: DDI 0406C B3.6; spec/arch/armv7-lpae.md.
 */
export const armv7Lpae = makeArmv7Lpae(lpaeRights);
