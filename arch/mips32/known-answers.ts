import type { KnownTlbAnswer } from '../known-answer.ts';
import { mips32Faults } from './known-faults.ts';
import { mips32Translations } from './known-translations.ts';

/**
 * Worked out by hand from MIPS32 Architecture for Programmers, volume III, MD00090, revision 2.50: chapters 4, virtual
 * memory, 5, exceptions, and 8, registers. In EntryLo G is worth 1, V 2, D 4, a frame 0x40; ExcCode in Cause 4.
 */
export const mips32KnownAnswers: readonly KnownTlbAnswer[] = [
  ...mips32Translations,
  ...mips32Faults,
];
