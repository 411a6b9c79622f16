import { describe, expect, it } from 'vitest';
import { describeType } from './types.ts';

const literals = (count: number) =>
  ({
    kind: 'literals',
    values: Array.from({ length: count }, (_, index) => `s${String(index)}`),
  }) as const;

describe('describeType', () => {
  it('names each of a few literals, and of many the first twenty and how many more [LANG-1]', () => {
    expect(describeType(literals(2))).toBe('"s0" | "s1"');
    expect(describeType(literals(20)).endsWith('| "s19"')).toBe(true);
    expect(describeType(literals(10_000)).endsWith('| "s19" | 9980 others')).toBe(true);
  });
});
