import type { KnownAnswer } from '../known-answer.ts';
import { x86PaeFaults } from './known-faults.ts';
import { x86PaeRights } from './known-rights.ts';
import { x86PaeTranslations } from './known-translations.ts';

/**
 * Worked out by hand from the Intel SDM, volume 3A, 4.4 and 4.6 to 4.8, and AMD64 APM, volume 2, chapter 5, never from the
 * decoder. Flags by their value: P 1, R/W 2, U/S 4, A 0x20, D 0x40, PS 0x80, XD 1 << 63.
 */
export const x86PaeKnownAnswers: readonly KnownAnswer[] = [
  ...x86PaeTranslations,
  ...x86PaeFaults,
  ...x86PaeRights,
];
