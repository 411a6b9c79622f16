import { describe, expect, it } from 'vitest';
import { standardSwitches } from '../../spec/switches.ts';
import type { Switches } from '../../spec/switches.ts';
import { standardOptions } from '../engine-options.ts';
import { bothEngines } from '../test-both-engines.ts';
import { policyHead, solutionWith } from '../test-solution.ts';
import { dependenceCodes } from './codes.ts';
import { dependencesOf } from './dependences.ts';
import { dependenceExamples } from './example.ts';
import type { DependenceExample } from './example.ts';
import { dependencePage } from './page.ts';

const told = (policy: string): readonly string[] =>
  dependencesOf(solutionWith(policy)).map(({ code }) => code);

/** The verdict on the last event, by both engines. */
const lastOf = (
  policy: string,
  { events }: DependenceExample,
  other: Partial<Switches>,
): string | undefined => {
  const options = { ...standardOptions, switches: { ...standardSwitches, ...other } };
  const engine = bothEngines(solutionWith(policy), options);
  let context = engine.initial;
  return events
    .map((event) => {
      const { verdict, next } = engine.decide(context, event);
      context = next ?? context;
      return verdict.kind;
    })
    .at(-1);
};

const titled = dependenceExamples.map((example) => [example.code, example] as const);

describe('the examples of dependences', () => {
  it('are there for every code, and for no other [EVD-1]', () => {
    expect(dependenceExamples.map(({ code }) => code)).toEqual(Object.keys(dependenceCodes));
  });

  it.each(titled)('of %s are told of it alone, and cured of it [LANG-3]', (code, example) => {
    expect(told(example.policy)).toEqual([code]);
    expect(told(example.cured)).toEqual([]);
  });

  it.each(titled)('of %s get another verdict by the other reading [KSS-1]', (_code, example) => {
    const { policy, cured, others } = example;

    expect(lastOf(policy, example, {})).not.toBe(lastOf(policy, example, others));
    expect(lastOf(cured, example, {})).toBe(lastOf(cured, example, others));
  });

  it('have their page as the code tells it; `npx vitest run kss/dependence -u` writes it [EVD-1]', async () => {
    const loaded = (policy: string) => ({
      solution: solutionWith(policy),
      text: `${policyHead}${policy}`,
    });

    await expect(dependencePage(dependenceExamples, loaded)).toMatchFileSnapshot(
      '../../spec/dependence.md',
    );
  });
});

const seen = `policy object seen : HashSet { type Entry = UInt8  config = { set_size : 4, pool_size : 4 } }
policy object kept : StaticMap {
    type Value = UInt8
    config = { keys : { "a" : 1, "b" : 2 }, pool_size : 4 }
}
`;
const use = 'use nk.staticmap._\n';
const order = (calls: string): readonly string[] =>
  told(
    `${use}${seen}request src=t.Client dst=t.Server endpoint=impl.ping method=Ping { ${calls} }`,
  );

describe('the order of calls', () => {
  it.each([
    ['seen.init { sid : src_sid } seen.add { sid : src_sid, entry : 1 }'],
    ['seen.add { sid : src_sid, entry : 1 } seen.remove { sid : src_sid, entry : 2 }'],
    ['assert (seen.contains { sid : src_sid, entry : 1 }) seen.add { sid : src_sid, entry : 1 }'],
    [
      'kept.set { sid : src_sid, key : "a", value : 1 } kept.set { sid : src_sid, key : "a", value : 2 }',
    ],
    ['kept.set { sid : src_sid, key : "a", value : 1 } kept.commit { sid : src_sid }'],
    ['choice (message.value) { 1 : seen.init { sid : src_sid } } seen.fini { sid : src_sid }'],
    [
      'match method=Ping { seen.init { sid : src_sid } } match src=t.Client { seen.fini { sid : src_sid } }',
    ],
  ])('counts in %s [LANG-3]', (calls) => {
    expect(order(calls)).toEqual(['DEP-020']);
  });

  it.each([
    ['seen.add { sid : src_sid, entry : 1 } seen.add { sid : src_sid, entry : 2 }'],
    ['seen.init { sid : src_sid } seen.add { sid : dst_sid, entry : 2 }'],
    ['seen.init { sid : src_sid } kept.init { sid : src_sid }'],
    ['assert (seen.contains { sid : src_sid, entry : 1 }) seen.add { sid : src_sid, entry : 2 }'],
    [
      'kept.set { sid : src_sid, key : "a", value : 1 } kept.set { sid : src_sid, key : "b", value : 2 }',
    ],
    [
      'assert (kept.get { sid : src_sid, key : "a" } == 1) kept.set { sid : src_sid, key : "a", value : 1 }',
    ],
    [
      'kept.commit { sid : src_sid } assert (kept.get_uncommited { sid : src_sid, key : "a" } == 1)',
    ],
    ['choice (message.value) { 1 : seen.init { sid : src_sid }  2 : seen.fini { sid : src_sid } }'],
    [
      'choice (seen.contains { sid : src_sid, entry : 1 }) { true : seen.fini { sid : src_sid }  false : grant () }',
    ],
    [
      'kept.set { sid : src_sid, key : "a", value : kept.get_uncommited { sid : src_sid, key : "a" } }',
    ],
  ])('does not count in %s [LANG-3]', (calls) => {
    expect(order(calls)).toEqual([]);
  });

  it('counts between bindings that cover one event, and between no others [LANG-3]', () => {
    const two = (left: string, right: string): readonly string[] =>
      told(
        `${seen.split('policy object kept')[0] ?? ''}request ${left} { seen.init { sid : src_sid } } request ${right} { seen.fini { sid : src_sid } }`,
      );

    expect(two('src=t.Client', 'method=Ping')).toEqual(['DEP-020']);
    expect(two('method=Note', 'method=Ping')).toEqual([]);
    expect(two('dst=t.Server', 'interface=t.Ping')).toEqual(['DEP-020']);
    expect(two('dst=t.Client', 'interface=t.Ping')).toEqual([]);
  });

  it('is told once of a call with which it counts for many [LANG-3]', () => {
    const adds = [1, 2, 3].map((entry) => `seen.add { sid : src_sid, entry : ${String(entry)} }`);
    const { message, related } =
      dependencesOf(
        solutionWith(`${use}${seen}request { seen.init { sid : src_sid } ${adds.join(' ')} }`),
      )[0] ?? {};

    expect(message).toBe(
      'the verdict may depend on the order of calls (C-20): this changes "seen", and seen.init { sid : src_sid } changes it in the same event; and so with 2 more calls',
    );
    expect(related?.map((one) => one.message)).toEqual(['this changes it']);
  });
});

