import { descriptorBits } from '../arm-long/bits.ts';
import type { RightsOfRegime } from '../arm-long/regime.ts';
import { isSet } from '../word.ts';

/**
 * Which accesses the permissions permit, from EL1 and EL0 alike. XN alone decides on execution: it may
 * be permitted where reading is not. Tables bear no limits.
 *
 * Source: DDI 0487 D4.4.1, table D4-31; D4.2.10: AArch64.CheckS2Permission.
 */
export const permits: RightsOfRegime['permits'] = ({ kind }, { leaf }) => {
  switch (kind) {
    case 'load':
      return isSet(leaf, descriptorBits.unprivileged);
    case 'store':
      return isSet(leaf, descriptorBits.writing);
    case 'execute':
      return !isSet(leaf, descriptorBits.executeNever);
  }
};

/** What a page says for rights. DBM is 0: a page that may not be written stays so. */
export const numbersOf: RightsOfRegime['numbersOf'] = ({ read, write, execute }) => ({
  'S2AP[0]': Number(read),
  'S2AP[1]': Number(write),
  XN: Number(!execute),
  DBM: 0,
});
