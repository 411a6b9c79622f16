import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Defect } from '../../model/defect.ts';
import { catalogue } from '../../kss/catalogue.ts';
import { randomStream } from '../../simulator/random.ts';
import { drawSequence, eventSpaceOf } from './events/sequence.ts';
import { anyPolicy, buildPolicy, loadPolicy, policies } from './policy.ts';
import type { PolicyTapes } from './policy.ts';

const simplest: PolicyTapes = {
  world: [],
  objects: [],
  audit: [],
  frame: [],
  bindings: [{ head: [], items: [[]] }],
};

describe('policies', () => {
  it('load without an error [POL-1]', () => {
    fc.assert(
      fc.property(policies(), (policy) => {
        expect(loadPolicy(policy, catalogue).policy.bindings.length).toBeGreaterThan(4);
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('load without an error whose rules have no effects [POL-1]', () => {
    fc.assert(
      fc.property(policies({ ...anyPolicy, effects: 'none' }), (policy) => {
        loadPolicy(policy, catalogue);
      }),
      { seed: 6, numRuns: 100 },
    );
  });

  it('are built of the simplest choices too [POL-1]', () => {
    const { text } = buildPolicy(simplest);

    expect(text.trimEnd().split('\n').slice(-9)).toEqual([
      '    grant ()',
      '}',
      'execute dst=g.C {',
      '    grant ()',
      '}',
      '',
      'execute {',
      '    grant ()',
      '}',
    ]);
  });

  it('are told of where they do not load, with the text [POL-1] [GATE-1]', () => {
    const policy = buildPolicy(simplest);
    const text = `${policy.text}request { assert (1) }\n`;
    const wrong = { text, files: new Map([...policy.files, ['security.psl', text]]) };

    expect(() => loadPolicy(wrong, catalogue)).toThrow(Defect);
    expect(() => loadPolicy(wrong, catalogue)).toThrow(/PSL-018[^]*request \{ assert \(1\) \}/);
  });
});

describe('drawSequence', () => {
  it('gives the same events for the same numbers, of the solution and a few that are wrong [KSS-3]', () => {
    fc.assert(
      fc.property(policies(), fc.nat(), (policy, seed) => {
        const space = eventSpaceOf(loadPolicy(policy, catalogue));
        const draw = () => drawSequence(randomStream(seed), space, 20);

        expect(draw()).toEqual(draw());
        expect(draw().length).toBeGreaterThanOrEqual(20);
      }),
      { seed: 7, numRuns: 20 },
    );
  });
});
