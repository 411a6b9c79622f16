/** Why a walk by long descriptors gives no translation. */
export type LongFault =
  'addressSize' | 'notPresent' | 'accessFlag' | 'permission' | 'externalOnWalk';

/** Fault status codes for level 0; the level stands in the low two bits. */
const codes: Readonly<Record<LongFault, number>> = {
  addressSize: 0b000000,
  notPresent: 0b000100,
  accessFlag: 0b001000,
  permission: 0b001100,
  externalOnWalk: 0b010100,
};

/**
 * The fault status code, as IFSC, DFSC or the STATUS of a long-descriptor FSR.
 *
 * Source: DDI 0487, ESR_ELx, ISS encodings for Instruction and Data Aborts; DDI 0406C B3.13: Long-descriptor format FSR encodings.
 */
export const statusOf = (fault: LongFault, level: number): number => codes[fault] + level;
