// @ts-check
/** Differences that are known; spec/arch/differences.md has them by the same names. @type {Readonly<Record<string, string>>} */
export const excuses = {
  E1: 'a page fault by a reserved bit has P 0',
  E2: 'a PDPTE of PAE paging gets bit 5',
  E3: 'accessed bits are set on the way to a fault',
  E4: 'a block descriptor at level 0 is taken for a block of 512 GB',
  E5: 'EL1 executes a page of EL0 that is clean, and writable with the dirty state managed',
  E6: 'a domain without access is told before the second level is read',
  E7: 'the domain, and XN, are looked at before the access flag',
  E8: 'two entries of a TLB that match are no machine check',
  E9: 'a translation fault of the first level tells a domain',
  E10: 'no address has a translation where T0SZ or SL0 ask for more bits than PS has',
};
