import type { KnownFault } from '../known-answer.ts';

type Entry = readonly [hi: string, lo0: string, lo1: string, mask: string];

/** Of the pair of pages of 4 KB at 0x402000, of ASID 5, the odd one: its frame is 0x12345. */
export const va = '0x403abc';

/** The entry of that pair, which holds frame 0x777 and 0x12345; V and D are 1. */
export const pair: Entry = ['0x402005', '0x1ddc6', '0x48d146', '0x0'];

/** The same with another EntryLo1. */
export const odd = (lo1: string): readonly Entry[] => [['0x402005', '0x1ddc6', lo1, '0x0']];

export const to = (pa: string) => ({ pa, updates: {} });

const exceptionBy =
  (fault: KnownFault['fault'], raises: KnownFault['raises']) =>
  (code: string): KnownFault => ({ fault, raises, code });

export const refill = exceptionBy('notPresent', 'TLB Refill');
export const invalid = exceptionBy('invalid', 'TLB Invalid');
export const modified = exceptionBy('modified', 'TLB Modified');
export const addressError = exceptionBy('addressError', 'Address Error');
export const machineCheck = exceptionBy('machineCheck', 'Machine Check');
