import { entriesAt } from '../known-answer.ts';
import type { KnownFault } from '../known-answer.ts';

/** A guest-physical address: bits 47:39, 38:30, 29:21 and 20:12 are 1, 2, 3 and 4; the offset is 0xabc. */
export const va = '0x8080604abc';

/** The entries of `va` from the PML4E down, in their places; `-` leaves one out. Tables at 0x1000, 0x2000, 0x3000 and 0x4000. */
export const entries = entriesAt(['0x1008', '0x2010', '0x3018', '0x4020']);

/** An EPT violation with its exit qualification. */
export const violation = (fault: KnownFault['fault'], code: string): KnownFault => ({
  fault,
  raises: 'EPT violation',
  code,
});

export const misconfiguration: KnownFault = {
  fault: 'reserved',
  raises: 'EPT misconfiguration',
  code: '0x0',
};

export const entryFailure: KnownFault = {
  fault: 'reserved',
  raises: 'VM-entry failure',
  code: '0x7',
};

/** An EPTP: write-back, a walk of four levels, the root at 0x1000. */
export const base = '0x101e';
/** The same with accessed and dirty flags. */
export const baseWithAd = '0x105e';
export const four = entries('0x2007', '0x3007', '0x4007', '0x5037');
/** The page may be read and executed. */
export const readOnly = entries('0x2007', '0x3007', '0x4007', '0x5035');
/** The page may be executed alone. */
export const executeOnly = entries('0x2007', '0x3007', '0x4007', '0x5034');
