import type { KnownDmaAnswer } from '../known-answer.ts';
import { vtdContextFaults } from './known-contexts.ts';
import { vtdFaults } from './known-faults.ts';
import { vtdTranslations } from './known-translations.ts';

/** Requests whose outcome was worked out from the specification. */
export const vtdKnownAnswers: readonly KnownDmaAnswer[] = [
  ...vtdTranslations,
  ...vtdContextFaults,
  ...vtdFaults,
];
