import type { Access } from '../access.ts';
import type { Faulted } from '../walk.ts';
import { statusOf } from './status.ts';
import type { LongFault } from './status.ts';

/** EC, bits 31:26, of an abort from a lower exception level; from the same one it is 1 more. */
const classes = { instruction: 0x20, data: 0x24 } as const;

/** IL, bit 25: 1 for instruction aborts, and for data aborts with ISV 0. */
const instructionLength = 0x2000000;

/** WnR, bit 6 of the ISS of a data abort. */
const writeNotRead = 0x40;

/**
 * An abort with its ESR_ELx. ISV is 0, as what the instruction's registers are is nothing that a walk
 * knows; CM, EA, FnV and S1PTW are 0.
 *
 * Source: DDI 0487, ESR_ELx: EC, IL, and the ISS encodings for Instruction and Data Aborts.
 */
export const abort = (
  fault: LongFault,
  level: number,
  { kind }: Access,
  from: 'lower' | 'same',
): Faulted => {
  const isFetch = kind === 'execute';
  const exception = (isFetch ? classes.instruction : classes.data) + (from === 'same' ? 1 : 0);
  const write = kind === 'store' ? writeNotRead : 0;
  return {
    kind: 'faulted',
    fault,
    raises: isFetch ? 'Instruction Abort' : 'Data Abort',
    level,
    code: exception * 2 ** 26 + (instructionLength | write | statusOf(fault, level)),
  };
};
