import type { KnownFault } from '../known-answer.ts';

/** A page fault with its error code. */
export const pageFault = (fault: KnownFault['fault'], code: string): KnownFault => ({
  fault,
  raises: '#PF',
  code,
});

/** What loading CR3, or an address that is not canonical, raises. */
export const protection = (fault: KnownFault['fault']): KnownFault => ({
  fault,
  raises: '#GP',
  code: '0x0',
});
