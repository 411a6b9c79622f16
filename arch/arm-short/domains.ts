/** What a domain says of the pages in it: `client` has their permissions checked, `manager` has not. */
export type DomainAccess = 'none' | 'client' | 'manager';

/**
 * What DACR says of a domain. The value 0b10 is reserved, its effect unpredictable: taken for no access.
 *
 * Source: DDI 0406C B3.7.3, B4.1.43; DDI 0100I B4.3.
 */
export const domainAccess = (dacr: number, domain: number): DomainAccess => {
  const access = (dacr >>> (domain * 2)) & 0b11;
  if (access === 0b01) return 'client';
  return access === 0b11 ? 'manager' : 'none';
};

/** DACR with all 16 domains as clients. */
export const allClients = 0x55555555;
