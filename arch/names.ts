/**
 * Every architecture that `walk` names, and whether it is there yet.
 *
 * Shape: `tlb` is there too, but has no tables in memory: its TLB is what software fills.
 */
export const archNames = {
  x86: 'there',
  'x86-pae': 'there',
  x86_64: 'there',
  ept: 'there',
  armv5: 'there',
  armv7: 'there',
  'armv7-lpae': 'there',
  armv8: 'there',
  'armv8-s2': 'there',
  mips32: 'tlb',
} as const satisfies Record<string, 'there' | 'tlb' | 'reserved'>;

export type ArchName = keyof typeof archNames;

type NamesThat<Kind> = {
  [Name in ArchName]: (typeof archNames)[Name] extends Kind ? Name : never;
}[ArchName];

/** The architectures whose formats of tables are there. */
export type FormatName = NamesThat<'there'>;

/** The architectures with a TLB that software fills. */
export type TlbName = NamesThat<'tlb'>;
