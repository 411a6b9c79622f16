import { armv8Rights, makeArmv8 } from '../armv8/format.ts';
import { lpaeRights, makeArmv7Lpae } from '../armv7-lpae/format.ts';
import { makeArmv8SecondStage, secondStageRights } from '../armv8-s2/format.ts';
import type { Format } from '../format.ts';
import { withField } from '../word.ts';
import type { Numbers, RightsOfRegime } from './regime.ts';

/** Says other numbers of every page than its rights ask for. */
const saying = (rights: RightsOfRegime, wrong: Numbers): RightsOfRegime => ({
  ...rights,
  numbersOf: (asked) => ({ ...rights.numbersOf(asked), ...wrong }),
});

/** Takes a bit of every page for what it is not. */
const blindToBit = (rights: RightsOfRegime, bit: number, value: 0 | 1): RightsOfRegime => ({
  ...rights,
  permits: (access, { tables, leaf }) =>
    rights.permits(access, { tables, leaf: withField(leaf, bit, bit, value) }),
});

/** Formats of long descriptors with one wrong permission bit: said wrongly, or not seen. */
export const longHoles: readonly (readonly [string, Format])[] = [
  ['armv8: AP[1] is set', makeArmv8(saying(armv8Rights, { 'AP[1]': 1 }))],
  ['armv8: AP[2] is not set', makeArmv8(saying(armv8Rights, { 'AP[2]': 0 }))],
  ['armv8: UXN is not set', makeArmv8(saying(armv8Rights, { UXN: 0 }))],
  ['armv8: PXN is not set', makeArmv8(saying(armv8Rights, { PXN: 0 }))],
  ['armv8: the walk does not see AP[1]', makeArmv8(blindToBit(armv8Rights, 6, 1))],
  ['armv8: the walk does not see AP[2]', makeArmv8(blindToBit(armv8Rights, 7, 0))],
  ['armv8: the walk does not see PXN', makeArmv8(blindToBit(armv8Rights, 53, 0))],
  ['armv8: the walk does not see UXN', makeArmv8(blindToBit(armv8Rights, 54, 0))],
  ['armv7-lpae: AP[1] is set', makeArmv7Lpae(saying(lpaeRights, { 'AP[1]': 1 }))],
  ['armv7-lpae: AP[2] is not set', makeArmv7Lpae(saying(lpaeRights, { 'AP[2]': 0 }))],
  ['armv7-lpae: XN is not set', makeArmv7Lpae(saying(lpaeRights, { XN: 0 }))],
  ['armv7-lpae: PXN is not set', makeArmv7Lpae(saying(lpaeRights, { PXN: 0 }))],
  ['armv7-lpae: the walk does not see AP[1]', makeArmv7Lpae(blindToBit(lpaeRights, 6, 1))],
  ['armv7-lpae: the walk does not see AP[2]', makeArmv7Lpae(blindToBit(lpaeRights, 7, 0))],
  ['armv7-lpae: the walk does not see XN', makeArmv7Lpae(blindToBit(lpaeRights, 54, 0))],
  ['armv8-s2: S2AP[0] is set', makeArmv8SecondStage(saying(secondStageRights, { 'S2AP[0]': 1 }))],
  ['armv8-s2: S2AP[1] is set', makeArmv8SecondStage(saying(secondStageRights, { 'S2AP[1]': 1 }))],
  ['armv8-s2: XN is not set', makeArmv8SecondStage(saying(secondStageRights, { XN: 0 }))],
  [
    'armv8-s2: the walk does not see XN',
    makeArmv8SecondStage(blindToBit(secondStageRights, 54, 0)),
  ],
];
