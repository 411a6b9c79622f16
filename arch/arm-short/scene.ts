import type { KnownFault, Words } from '../known-answer.ts';

/** Bits 31:20 are 0x123, bits 19:12 are 0x45; the offset in a small page is 0xabc. */
export const va = '0x12345abc';

/** The translation table base: the first-level descriptor of `va` is at 0x4000 + 4 * 0x123. */
export const base = '0x4000';

/** Where the first-level descriptor of `va` lies, and in a table at 0x8000 of 256 entries the second. */
const places = ['0x448c', '0x8114'];

/** The descriptors of `va` in their places. */
export const descriptors = (...words: readonly string[]): Words =>
  Object.fromEntries(words.map((word, index) => [places[index] ?? '', word]));

export const dataAbort = (fault: KnownFault['fault'], level: 1 | 2, code: string): KnownFault => ({
  fault,
  raises: 'Data Abort',
  code,
  level,
});

export const prefetchAbort = (
  fault: KnownFault['fault'],
  level: 1 | 2,
  code: string,
): KnownFault => ({ fault, raises: 'Prefetch Abort', code, level });

export const to = (pa: string) => ({ pa, updates: {} });
