import type { KnownAnswer } from '../known-answer.ts';
import { x86_64Faults } from './known-faults.ts';
import { x86_64Rights } from './known-rights.ts';
import { x86_64Translations } from './known-translations.ts';

/**
 * Worked out by hand from the Intel SDM, volume 3A, chapter 4, and AMD64 APM, volume 2, chapter 5, never from the
 * decoder. Flags by their value: P 1, R/W 2, U/S 4, A 0x20, D 0x40, PS 0x80.
 */
export const x86_64KnownAnswers: readonly KnownAnswer[] = [
  ...x86_64Translations,
  ...x86_64Faults,
  ...x86_64Rights,
];
