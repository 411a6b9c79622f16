import { describe, expect, it } from 'vitest';
import { catalogue } from '../../kss/catalogue.ts';
import { load } from '../../solution/load.ts';
import { randomStream } from '../../simulator/random.ts';
import { inputOf, runTarget, tryInput } from './campaign.ts';
import type { Machine, Plan } from './campaign.ts';
import { solutions } from './corpus.ts';
import { judge } from './judge.ts';
import { mutateTokens } from './mutate.ts';
import { judgeTimes, shapes, timeShape } from './shapes.ts';
import { targets } from './targets.ts';
import type { Target } from './targets.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A clock that stands: nothing in a test depends on time. `npm run fuzz` measures. */
const machine: Machine = {
  encode: (text) => encoder.encode(text),
  decode: (bytes) => decoder.decode(bytes),
  now: () => 0,
};

/** A small share of `npm run fuzz`. */
const share: Plan = { seed: 1, mutated: 500, random: 1000 };
const shareOf = ({ kind }: Target): Plan =>
  kind === 'solution' ? { ...share, mutated: 60, random: 60 } : share;

const fuzzed = targets.map((target) => runTarget(target, shareOf(target), machine));

describe('the front door', () => {
  it.each(fuzzed.map((report) => [report.target, report] as const))(
    'breaks no promise on mutated and random inputs of %s, seed 1 [LANG-4]',
    (_, { failure }) => {
      expect(failure && [failure.case, failure.why]).toBeUndefined();
    },
  );

  it('accepts some and refuses some at every door, so that both ways are tried [LANG-4]', () => {
    const oneSided = fuzzed.filter(({ trees, refused }) => trees === 0 || refused === 0);

    expect(oneSided.map(({ target }) => target)).toEqual([]);
  });

  it('is given solutions that load, before they are mutated [LANG-4]', () => {
    const right = solutions.filter(
      (texts) =>
        load({ name: 'seed', files: new Map(Object.entries(texts)) }, catalogue).solution !==
        undefined,
    );

    expect(right.length / solutions.length).toBeGreaterThan(0.8);
  });

  for (const shape of shapes) {
    it(`stands the hostile shape ${shape.name}, small [LANG-4]`, () => {
      const { answer } = timeShape(shape, 20_000, machine);

      expect(answer.kind === 'faulty' ? answer.why : 'stands').toBe('stands');
    });
  }
});

describe('the fuzzer', () => {
  const alphabet = 'psl';
  const planted: Target = {
    kind: 'text',
    name: 'planted',
    alphabet,
    seeds: ['request { grant () }'],
    take: (text) => {
      if (text.includes('\u2028')) throw new RangeError('a rare character');
      return { kind: 'tree' };
    },
  };

  it('finds a target that throws on a rare character, and how to try it again [GATE-1]', () => {
    const { failure } = runTarget(planted, { ...share, random: 5000 }, machine);

    expect(failure?.seed).toBe(1);
    expect(failure?.why).toContain('RangeError: a rare character');
    const again = failure && tryInput(planted, failure.bytes, machine);
    expect(again?.answer.kind).toBe('faulty');
    expect(failure && inputOf(planted, share, failure.case, machine)).toEqual(failure?.bytes);
  });

  it('finds a place outside of the text, an empty message, and no answer [GATE-1]', () => {
    const at = { file: 'a', line: 1, column: 1, endLine: 1, endColumn: 2 };
    const fault = { code: 'X-001', severity: 'error', at, message: 'm' } as const;
    const judged = [
      fault,
      { ...fault, at: { ...at, line: 2, endLine: 2 } },
      { ...fault, at: { ...at, endColumn: 9 } },
      { ...fault, at: { ...at, column: 3 } },
      { ...fault, message: '' },
      { ...fault, message: 'm'.repeat(100_000) },
      { ...fault, severity: 'warning' as const },
    ].map((one) => judge('none', [one], () => 'abc', 3).kind);

    expect(judged).toEqual(['diagnostics', ...judged.slice(1).map(() => 'faulty')]);
  });

  it('finds an input that takes too long [GATE-1]', () => {
    let now = 0;
    const slow: Machine = { ...machine, now: () => (now += 10_000) };

    const { answer } = tryInput(planted, new Uint8Array(10), slow);

    expect(answer.kind).toBe('faulty');
  });

  it('finds times that grow faster than the size [GATE-1]', () => {
    const timesOf = (power: number) =>
      [1, 2.5, 5, 10].map((size) => ({ bytes: size * 1e6, ms: 100 * size ** power }));

    expect(judgeTimes(timesOf(1))).toBeUndefined();
    expect(judgeTimes(timesOf(2))).toContain('MORE THAN LINEAR');
  });

  it('changes a text, and the same for the same seed [GATE-1]', () => {
    const text = 'request src=a { grant () }';
    const seeds = Array.from({ length: 20 }, (_, seed) => seed);
    const made = seeds.map((seed) => mutateTokens(text, randomStream(seed)));

    expect(made).toEqual(seeds.map((seed) => mutateTokens(text, randomStream(seed))));
    expect(new Set([text, ...made]).size).toBeGreaterThan(15);
  });
});
