import { describe, expect, it } from 'vitest';
import { sidOf } from '../../model/ids.ts';
import { load } from '../../solution/load.ts';
import { integerType, sidType } from '../../solution/link/types.ts';
import { catalogueOf, securityModels } from '../catalogue.ts';
import { standardOptions } from '../engine-options.ts';
import type { EngineOptions } from '../engine-options.ts';
import { dictionary } from '../models/stateless.ts';
import { anyModel } from '../security-model.ts';
import { bothEngines } from '../test-both-engines.ts';
import { baseFiles, eventOf, policyHead } from '../test-solution.ts';
import { guard } from './guard.ts';
import { clashFaults, isModel, shapeFaults } from './shape.ts';

/** A model that counts calls; any of its parts may be put in another's place. */
const counting = (parts: object = {}): object => ({
  name: 'Counter',
  package: 't.counting',
  implicitObject: undefined,
  methods: new Map([
    ['count', { argument: () => dictionary({ sid: sidType }), yields: 'rule' }],
    ['counted', { argument: () => dictionary({ sid: sidType }), yields: () => integerType }],
  ]),
  check: () => [],
  audit: undefined,
  initial: () => 0n,
  rule: (_object: unknown, state: bigint) => ({ kind: 'granted', next: state + 1n }),
  expression: (_object: unknown, state: bigint) => ({ kind: 'value', value: state }),
  release: (state: bigint) => state,
  encode: (state: bigint, writer: { text: (value: string) => void }) => {
    writer.text(String(state));
  },
  describe: (state: bigint) => Number(state),
  ...parts,
});

const stop = () => {
  throw new Error('no ink');
};

const optionsWith = (given: object): EngineOptions => {
  if (!isModel(given)) throw new Error(shapeFaults(given).join('; '));
  const model = anyModel(guard(given));
  return { ...standardOptions, models: new Map([...securityModels, [model.name, model]]) };
};

const policy = `${policyHead}use t.counting._
policy object calls : Counter {}
request method=Note { calls.count { sid : src_sid } }
request method=Ping { assert (calls.counted { sid : src_sid } == message.value) }
`;

const loadWith = (options: EngineOptions) =>
  load(
    { name: 'own', files: new Map([...baseFiles, ['security.psl', policy] as const]) },
    catalogueOf(options.models),
  );

/** The verdicts on a note and a ping of 1, by both engines, with the reasons of the findings. */
const run = (given: object) => {
  const options = optionsWith(given);
  const { solution } = loadWith(options);
  if (solution === undefined) throw new Error('it does not load');
  const engine = bothEngines(solution, options);
  const first = engine.decide(engine.initial, eventOf('request', 'Note'));
  const context = first.next ?? engine.initial;
  const second = engine.decide(context, eventOf('request', 'Ping', { value: 1n }));
  return {
    said: [first, second].map(({ verdict }) =>
      verdict.kind === 'granted' ? 'granted' : `${verdict.because}: ${verdict.by[0]?.why ?? ''}`,
    ),
    view: engine.describe(context),
  };
};

const threw = 'failed: the model Counter threw: no ink';

describe('guard', () => {
  it('leaves a model as it is where nothing is wrong with it [KSS-1]', () => {
    expect(run(counting())).toEqual({
      said: ['granted', 'granted'],
      view: { level: 0, objects: { calls: 1 } },
    });
  });

  it.each([
    ['initial', [threw, threw], 'the model Counter threw: no ink'],
    ['rule', [threw, 'ruleRefused: the condition is false'], 0],
    ['expression', ['granted', threw], 1],
    ['encode', [threw, threw], 'the model Counter threw: no ink'],
    ['describe', ['granted', 'granted'], 'the model Counter threw: no ink'],
  ])('makes a failed call of what throws in %s [KSS-1]', (part, said, view) => {
    expect(run(counting({ [part]: stop }))).toEqual({
      said,
      view: { level: 0, objects: { calls: view } },
    });
  });

  it('makes a failed call of an answer that is none [KSS-1]', () => {
    const none = 'failed: the model Counter gave no answer';

    expect(run(counting({ rule: () => true })).said[0]).toBe(none);
    expect(run(counting({ rule: () => ({ kind: 'denied' }) })).said[0]).toBe(none);
    expect(run(counting({ expression: () => ({ kind: 'value', value: 1 }) })).said[1]).toBe(none);
  });

  it('breaks an object whose model throws when a SID goes [KSS-1]', () => {
    const options = optionsWith(counting({ release: stop }));
    const { solution } = loadWith(options);
    if (solution === undefined) throw new Error('it does not load');
    const engine = bothEngines(solution, options);
    const event = eventOf('request', 'Note');

    const after = engine.release(engine.initial, sidOf(3));

    expect(engine.decide(after, event).verdict).toMatchObject({ because: 'failed' });
    expect(engine.decide(engine.initial, event).verdict.kind).toBe('granted');
  });

  it.each([
    ['check', { check: stop }, 'the model Counter threw: no ink'],
    ['check', { check: () => 'fine' }, 'the model Counter gave no list of faults'],
    [
      'a type that is none',
      { methods: new Map([['count', { argument: () => undefined, yields: 'rule' }]]) },
      'the model Counter gave no type of count',
    ],
    [
      'texts that are none',
      { audit: [{ key: 'omit', presence: 'optional', values: () => 'all' }] },
      'the model Counter gave no list of texts for an audit profile',
    ],
    [
      'a type',
      { methods: new Map([['count', { argument: stop, yields: 'rule' }]]) },
      'the model Counter threw: no ink',
    ],
  ])('tells of what throws in %s at the object [LANG-3]', (_part, parts, message) => {
    const { diagnostics } = loadWith(optionsWith(counting(parts)));

    expect(diagnostics.filter(({ code }) => code === 'PSL-007').map((one) => one.message)).toEqual([
      message,
    ]);
  });
});

describe('shapeFaults', () => {
  it('finds nothing wrong with a model [CFG-1]', () => {
    expect(shapeFaults(counting())).toEqual([]);
    expect([...securityModels.keys()]).not.toEqual([]);
  });

  it('tells all that is missing [CFG-1]', () => {
    expect(shapeFaults(undefined)).toEqual(['it is no object']);
    expect(
      shapeFaults(
        counting({
          name: 'counter',
          package: 'alone',
          implicitObject: 'Big',
          methods: new Map([['count', { argument: 1 }]]),
          rule: undefined,
          omits: 3,
          audit: [{}],
        }),
      ),
    ).toEqual([
      '"name" is not a text that begins with a capital letter',
      '"package" is not a dotted name, such as "my.pack"',
      '"implicitObject" is not the name of an object',
      'the method "count" is not { argument, yields }',
      '"rule" is no function',
      '"omits" is no function',
      '"audit" is not a list of { key, presence, values }',
    ]);
  });
});

describe('clashFaults', () => {
  it('tells what another model has already [CFG-1]', () => {
    const clashing = counting({ name: 'Flow', package: 'nk.flow', implicitObject: 'base' });

    expect(isModel(clashing) && clashFaults(clashing, securityModels)).toEqual([
      'there is a security model "Flow" already',
      'the model Base declares the object "base" itself',
      'the package "nk.flow" is that of the model Flow',
    ]);
  });
});
