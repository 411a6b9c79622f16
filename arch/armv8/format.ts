import { firstStageCache } from '../arm-long/fields.ts';
import { makeLongFormat } from '../arm-long/format.ts';
import { levelsFrom, startLevel } from '../arm-long/levels.ts';
import type { Regime, RightsOfRegime } from '../arm-long/regime.ts';
import { inputBitsOf, isInputSize, outputBitsOf, updatesOfControl } from '../arm-long/sizes.ts';
import { abort } from '../arm-long/syndrome.ts';
import { settingOf } from '../control.ts';
import type { ControlBit } from '../control.ts';
import type { Format } from '../format.ts';
import { meets, ones } from '../word.ts';
import { addressTop, armv8Descriptors } from './layouts.ts';
import { numbersOf, permits } from './rights.ts';

type ControlName = 't0sz' | 'ips' | 'epd0' | 'tbi' | 'ha' | 'hd';

/**
 * TCR_EL1.T0SZ, IPS, EPD0, TBI0, HA and HD. TG0 chooses 4 KB, EPD1 is 1: there are no tables but those
 * of TTBR0_EL1; HPD0 is 0. Source: DDI 0487, TCR_EL1.
 */
const controlBits: readonly ControlBit<ControlName>[] = [
  { name: 't0sz', bits: 6, usual: 16 },
  { name: 'ips', bits: 3, usual: 5 },
  { name: 'epd0', bits: 1, usual: 0 },
  { name: 'tbi', bits: 1, usual: 0 },
  { name: 'ha', bits: 1, usual: 0 },
  { name: 'hd', bits: 1, usual: 0 },
];

/** The rights of stage 1: a part, so that wrong ones can be planted. */
export const armv8Rights: RightsOfRegime = {
  permits,
  numbersOf,
  effective: (rights) => ({ ...rights, read: true }),
  writable: 0,
};

const regimeBy =
  (rights: RightsOfRegime) =>
  (settings: Readonly<Partial<Record<ControlName, number>>>): Regime => {
    const setting = (name: ControlName): number => settingOf(controlBits, settings, name);
    const inputBits = inputBitsOf(setting('t0sz'));
    const isOn = isInputSize(setting('t0sz')) && setting('epd0') === 0;
    const tagged = ones(inputBits, setting('tbi') === 0 ? 63 : 55);
    return {
      levels: levelsFrom(armv8Descriptors, startLevel(inputBits), inputBits),
      output: { bits: outputBitsOf(setting('ips')), top: addressTop },
      reaches: (address) => isOn && !meets(address, tagged),
      accepts: (address) => isOn && !meets(address, ones(inputBits, 63)),
      unreached: 0,
      updates: updatesOfControl(setting('ha'), setting('hd')),
      rights,
      cacheNumbers: firstStageCache,
      faultOf: (fault, level, access) =>
        abort(fault, level, access, access.privilege === 'user' ? 'lower' : 'same'),
    };
  };

/** The format with these rights. */
export const makeArmv8 = (rights: RightsOfRegime): Format<ControlName> =>
  makeLongFormat({
    name: 'armv8',
    addressBits: 64,
    physicalBits: addressTop + 1,
    seesPrivilege: true,
    controlBits,
    descriptors: armv8Descriptors,
    regimeOf: regimeBy(rights),
  });

/**
 * Stage 1 of the EL1&0 regime of VMSAv8-64, for the 4 KB granule: pages of 4 KB, blocks of 2 MB and
 * 1 GB. Source: DDI 0487 D4; spec/arch/armv8.md.
 */
export const armv8 = makeArmv8(armv8Rights);
