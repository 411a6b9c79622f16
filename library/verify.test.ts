import { describe, expect, it } from 'vitest';
import { baseFiles, policyHead } from '../kss/test-solution.ts';
import { checkSolution } from './load-solution.ts';
import { defaultBounds, verifySteps } from './verify.ts';

/** The step of the one objective of a client and a server. */
const objectiveWith = (never: string) => {
  const files = new Map([
    ...baseFiles,
    ['security.psl', `${policyHead}execute { grant () }`],
    ['objectives.yaml', `objectives:\n- {name: kept, text: kept, never: ${never}}\n`],
  ]);
  const input = { name: 'test', files };
  const steps = verifySteps(input, checkSolution(input), {}, { ...defaultBounds, states: 1000 });
  const found = steps.find(({ name }) => name === 'explore')?.run() ?? [];
  return found.find(({ step }) => step === 'objective:kept');
};

describe('verifySteps', () => {
  it('calls an objective vacuous whose event is never tried [OBJ-2] [GATE-1]', () => {
    expect(objectiveWith('request src=t.Server dst=t.Client')).toMatchObject({
      status: 'vacuous',
      detail: expect.stringMatching(/^no event that it speaks of is ever tried; \d+ states/u),
    });
  });

  it('passes one whose event is tried, and denied [OBJ-2]', () => {
    expect(objectiveWith('request dst=t.Server')).toMatchObject({ status: 'passed' });
  });
});
