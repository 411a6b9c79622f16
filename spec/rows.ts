/** The mission, row by row: `S` the modelled system, `C` the means, `X` what goes beyond them. */
export const rowTitles = {
  S1: 'one mechanism of communication',
  S2: 'a replaceable kernel and a loosely coupled security engine',
  S3: 'native programs and POSIX programs side by side',
  S4: 'mandatory identification and labelling',
  S5: 'a modular system with a small trusted base',
  S6: 'a component model',
  S7: 'simple configuration languages',
  S8: 'verification of any solution',
  S9: 'security from the first step and through the whole life cycle',
  S10: 'strong isolation of security domains',
  S11: 'typed interfaces, every message checked',
  S12: 'static configuration, checked first',
  S13: 'complete mediation',
  S14: 'default deny',
  S15: 'drivers in user space',
  S16: 'trusted parts in an untrusted environment',
  S17: 'ISO C and POSIX profiles over the native interface',
  S18: 'a secure hypervisor',
  S19: 'many kinds of policy at once',
  S20: 'policy changes without touching components',
  S21: 'MMU required, IOMMU recommended',
  S22: 'page-table formats of six architectures',
  S23: 'board descriptions',
  S24: 'a memory budget',
  S25: 'an example for each field of use',
  S26: 'availability against exhaustion',
  S27: 'capabilities and audit',
  C1: 'TLA+ specifications',
  C2: 'the model is the specification',
  C3: 'an executable simulator',
  C4: 'assurance evidence',
  C5: 'a reference oracle',
  X1: 'attack finder',
  X2: 'computed trusted base',
  X3: 'policy analysis',
  X4: 'vectors that know what they kill',
  X5: 'a planted failure for every gate',
  X6: 'mutation score',
  X7: 'hardware conformance',
  X8: 'a reproducible certificate',
  X9: 'assumption switches',
  X10: 'editor support',
  X11: 'a browser explorer',
} as const satisfies Record<string, string>;

export type RowId = keyof typeof rowTitles;

const isRowId = (name: string): name is RowId => Object.hasOwn(rowTitles, name);

/** All rows, in their order. */
export const rowIds: readonly RowId[] = Object.keys(rowTitles).filter(isRowId);
