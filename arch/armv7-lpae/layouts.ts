import { descriptorsOf, shareable } from '../arm-long/fields.ts';
import type { Descriptors } from '../arm-long/levels.ts';
import { flag, ignored, number } from '../layout.ts';

/** The highest bit of an address in a descriptor. */
export const addressTop = 39;

/**
 * Descriptors of stage 1 of the PL1&0 regime. Bits 51:40 are SBZ, and no part of an address; NS and
 * NSTable mean nothing in Non-secure state.
 */
export const lpaeDescriptors: Descriptors = descriptorsOf({
  top: addressTop,
  tableHigh: [
    ignored(40, 58),
    flag(59, 'PXNTable'),
    flag(60, 'XNTable'),
    flag(61, 'APTable[0]'),
    flag(62, 'APTable[1]'),
    ignored(63),
  ],
  low: [
    number(2, 4, 'AttrIndx'),
    ignored(5),
    flag(6, 'AP[1]'),
    flag(7, 'AP[2]'),
    ...shareable,
    flag(11, 'nG'),
  ],
  high: [ignored(40, 51), flag(52, 'Contiguous'), flag(53, 'PXN'), flag(54, 'XN'), ignored(55, 63)],
  sources: {
    upper: 'DDI 0406C B3.6.1: first-level and second-level descriptor formats',
    page: 'DDI 0406C B3.6.1: third-level descriptor formats',
  },
});