const sent = (rule: string): readonly string[] => told(`request method=Send { ${rule} }`);
const first = 'message.list.[0] == 1';
const empty = 'size (message.list) == 0';

describe('logical operators', () => {
  it.each([
    [`assert (${empty} || ${first})`],
    [`assert (!(${empty}) ==> ${first})`],
    [`assert (!(!(${empty}) && ${first}))`],
    [`deny (!(${empty}) && ${first})`],
    [`assert ((${empty} && ${first}) == false)`],
    [`assert (bool.cond { if : ${empty}, then : 1, else : message.list.[0] } == 1)`],
    ['assert (message.pair.a == 1 || message.either.number == 1)'],
    [`assert (!(false && ${first}))`],
    ['assert (bool.cond { if : false, then : message.list.[0], else : 1 } == 1)'],
    [`grant () bool.cond { if : ${empty}, then : true, else : ${first} }`],
    [`choice (${empty} && ${first}) { true : deny ()  false : grant () }`],
  ])('count in %s [LANG-3]', (rule) => {
    expect(sent(rule)).toEqual(['DEP-024']);
  });

  it.each([
    [`assert (!(${empty}) && ${first})`],
    [`deny (${empty} || ${first})`],
    [`assert (${first} || ${empty})`],
    ['assert (message.pair.a == 1 || message.pair.b == "x")'],
    [`assert (false || ${first})`],
    ['assert (message.pair.a == 1 || message.pair.a + 1 == 1)'],
    ['assert (message.pair.a == 1 || math.uint16 (message.pair.a) == 2)'],
    ['assert (message.handle.rights == 0 || size (message.list) == 1)'],
    [`assert (bool.cond { if : true, then : message.list.[0], else : 1 } == 1)`],
  ])('do not count in %s [LANG-3]', (rule) => {
    expect(sent(rule)).toEqual([]);
  });
});

const pinged = (condition: string): readonly string[] =>
  told(`request method=Ping { assert (${condition}) }`);

describe('integer arithmetic', () => {
  it.each([
    ['18446744073709551615 + message.value == 1'],
    ['message.value * message.value * 2 == 1'],
    ['-9223372036854775808 - message.value == 1'],
    ['math.sum [18446744073709551615, message.value] == 1'],
    ['math.product [message.value, message.value, 2, 0] == 1'],
    ['~18446744073709551615 == 1'],
    ['1 == 1) math.neg (-9223372036854775808 * message.value'],
  ])('counts in %s [LANG-3]', (condition) => {
    expect(pinged(condition)).toEqual(['DEP-026']);
  });

  it.each([
    ['message.value * message.value == 1'],
    ['message.value + 18446744069414584320 == 1'],
    ['0 - message.value == 1'],
    ['~message.value == 1'],
    ['(message.value | 18446744073709551615) == 1'],
    ['(18446744073709551615 & message.value) + 1 == 1'],
    ['math.sum [message.value, message.value, src_sid] == 1'],
    ['math.uint64 (message.value) * 10000 == 1'],
    ['math.neg (0 - message.value) == 1'],
    ['size (message) * 1000 == 1'],
  ])('does not count in %s [LANG-3]', (condition) => {
    expect(pinged(condition)).toEqual([]);
  });
});
