import { describe, expect, it } from 'vitest';
import { record } from '../../model/value.ts';
import type { Value } from '../../model/value.ts';
import { securityModels } from '../catalogue.ts';
import { runAssertions } from '../pal.ts';
import type { ExpectationResult } from '../pal.ts';
import { bothEngines } from '../test-both-engines.ts';
import { eventOf, solutionWith } from '../test-solution.ts';

/** How one model comes to deny a message that all others grant. */
interface Kind {
  readonly model: string;
  /** The object whose rule denies. */
  readonly object: string;
  /** What declares it, of objects that the packages do not bring. */
  readonly declared?: string;
  /** What makes it ready. */
  readonly setup?: string;
  /** What the message must pass. */
  readonly rule: string;
  /** What makes it deny: something that was done before, or the message itself. */
  readonly spoiled:
    | { readonly by: 'event'; readonly rule: string }
    | { readonly by: 'message'; readonly message: string; readonly fields: Message };
}

type Message = Readonly<{ a: bigint; b: string; list: readonly bigint[] }>;

const plain: Message = { a: 0n, b: 'ok', list: [1n] };

const written = ({ a, b, list }: Message): string =>
  `{ pair : { a : ${String(a)}, b : "${b}" }, list : [${list.map(String).join(', ')}] }`;

const byMessage = (change: Partial<Message>): Kind['spoiled'] => {
  const fields = { ...plain, ...change };
  return { by: 'message', message: written(fields), fields };
};
const byEvent = (rule: string): Kind['spoiled'] => ({ by: 'event', rule });

/** An object of Base of its own, so that what denies has a name. */
const named = (object: string): string => `policy object ${object} : Base {}`;

const kinds: readonly Kind[] = [
  {
    model: 'Base',
    object: 'own',
    declared: named('own'),
    rule: 'own.deny (message.pair.a == 1)',
    spoiled: byMessage({ a: 1n }),
  },
  {
    model: 'Pred',
    object: 'byPred',
    declared: named('byPred'),
    rule: 'byPred.assert (message.pair.a != 2)',
    spoiled: byMessage({ a: 2n }),
  },
  {
    model: 'Bool',
    object: 'bool',
    rule: 'bool.assert (bool.any [message.pair.a < 3, message.pair.a > 3])',
    spoiled: byMessage({ a: 3n }),
  },
  {
    model: 'Math',
    object: 'byMath',
    declared: named('byMath'),
    rule: 'byMath.assert (math.sum [message.pair.a * 2, 1] != 9)',
    spoiled: byMessage({ a: 4n }),
  },
  {
    model: 'Struct',
    object: 'byStruct',
    declared: named('byStruct'),
    rule: 'byStruct.assert (message.list.[0] == 1)',
    spoiled: byMessage({ list: [2n] }),
  },
  {
    model: 'Regex',
    object: 'byRegex',
    declared: named('byRegex'),
    rule: 'byRegex.assert (re.match { text : message.pair.b, pattern : "[a-z]*" })',
    spoiled: byMessage({ b: 'NO' }),
  },
  {
    model: 'HashSet',
    object: 'seen',
    declared:
      'policy object seen : HashSet { type Entry = UInt8 config = { set_size : 1, pool_size : 1 } }',
    setup: 'seen.init { sid : src_sid }',
    rule: 'seen.add { sid : src_sid, entry : message.pair.a }',
    spoiled: byEvent('seen.add { sid : src_sid, entry : 200 }'),
  },
  {
    model: 'StaticMap',
    object: 'limits',
    declared:
      'policy object limits : StaticMap { type Value = UInt8 config = { keys : { "k" : 9 }, pool_size : 1 } }',
    setup: 'limits.init { sid : src_sid }',
    rule: 'limits.set { sid : src_sid, key : "k", value : message.pair.a }',
    spoiled: byEvent('limits.fini { sid : src_sid }'),
  },
  {
    model: 'Flow',
    object: 'phase',
    declared:
      'policy object phase : Flow { type State = "open" | "shut" config = { states : ["open", "shut"], initial : "open", transitions : { "open" : ["shut"] } } }',
    setup: 'phase.init { sid : src_sid }',
    rule: 'phase.allow { sid : src_sid, states : ["open"] }',
    spoiled: byEvent('phase.enter { sid : src_sid, state : "shut" }'),
  },
  {
    model: 'Mic',
    object: 'mic',
    declared: 'policy object mic : Mic { config = ["LOW", "HIGH"] }',
    setup:
      'mic.execute { image : (), target : src_sid, level : "LOW", levelR : () } mic.execute { image : (), target : dst_sid, level : "LOW", levelR : () }',
    rule: 'mic.write { source : src_sid, target : dst_sid }',
    spoiled: byEvent('mic.execute { image : (), target : dst_sid, level : "HIGH", levelR : () }'),
  },
  {
    model: 'Mls',
    object: 'mls',
    declared:
      'policy object mls : Mls { config = { degrees : ["low", "high"], categories : [], tranquillity : "weak", pool_size : 2 } }',
    setup:
      'mls.subject { sid : src_sid, clearance : "high", current : "low", trusted : false } mls.subject { sid : dst_sid, clearance : "low", current : (), trusted : false }',
    rule: 'mls.append { source : src_sid, target : dst_sid }',
    spoiled: byEvent('mls.set_level { sid : src_sid, level : "high" }'),
  },
  {
    model: 'Temporal',
    object: 'hist',
    declared:
      'policy object hist : Temporal { config = { atoms : ["in", "out", "sent"], formulas : { "in" : "!out since in" }, pool_size : 1 } }',
    setup: 'hist.init { sid : src_sid } hist.note { sid : src_sid, atoms : ["in"] }',
    rule: 'hist.note_if_held { sid : src_sid, atoms : ["sent"], formula : "in" }',
    spoiled: byEvent('hist.note { sid : src_sid, atoms : ["out"] }'),
  },
  {
    model: 'Rbac',
    object: 'plant',
    declared:
      'policy object plant : Rbac { config = { objects : { "valve" : ["turn"] }, roles : { "operator" : { inherits : [], permissions : { "valve" : ["turn"] } } }, ssd : {}, dsd : {}, user_pool_size : 1, session_pool_size : 1 } }',
    setup:
      'plant.assign { user : src_sid, role : "operator" } plant.open { sid : src_sid, user : src_sid, roles : ["operator"] }',
    rule: 'plant.check { sid : src_sid, operation : "turn", object : "valve" }',
    spoiled: byEvent('plant.drop { sid : src_sid, role : "operator" }'),
  },
  {
    model: 'Te',
    object: 'te',
    declared:
      'policy object te : Te { config = { types : ["c_t", "s_t"], attributes : {}, classes : { "service" : ["call"] }, allow : [{ source : "c_t", target : "s_t", class : "service", permissions : "call" }], neverallow : [], transitions : [], pool_size : 2 } }',
    setup: 'te.label { sid : src_sid, type : "c_t" } te.label { sid : dst_sid, type : "s_t" }',
    rule: 'te.check { source : src_sid, target : dst_sid, class : "service", permission : "call" }',
    spoiled: byEvent('te.release { sid : dst_sid }'),
  },
];

