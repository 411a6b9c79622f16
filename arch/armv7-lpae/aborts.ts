import type { Access } from '../access.ts';
import type { Faulted } from '../walk.ts';
import { statusOf } from '../arm-long/status.ts';
import type { LongFault } from '../arm-long/status.ts';

/** LPAE, bit 9: the register has the long-descriptor format. WnR, bit 11, of the DFSR alone. */
const bits = { longFormat: 0x200, writeNotRead: 0x800 } as const;

/**
 * An abort with its DFSR, or for a fetch its IFSR. ExT and CM are 0.
 *
 * Source: DDI 0406C B3.13, and DFSR and IFSR: the format when using the Long-descriptor format.
 */
export const abort = (fault: LongFault, level: number, { kind }: Access): Faulted => ({
  kind: 'faulted',
  fault,
  raises: kind === 'execute' ? 'Prefetch Abort' : 'Data Abort',
  level,
  code: bits.longFormat | (kind === 'store' ? bits.writeNotRead : 0) | statusOf(fault, level),
});
