import { describe, expect, it } from 'vitest';
import { stepNames } from '../spec/steps.ts';
import { findTwin, twinDefinitions } from './twins.ts';

describe('twinDefinitions', () => {
  it('has the three steps of each twin in the list of steps, and no other [EVD-1]', () => {
    const families = ['twin', 'invariants', 'reach'];
    const steps = twinDefinitions.flatMap(({ name }) =>
      families.map((family) => `${family}:${name}`),
    );

    expect(stepNames.filter((step) => families.includes(step.split(':')[0] ?? ''))).toEqual(steps);
  });
});

describe('findTwin', () => {
  it('finds a twin by its name in any case, and no other [PAIR-1]', () => {
    expect(findTwin('iPC')?.name).toBe('Ipc');
    expect(findTwin('Ip')).toBeUndefined();
  });
});
