import { describe, it, expect } from 'vitest';
import { buildEvidence } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import {
  filesOf,
  inputOf,
  sampleResults,
  sampleTwins,
  sampleSearch,
  sampleSolution,
  without,
  withStatus,
} from './sample-evidence.ts';

const statusOf = ({ requirements }: Evidence, id: string): string | undefined =>
  requirements.find((requirement) => requirement.id === id)?.status;

const codes = ({ diagnostics }: Evidence): readonly string[] =>
  diagnostics.map(({ code, at, message }) => `${at.file} ${code} ${message}`);

describe('buildEvidence', () => {
  it('counts a requirement as supported by the results of this run [EVD-1]', () => {
    const evidence = buildEvidence(inputOf(sampleResults));

    expect(statusOf(evidence, 'MED-1')).toBe('supported');
    expect(evidence.requirements.find(({ id }) => id === 'MED-1')?.by).toEqual([
      {
        step: 'property:completeMediation',
        status: 'passed',
        file: 'results/property-completeMediation.json',
        how: 'sampled',
        detail: '50 runs',
      },
    ]);
    expect(evidence.overall.verdict).toBe('passed');
    expect(evidence.diagnostics).toEqual([]);
  });

  it.each<readonly [step: string, id: string]>([
    ['check', 'LANG-1'],
    ['test', 'LANG-2'],
    ['explore', 'OBJ-1'],
    ['objective:neverOpens', 'OBJ-2'],
    ['property:completeMediation', 'MED-1'],
    ['property:defaultDeny', 'DENY-1'],
    ['property:integrity', 'ISO-1'],
    ...sampleTwins.flatMap((name) => [
      [`twin:${name}`, 'PAIR-1'] as const,
      [`invariants:${name}`, 'TLA-1'] as const,
      [`reach:${name}`, 'TLA-2'] as const,
    ]),
  ])('turns unsupported what rests on %s when its file is deleted [EVD-1]', (step, id) => {
    expect(statusOf(buildEvidence(inputOf(sampleResults)), id)).toBe('supported');
    expect(statusOf(buildEvidence(inputOf(without(step))), id)).toBe('unsupported');
  });

  it.each([
    ['failed', 'failed', 'failed'],
    ['skipped', 'skipped', 'passed in part'],
    ['vacuous', 'vacuous', 'passed in part'],
  ] as const)(
    'says of a step that %s no more than that [EVD-1]',
    (status, requirement, verdict) => {
      const evidence = buildEvidence(inputOf(withStatus('property:integrity', status)));

      expect(statusOf(evidence, 'ISO-1')).toBe(requirement);
      expect(evidence.overall.verdict).toBe(verdict);
    },
  );

  it('says that nothing was shown where there is no result [EVD-1]', () => {
    const evidence = buildEvidence(inputOf([]));

    expect(evidence.overall.sentence).toBe('Nothing was shown.');
    expect(evidence.overall.requirements.supported).toBe(0);
  });

  it('does not count a result of other inputs [EVD-1]', () => {
    const stale = { ...inputOf(sampleResults), inputs: { 'security.psl': 'other' } };
    const evidence = buildEvidence(stale);

    expect(evidence.steps).toEqual([]);
    expect(evidence.diagnostics.map(({ code }) => code)).toEqual(
      sampleResults.map(() => 'EVD-003'),
    );
    expect(evidence.overall.verdict).toBe('failed');
  });

  it('counts the first of two results of one step, and tells of the second [EVD-1]', () => {
    const [check = ''] = filesOf(sampleResults).values();
    const results = new Map([
      ['results/a.json', check],
      ['results/b.json', check],
    ]);

    const evidence = buildEvidence({ ...inputOf([]), results });

    expect(evidence.steps.map(({ file }) => file)).toEqual(['results/a.json']);
    expect(codes(evidence)).toEqual(['results/b.json EVD-002 a second result of check']);
  });

  it('tells of a foreign file and goes on [EVD-1]', () => {
    const results = new Map([...filesOf(sampleResults), ['results/readme.txt', 'Hello']]);
    const evidence = buildEvidence({ ...inputOf([]), results });

    expect(evidence.steps.length).toBe(sampleResults.length);
    expect(codes(evidence)).toEqual(['results/readme.txt EVD-001 not a JSON document']);
    expect(evidence.overall.verdict).toBe('failed');
  });

  it('tells of data that its section cannot show [EVD-1]', () => {
    const results = sampleResults.map((one) =>
      one.step === 'explore' ? { ...one, data: { states: 'many' } } : one,
    );
    const evidence = buildEvidence(inputOf(results));

    expect(evidence.sections.searches[0]?.data).toBeUndefined();
    expect(codes(evidence)[0]).toBe('results/explore.json EVD-004 data: states is no count');
  });

  it('reads the data of a search [EVD-1]', () => {
    const { sections } = buildEvidence(inputOf(sampleResults));

    expect(sections.searches.map(({ name, data }) => [name, data])).toEqual([
      ['explore', sampleSearch],
      ['neverOpens', sampleSearch],
    ]);
  });

  it('reads the first difference of a twin [PAIR-2]', () => {
    const firstDifference = {
      only: 'module',
      path: ['Recv_Wait__s'],
      label: 'Call_Deliver__c_s_Open',
      to: { wait: '<<>>' },
      differs: [{ variable: 'wait', model: 'a', module: 'b' }],
    } as const;
    const results = sampleResults.map((one) =>
      one.step === 'twin:Ipc'
        ? {
            ...one,
            data: {
              twin: 'Ipc',
              ran: true,
              equal: false,
              states: 1,
              edges: 1,
              depth: 1,
              firstDifference,
            },
          }
        : one,
    );

    const { sections } = buildEvidence(inputOf(results));

    expect(sections.twins[0]?.data?.firstDifference).toEqual(firstDifference);
  });

  it('is vacuous about objectives where the solution states none [EVD-1]', () => {
    const solution = { ...sampleSolution, objectives: [] };
    const evidence = buildEvidence({ ...inputOf(sampleResults), solution });

    expect(statusOf(evidence, 'OBJ-2')).toBe('vacuous');
  });

  it('has the steps in the order of the evidence, whatever their files are called [EVD-2]', () => {
    const reversed = new Map(
      [...filesOf(sampleResults).values()].map((text, index) => [
        `${String(90 - index)}.json`,
        text,
      ]),
    );
    const { steps } = buildEvidence({ ...inputOf([]), results: reversed });

    expect(steps.map(({ result }) => result.step)).toEqual(sampleResults.map(({ step }) => step));
  });
});
