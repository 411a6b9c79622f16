import type { KnownAnswer } from '../known-answer.ts';
import { secondStageFaults } from './known-faults.ts';
import { secondStageKnownRights } from './known-rights.ts';
import { secondStageTranslations } from './known-translations.ts';

/**
 * Worked out by hand from the Arm Architecture Reference Manual for A-profile, DDI 0487, never from the
 * decoder; its sections are numbered as in `arch/armv8/known-answers.ts`. Bits by their value: valid 1,
 * type 2, MemAttr 0x3c, S2AP[0] 0x40, S2AP[1] 0x80, AF 0x400.
 */
export const secondStageKnownAnswers: readonly KnownAnswer[] = [
  ...secondStageTranslations,
  ...secondStageFaults,
  ...secondStageKnownRights,
];
