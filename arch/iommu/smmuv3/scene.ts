import { entriesAt } from '../../known-answer.ts';
import type { KnownDmaFault } from '../known-answer.ts';

export const stream = 1;

/** The stream table, of 1024 entries as usual. */
export const base = '0x10000';

/** Bits 47:39, 38:30, 29:21 and 20:12 are 1, 2, 3 and 4; the offset is 0xabc. */
export const address = '0x8080604abc';

/** The same without the first: an address of 39 bits. */
export const shortAddress = '0x80604abc';

/**
 * The words of the stream's entry, the first two of the context descriptor, and the descriptors of `address`
 * from level 0 down, in tables at 0x3000, 0x4000, 0x5000 and 0x6000.
 */
export const words = entriesAt([
  ...['0x10040', '0x10048', '0x10050', '0x10058', '0x2000', '0x2008'],
  ...['0x3008', '0x4010', '0x5018', '0x6020'],
]);

/** Stage 1, with the context descriptor at 0x2000. */
export const firstEntry = ['0x200b', '0x0', '0x0', '0x0'] as const;

/** Stage 2: VMID 5, 39 bits from level 1, the root at 0x4000, events recorded. */
export const secondEntry = ['0xd', '0x0', '0x40a005900000005', '0x4000'] as const;

/** Both, the root of stage 2 at 0x8000. */
export const bothEntry = ['0x200f', '0x0', '0x40a005900000005', '0x8000'] as const;

/** ASID 5, 48 bits, IPS 40 bits, events recorded, EPD1; the root at 0x3000. */
export const descriptor = ['0x56202c0000010', '0x3000'] as const;

export const tables = ['0x4003', '0x5003', '0x6003'] as const;

/** Stage 1 with a page at 0x7000. */
export const paged = (page: string) => words(...firstEntry, ...descriptor, ...tables, page);

/** Stage 2 with a page at 0x7000. */
export const secondPaged = (page: string) =>
  words(...secondEntry, '-', '-', '-', '0x5003', '0x6003', page);

/** Both, with one block of 1 GB as the whole second stage: what the first reaches is where it is. */
export const bothPaged = (page: string, block = '0x4fd') => ({
  ...words(...bothEntry, ...descriptor, ...tables, page),
  '0x8000': block,
});

/** An event of the configuration of stream 1. */
export const configuration = (
  fault: KnownDmaFault['fault'],
  code: string,
  first: string,
  last = '0x0',
): KnownDmaFault => ({ fault, code, record: [first, '0x0', '0x0', last] });

/** An event of a walk for stream 1: its second word, the address asked, and the last word. */
export const event = (
  fault: KnownDmaFault['fault'],
  code: string,
  [first, second]: readonly [string, string],
  asked = address,
  last = '0x0',
): KnownDmaFault => ({ fault, code, record: [first, second, asked, last] });

/** The second words of events about the address asked: of stage 1 and stage 2, read and written. */
export const marks = {
  read: '0x20800000000',
  written: '0x20000000000',
  secondRead: '0x28800000000',
  secondWritten: '0x28000000000',
} as const;
