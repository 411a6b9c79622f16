import type { Privilege } from '../access.ts';
import { field } from '../word.ts';
import type { Word } from '../word.ts';

/** How addresses of a segment are translated: by the TLB, or to low physical memory. */
export type Segment = 'mapped' | 'unmapped';

const kuseg: Segment = 'mapped';
/** By bits 31:29, from kseg0 up: kseg0, kseg1, ksseg, kseg3. */
const kernelSegments: readonly Segment[] = ['unmapped', 'unmapped', 'mapped', 'mapped'];

/**
 * The segment of an address; in user mode there is useg alone. Status.ERL is 0, and nothing debugs.
 *
 * Source: MD00090 4, virtual address spaces, and access control as a function of address and mode.
 */
export const findSegment = (address: Word, privilege: Privilege): Segment | undefined => {
  const top = field(address, 29, 31);
  if (top < 4) return kuseg;
  return privilege === 'kernel' ? kernelSegments[top - 4] : undefined;
};

/** Where kseg0 and kseg1 lie: their lowest 512 MB of physical memory. */
export const unmappedAddress = (address: Word): number => field(address, 0, 28);
