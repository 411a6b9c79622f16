import { armv8, armv8Rights, makeArmv8 } from '../../armv8/format.ts';
import {
  armv8SecondStage,
  makeArmv8SecondStage,
  secondStageRights,
} from '../../armv8-s2/format.ts';
import type { RightsOfRegime } from '../../arm-long/regime.ts';
import { withField } from '../../word.ts';
import type { IommuFormat } from '../iommu.ts';
import { makeSmmuv3 } from './format.ts';

const blindTo = (rights: RightsOfRegime, bit: number, value: 0 | 1): RightsOfRegime => ({
  ...rights,
  permits: (access, { tables, leaf }) =>
    rights.permits(access, { tables, leaf: withField(leaf, bit, bit, value) }),
});

const ofFirst = (rights: RightsOfRegime): IommuFormat =>
  makeSmmuv3({ first: makeArmv8(rights), second: armv8SecondStage });

const ofSecond = (rights: RightsOfRegime): IommuFormat =>
  makeSmmuv3({ first: armv8, second: makeArmv8SecondStage(rights) });

/** SMMUv3 with one wrong permission bit of the first stage. */
export const firstStageHoles: readonly (readonly [string, IommuFormat])[] = [
  ['does not see AP[2]', ofFirst(blindTo(armv8Rights, 7, 0))],
  ['takes every page for one of the kernel', ofFirst(blindTo(armv8Rights, 6, 0))],
];

/** SMMUv3 with one wrong permission bit of the second stage. */
export const secondStageHoles: readonly (readonly [string, IommuFormat])[] = [
  ['does not see S2AP[0]', ofSecond(blindTo(secondStageRights, 6, 1))],
  ['does not see S2AP[1]', ofSecond(blindTo(secondStageRights, 7, 1))],
];
