import { descriptorsOf, shareable } from '../arm-long/fields.ts';
import type { Descriptors } from '../arm-long/levels.ts';
import { flag, ignored, number } from '../layout.ts';

/** The highest bit of an address in a descriptor of the 4 KB granule. */
export const addressTop = 47;

/** Descriptors of stage 1 of the EL1&0 regime. NS and NSTable mean nothing in Non-secure state. */
export const armv8Descriptors: Descriptors = descriptorsOf({
  top: addressTop,
  tableHigh: [
    ignored(48, 58),
    flag(59, 'PXNTable'),
    flag(60, 'UXNTable'),
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
  high: [
    ignored(48, 50),
    flag(51, 'DBM'),
    flag(52, 'Contiguous'),
    flag(53, 'PXN'),
    flag(54, 'UXN'),
    ignored(55, 63),
  ],
  sources: {
    upper: 'DDI 0487 D4.3.1, figure D4-16; D4.3.3',
    page: 'DDI 0487 D4.3.2, figure D4-17; D4.3.3',
  },
});