const packages = ['regex', 'staticmap', 'mic', 'mls', 'temporal', 'rbac', 'te'];

const spoilingCases = kinds
  .map(({ spoiled }, index) =>
    spoiled.by === 'event' ? `${String(index)} : ${spoiled.rule}` : undefined,
  )
  .filter((one) => one !== undefined);

const head = [
  ...packages.map((name) => `use nk.${name}._`),
  ...kinds.flatMap(({ declared = '' }) => (declared === '' ? [] : [declared])),
].join('\n');

/** A sequence of tests: a model denies alone, once it is spoiled. */
const sequenceOf = ({ model, spoiled }: Kind, index: number): string => `    sequence "${model}" {
        ${spoiled.by === 'event' ? `client ~> server : direct.Ping { value : ${String(index)} }` : ''}
        deny client ~> server : direct.Send ${spoiled.by === 'message' ? spoiled.message : written(plain)}
    }
`;

/** A policy of all kinds, of the rules given; one event must pass them all. */
const policyOf = (rules: readonly string[]): string => `${head}
request dst=t.Server endpoint=direct {
    match method=Note {
        ${kinds.map(({ setup = '' }) => setup).join('\n        ')}
    }
    match method=Ping { choice (message.value) {
        ${spoilingCases.join('\n        ')}
    } }
    match method=Send {
        ${rules.join('\n        ')}
    }
}
assert "all kinds" {
    setup { client ~> server : direct.Note }
    sequence "together" { client ~> server : direct.Send ${written(plain)} }
${kinds.map(sequenceOf).join('')}}
`;

const whole = policyOf(kinds.map(({ rule }) => rule));

/** Who denies, in each sequence, whatever was expected. */
const deniersOf = (results: readonly ExpectationResult[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    results.map(({ sequence, reasons }) => [
      sequence,
      reasons.filter(({ result }) => result !== 'granted').map(({ object }) => object),
    ]),
  );

const messageOf = ({ a, b, list }: Message): Readonly<Record<string, Value>> => ({
  pair: record([
    ['a', a],
    ['b', b],
  ]),
  list,
});

describe('a policy of all kinds of security models', () => {
  it('has every model of the catalogue [KSS-1]', () => {
    expect(kinds.map(({ model }) => model).sort()).toEqual([...securityModels.keys()].sort());
  });

  it('grants what all grant, and denies what any one denies [KSS-1]', () => {
    const results = runAssertions(solutionWith(whole));

    expect(results.filter(({ passed }) => !passed)).toEqual([]);
    expect(deniersOf(results)).toEqual(
      new Map<string, readonly string[]>([
        ['together', []],
        ...kinds.map(({ model, object }) => [model, [object]] as const),
      ]),
    );
  });

  it.each(kinds)('is denied by $model in both engines [KSS-3]', ({ object, spoiled }) => {
    const engine = bothEngines(solutionWith(whole));
    const index = kinds.findIndex((kind) => kind.object === object);
    const at = { endpoint: 'direct' };
    const spoiling = eventOf('request', 'Ping', { value: BigInt(index) }, at);
    const fields = spoiled.by === 'message' ? spoiled.fields : plain;
    const events = [
      eventOf('request', 'Note', {}, at),
      ...(spoiled.by === 'event' ? [spoiling] : []),
      eventOf('request', 'Send', messageOf(fields), at),
    ];

    let context = engine.initial;
    const deniers = events.map((event) => {
      const { verdict, next } = engine.decide(context, event);
      context = next ?? context;
      return verdict.by.filter(({ result }) => result !== 'granted').map((one) => one.object);
    });

    expect(deniers).toEqual([...events.slice(1).map(() => []), [object]]);
  });

  it.each(kinds)('is found to lack the rule of $model [GATE-1]', ({ model, rule }) => {
    const without = policyOf(kinds.map((kind) => (kind.rule === rule ? 'grant ()' : kind.rule)));
    const results = runAssertions(solutionWith(without));

    expect(results.filter(({ passed }) => !passed).map(({ sequence }) => sequence)).toEqual([
      model,
    ]);
  });
});
