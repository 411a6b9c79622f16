import { descriptorsOf, shareable } from '../arm-long/fields.ts';
import type { Descriptors } from '../arm-long/levels.ts';
import { flag, ignored, number } from '../layout.ts';

/** The highest bit of an address in a descriptor of the 4 KB granule. */
export const addressTop = 47;

/** Descriptors of stage 2 of the EL1&0 regime. References to tables have no attributes. */
export const secondStageDescriptors: Descriptors = descriptorsOf({
  top: addressTop,
  tableHigh: [ignored(48, 63)],
  low: [number(2, 5, 'MemAttr'), flag(6, 'S2AP[0]'), flag(7, 'S2AP[1]'), ...shareable, ignored(11)],
  high: [
    ignored(48, 50),
    flag(51, 'DBM'),
    flag(52, 'Contiguous'),
    ignored(53),
    flag(54, 'XN'),
    ignored(55, 63),
  ],
  sources: {
    upper: 'DDI 0487 D4.3.1, figure D4-16; D4.3.3',
    page: 'DDI 0487 D4.3.2, figure D4-17; D4.3.3',
  },
});
