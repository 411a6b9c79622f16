import { isByThread } from '../../model/step.ts';
import type { Action } from '../../model/step.ts';
import type { KernelDesign } from '../../kernel/kernel.ts';
import { sampleProperty } from '../run-properties.ts';
import type { RunProperty } from '../run-property.ts';
import { memoryAlone, sharingFiles } from './memory-runs.ts';

/** What tests of the properties of memory share: the runs, and what they find. */

export const sampling = { seed: 1, runs: 30, steps: 300, files: sharingFiles };

/** `Free`, `load kept`, `core 1 forgets`: what happened, in short. */
export const shortly = (action: Action): string => {
  if (action.kind === 'completeInvalidation') return `core ${String(action.core)} forgets`;
  if (!isByThread(action)) return action.kind;
  if (action.kind === 'call') return action.method;
  return 'way' in action && action.way !== 0 ? `${action.kind} kept` : action.kind;
};

/** What a property says of a kernel with a hole, and the shortest run that was found. */
export const found = (property: RunProperty, design: KernelDesign) => {
  const planted = { design, intent: memoryAlone };
  const { counterexample } = sampleProperty(property, sampling, planted);
  // Where frames lie follows from what else a process has a share of.
  const why = counterexample?.why.replaceAll(/0x[\da-f]+/gu, '…');
  return { why, trace: counterexample?.actions.map(shortly) };
};
