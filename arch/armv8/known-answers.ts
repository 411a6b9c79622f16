import type { KnownAnswer } from '../known-answer.ts';
import { armv8Aborts } from './known-aborts.ts';
import { armv8Faults } from './known-faults.ts';
import { armv8KnownRights } from './known-rights.ts';
import { armv8Translations } from './known-translations.ts';
import { armv8Updates } from './known-updates.ts';

/**
 * Worked out by hand from the Arm Architecture Reference Manual for A-profile, DDI 0487, never from the
 * decoder. Sections of the chapter "The AArch64 Virtual Memory System Architecture" are numbered as in
 * issue A, where it is D4; it is D5 in issues C to H, and D8 from issue I on, with the same titles.
 * Registers stand by name. Bits by their value: valid 1, type 2, AP[1] 0x40, AP[2] 0x80, AF 0x400.
 */
export const armv8KnownAnswers: readonly KnownAnswer[] = [
  ...armv8Translations,
  ...armv8Faults,
  ...armv8Aborts,
  ...armv8KnownRights,
  ...armv8Updates,
];
