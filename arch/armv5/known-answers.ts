import type { KnownAnswer } from '../known-answer.ts';
import { armv5Faults } from './known-faults.ts';
import { armv5Rights } from './known-rights.ts';
import { armv5Translations } from './known-translations.ts';

/**
 * Worked out by hand from the ARM Architecture Reference Manual, DDI 0100I, chapter B4, and of fine tables and IFSR,
 * which only some have, from the ARM926EJ-S Technical Reference Manual, DDI 0198E.
 */
export const armv5KnownAnswers: readonly KnownAnswer[] = [
  ...armv5Translations,
  ...armv5Faults,
  ...armv5Rights,
];
