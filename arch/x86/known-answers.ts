import type { KnownAnswer } from '../known-answer.ts';
import { x86Faults } from './known-faults.ts';
import { x86Rights } from './known-rights.ts';
import { x86Translations } from './known-translations.ts';

/**
 * Worked out by hand from the Intel SDM, volume 3A, 4.3 and 4.6 to 4.8, and AMD64 APM, volume 2, chapter 5, never from the
 * decoder. Flags by their value: P 1, R/W 2, U/S 4, A 0x20, D 0x40, PS 0x80.
 */
export const x86KnownAnswers: readonly KnownAnswer[] = [
  ...x86Translations,
  ...x86Faults,
  ...x86Rights,
];
