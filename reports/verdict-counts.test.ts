import { describe, it, expect } from 'vitest';
import { countExpectations, countVerdicts } from './verdict-counts.ts';

const none = { granted: 0, denied: 0 };

describe('countVerdicts', () => {
  it('counts each kind of event, in a fixed order [EVD-1]', () => {
    const counts = countVerdicts([
      { kind: 'response', verdict: 'denied' },
      { kind: 'request', verdict: 'granted' },
      { kind: 'request', verdict: 'granted' },
    ]);

    expect(Object.entries(counts)).toEqual([
      ['execute', none],
      ['request', { granted: 2, denied: 0 }],
      ['response', { granted: 0, denied: 1 }],
      ['error', none],
      ['security', none],
    ]);
  });
});

describe('countExpectations', () => {
  it('finds the kind in the words of the event [EVD-1]', () => {
    const expectation = {
      set: '',
      sequence: '',
      file: '',
      line: 1,
      expected: 'any',
      passed: true,
      verdict: 'denied',
      because: undefined,
      reasons: [],
    } as const;

    expect(
      countExpectations([
        { ...expectation, event: 'error a ~> b : c.D' },
        { ...expectation, event: 'errorless' },
      ])['error'],
    ).toEqual({ granted: 0, denied: 1 });
  });
});
