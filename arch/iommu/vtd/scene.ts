import { entriesAt } from '../../known-answer.ts';
import type { KnownDmaFault } from '../known-answer.ts';

/** Bus 1, device 2, function 0: root entry 1, context entry 0x10. */
export const requester = 0x110;

/** The root table. */
export const base = '0x1000';

/** Bits 47:39, 38:30, 29:21 and 20:12 are 1, 2, 3 and 4; the offset is 0xabc. */
export const address = '0x8080604abc';

/**
 * The root entry and the context entry, two words each, and the entries of `address` from the SL-PML4E down.
 * The context table lies at 0x2000, the others at 0x3000, 0x4000, 0x5000 and 0x6000.
 */
export const words = entriesAt([
  ...['0x1010', '0x1018', '0x2100', '0x2108'],
  ...['0x3008', '0x4010', '0x5018', '0x6020'],
]);

/** A context entry of domain 5, with four levels. */
export const context = ['0x2001', '0x0', '0x3001', '0x502'] as const;

/** The same, with FPD. */
export const silent = ['0x2001', '0x0', '0x3003', '0x502'] as const;

/** All of it, with a page at 0x7000. */
export const paged = (page: string) => words(...context, '0x4003', '0x5003', '0x6003', page);

/** A fault with its record: FI is the page of `address`, SID the requester. */
export const fault = (
  name: KnownDmaFault['fault'],
  code: string,
  high: string,
  low = '0x8080604000',
): KnownDmaFault => ({ fault: name, code, record: [low, high] });
