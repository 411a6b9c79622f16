import { describe, expect, it } from 'vitest';
import { baseFiles, policyHead } from '../kss/test-solution.ts';
import { checkSolution } from './load-solution.ts';
import { defaultBounds, verifySteps } from './verify.ts';

/** What exploring a client and a server comes to, step by step. */
const exploredWith = (more: Readonly<Record<string, string>>) => {
  const files = new Map([
    ...baseFiles,
    ['security.psl', `${policyHead}execute { grant () }`],
    ...Object.entries(more),
  ]);
  const input = { name: 'test', files };
  const steps = verifySteps(input, checkSolution(input), {}, { ...defaultBounds, states: 1000 });
  return steps.find(({ name }) => name === 'explore')?.run() ?? [];
};

/** The step of the one objective. */
const objectiveWith = (never: string) =>
  exploredWith({
    'objectives.yaml': `objectives:\n- {name: kept, text: kept, never: ${never}}\n`,
  }).find(({ step }) => step === 'objective:kept');

/** The step of a search in which the client calls `direct.Note`, and is held to a contract. */
const boundBy = (step: string) =>
  exploredWith({
    'programs.yaml': `programs:
- {process: client, initial: free, states: {free: {do: "call server : direct.Note"}}}
contracts:
- {process: client, initial: free, states: {free: {do: "${step}"}}}
`,
  }).find(({ step: name }) => name === 'explore');

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

  it('fails where a program breaks its contract, and passes where it keeps it [OBJ-3] [GATE-1]', () => {
    expect(boundBy('call server : direct.Note')).toMatchObject({ status: 'passed' });
    expect(boundBy('call server : impl.ping.Note')).toMatchObject({
      status: 'failed',
      detail: expect.stringContaining('client does what its contract does not allow'),
      data: { violations: [{ property: 'contract of client' }] },
    });
  });
});
