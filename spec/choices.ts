import type { Choice } from './choice.ts';
import { decisionChoices } from './choices/decision.ts';
import { kernelChoices } from './choices/kernel.ts';
import { loadingChoices } from './choices/loading.ts';
import { subjectChoices } from './choices/subjects.ts';

/** Every choice, in the order of its number. Numbers are permanent. */
export const choices: readonly Choice[] = [
  ...subjectChoices,
  ...decisionChoices,
  ...loadingChoices,
  ...kernelChoices,
];
