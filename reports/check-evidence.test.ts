import { describe, it, expect } from 'vitest';
import { checkEvidence } from './check-evidence.ts';
import { buildEvidence } from './evidence.ts';
import type { StepResult } from './result.ts';
import { inputOf, sampleResults, without, withStatus } from './sample-evidence.ts';

const strict = { profile: 'solution', skipped: 'fault' } as const;

const ofThe = (step: string): StepResult => ({
  step,
  status: 'passed',
  how: 'tested',
  detail: '',
  inputs: {},
  tools: {},
});

describe('checkEvidence', () => {
  it('finds nothing missing in a whole run [EVD-1]', () => {
    expect(checkEvidence(buildEvidence(inputOf(sampleResults)), strict)).toEqual([]);
  });

  it('finds what a deleted result file supported [EVD-1]', () => {
    const evidence = buildEvidence(inputOf(without('property:integrity')));

    expect(checkEvidence(evidence, strict)).toEqual([
      { of: 'VER-1', fault: 'unsupported: no result of property:integrity' },
      { of: 'ISO-1', fault: 'unsupported: no result of property:integrity' },
    ]);
  });

  it('takes a skipped step for a fault only where that is asked for [EVD-1]', () => {
    const evidence = buildEvidence(inputOf(withStatus('reach:Ipc', 'skipped')));

    expect(checkEvidence(evidence, strict)).toEqual([
      { of: 'TLA-2', fault: 'skipped: not run: reach:Ipc' },
    ]);
    expect(checkEvidence(evidence, { ...strict, skipped: 'allowed' })).toEqual([]);
  });

  it("demands the project's own steps of the project [EVD-1]", () => {
    const project = { profile: 'project', skipped: 'fault' } as const;
    const both = [...sampleResults, ofThe('types'), ofThe('suite')];

    expect(checkEvidence(buildEvidence(inputOf(both)), project)).toEqual([]);
    expect(
      checkEvidence(buildEvidence(inputOf(sampleResults)), project).map(({ of }) => of),
    ).toContain('MED-2');
  });

  it('takes a faulty result file for a fault [EVD-1]', () => {
    const results = new Map([...inputOf(sampleResults).results, ['results/x.json', '{']]);
    const evidence = buildEvidence({ ...inputOf([]), results });

    expect(checkEvidence(evidence, strict)).toEqual([
      { of: 'results/x.json', fault: 'EVD-001: not a JSON document' },
    ]);
  });
});
