/**
 * Every architecture that `walk` names, and whether it is there yet.
 *
 * Shape: MIPS has no tables in memory: its TLB is what software fills.
 */
export const archNames = {
  x86: 'there',
  'x86-pae': 'there',
  x86_64: 'there',
  ept: 'there',
  armv5: 'reserved',
  armv7: 'reserved',
  'armv7-lpae': 'there',
  armv8: 'there',
  'armv8-s2': 'there',
  mips32: 'reserved',
} as const satisfies Record<string, 'there' | 'reserved'>;

export type ArchName = keyof typeof archNames;

/** The architectures whose formats are there. */
export type FormatName = {
  [Name in ArchName]: (typeof archNames)[Name] extends 'there' ? Name : never;
}[ArchName];
