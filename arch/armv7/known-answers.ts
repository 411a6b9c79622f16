import type { KnownAnswer } from '../known-answer.ts';
import { armv7Faults } from './known-faults.ts';
import { armv7Rights } from './known-rights.ts';
import { armv7Translations } from './known-translations.ts';

/** Worked out by hand from the ARM Architecture Reference Manual, ARMv7-A and ARMv7-R, DDI 0406C, part B. */
export const armv7KnownAnswers: readonly KnownAnswer[] = [
  ...armv7Translations,
  ...armv7Faults,
  ...armv7Rights,
];
