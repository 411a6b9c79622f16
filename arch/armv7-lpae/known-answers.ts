import type { KnownAnswer } from '../known-answer.ts';
import { lpaeFaults } from './known-faults.ts';
import { lpaeKnownRights } from './known-rights.ts';
import { lpaeTranslations } from './known-translations.ts';

/**
 * Worked out by hand from the ARM Architecture Reference Manual, ARMv7-A and ARMv7-R edition, DDI
 * 0406C, never from the decoder. Bits by their value: valid 1, type 2, AP[1] 0x40, AP[2] 0x80, AF 0x400.
 */
export const lpaeKnownAnswers: readonly KnownAnswer[] = [
  ...lpaeTranslations,
  ...lpaeFaults,
  ...lpaeKnownRights,
];
