import type { KnownAnswer } from '../known-answer.ts';
import { eptFaults } from './known-faults.ts';
import { eptRights } from './known-rights.ts';
import { eptTranslations } from './known-translations.ts';

/**
 * Worked out by hand from the Intel SDM, volume 3C, chapters 24 to 28, never from the decoder. Bits by their value: read 1,
 * write 2, execute 4, memory type write-back 0x30, A 0x100, D 0x200; of the exit qualification: load 1, store 2, fetch 4,
 * readable 8, writable 0x10, executable 0x20, by a linear address 0x180.
 */
export const eptKnownAnswers: readonly KnownAnswer[] = [
  ...eptTranslations,
  ...eptFaults,
  ...eptRights,
];
