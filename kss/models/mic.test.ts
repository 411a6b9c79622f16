import { describe, expect, it } from 'vitest';
import { sidOf } from '../../model/ids.ts';
import { interpret } from '../interpreter.ts';
import { answersOf, bytesOf, contextAfter, toldOf } from '../test-answers.ts';
import { eventOf, solutionWith } from '../test-solution.ts';

const chain = `use nk.mic._
policy object mic : Mic { config = ["LOW", "MEDIUM", "HIGH"] }
`;
const lattice = `use nk.mic._
policy object mic : Mic { config = { degrees : ["low", "high"], categories : ["net", "log"] } }
`;

const set = (sid: number, level: string, levelR = '()'): string =>
  `mic.execute { image : (), target : ${String(sid)}, level : ${level}, levelR : ${levelR} } `;
const full = (degree: string, ...categories: readonly string[]): string =>
  `{ degree : ${degree}, categories : [${categories.join(', ')}] }`;

const policy = (object: string, levels: string, rules: string): string =>
  `${object}request method=Note { ${levels} }\nrequest method=Ping dst=t.Server { ${rules} }`;

const note = eventOf('request', 'Note');
const ping = eventOf('request', 'Ping', { value: 9n });

/** Subjects: 10 is LOW, 20 is MEDIUM, 30 is HIGH, 31 is HIGH and receives from MEDIUM on. */
const subjects = [
  set(10, '"LOW"'),
  set(20, '"MEDIUM"'),
  set(30, '"HIGH"'),
  set(31, '"HIGH"', '"MEDIUM"'),
].join('');

const ofResource = (container: string, more = ''): string =>
  `{ source : 30, target : 40, container : ${container}, driver : 20 ${more} }`;
const create = (level: string, container = '()'): string =>
  `mic.create ${ofResource(container, `, level : ${level}`)} `;
const upgrade = (level: string, container = '()'): string =>
  `mic.upgrade ${ofResource(container, `, level : ${level}`)} `;
const isLevel = (sid: number, level: string): string =>
  `assert (mic.query_level { source : ${String(sid)} } == ${level}) `;

describe('Mic, of a chain of levels', () => {
  const answer = (rules: string): string | undefined =>
    answersOf(policy(chain, subjects, rules), note, ping)[1];

  it.each([
    [
      'assigns the level of the image',
      `mic.execute { image : 20, target : 50, level : (), levelR : () } ${isLevel(50, '"MEDIUM"')}`,
      'granted',
    ],
    [
      'assigns a level below the image',
      `mic.execute { image : 20, target : 50, level : "LOW", levelR : () } ${isLevel(50, '"LOW"')}`,
      'granted',
    ],
    [
      'refuses a level above the image',
      'mic.execute { image : 20, target : 50, level : "HIGH", levelR : () }',
      'ruleRefused',
    ],
    ['refuses a levelR above the level', set(50, '"LOW"', '"HIGH"'), 'ruleRefused'],
    [
      'refuses an image without a level',
      'mic.execute { image : 60, target : 50, level : "LOW", levelR : () }',
      'ruleRefused',
    ],
    [
      'refuses an image out of range',
      'mic.execute { image : 0, target : 50, level : "LOW", levelR : () }',
      'ruleRefused',
    ],
    ['refuses a target out of range', set(65536, '"LOW"'), 'ruleRefused'],
    ['assigns anew', `${set(10, '"HIGH"')} ${isLevel(10, '"HIGH"')}`, 'granted'],
  ])('execute %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    ['assigns a level', `${create('"LOW"')} ${isLevel(40, '"LOW"')}`, 'granted'],
    ['assigns the greatest level allowed', `${create('()')} ${isLevel(40, '"MEDIUM"')}`, 'granted'],
    ['counts the container for it', `${create('()', '10')} ${isLevel(40, '"LOW"')}`, 'granted'],
    ['refuses a level above the driver', create('"HIGH"'), 'ruleRefused'],
    ['refuses a level above the container', create('"MEDIUM"', '10'), 'ruleRefused'],
    ['refuses a container without a level', create('"LOW"', '60'), 'ruleRefused'],
    [
      'refuses a source without a level',
      'mic.create { source : 60, target : 40, container : (), driver : 20, level : "LOW" }',
      'ruleRefused',
    ],
    [
      'refuses a target out of range',
      'mic.create { source : 30, target : 0, container : (), driver : 20, level : "LOW" }',
      'ruleRefused',
    ],
  ])('create %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    [
      'takes the level away',
      `${create('"LOW"')} mic.delete ${ofResource('()')} mic.read { source : 10, target : 40 }`,
      'ruleRefused',
    ],
    ['grants', `${create('"LOW"')} mic.delete ${ofResource('10')}`, 'granted'],
    ['refuses a target without a level', `mic.delete ${ofResource('()')}`, 'ruleRefused'],
    [
      'refuses a container without a level',
      `${create('"LOW"')} mic.delete ${ofResource('60')}`,
      'ruleRefused',
    ],
    [
      'refuses a target above the source',
      `${create('"MEDIUM"')} mic.delete { source : 10, target : 40, container : (), driver : 30 }`,
      'ruleRefused',
    ],
    [
      'refuses a target above the driver',
      `${create('"MEDIUM"')} mic.delete { source : 30, target : 40, container : (), driver : 10 }`,
      'ruleRefused',
    ],
    [
      'takes no account of how high the container is',
      `${create('"MEDIUM"')} mic.delete ${ofResource('10')}`,
      'granted',
    ],
  ])('delete %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    [
      'raises a level',
      `${create('"LOW"')} ${upgrade('"MEDIUM"')} ${isLevel(40, '"MEDIUM"')}`,
      'granted',
    ],
    ['refuses the same level', `${create('"LOW"')} ${upgrade('"LOW"')}`, 'ruleRefused'],
    ['refuses a lower level', `${create('"MEDIUM"')} ${upgrade('"LOW"')}`, 'ruleRefused'],
    ['refuses a level above the driver', `${create('"LOW"')} ${upgrade('"HIGH"')}`, 'ruleRefused'],
    [
      'refuses a level above the container',
      `${create('"LOW"')} ${upgrade('"MEDIUM"', '10')}`,
      'ruleRefused',
    ],
    ['refuses a target without a level', upgrade('"LOW"'), 'ruleRefused'],
  ])('upgrade %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    ['call', 10, 30, 'granted'],
    ['call', 20, 20, 'granted'],
    ['call', 30, 20, 'ruleRefused'],
    ['call', 31, 20, 'granted'],
    ['call', 31, 10, 'ruleRefused'],
    ['call', 31, 60, 'ruleRefused'],
    ['read', 10, 30, 'granted'],
    ['read', 30, 20, 'ruleRefused'],
    ['read', 31, 20, 'granted'],
    ['read', 60, 20, 'ruleRefused'],
    ['invoke', 30, 10, 'granted'],
    ['invoke', 20, 20, 'granted'],
    ['invoke', 10, 20, 'ruleRefused'],
    ['invoke', 31, 60, 'ruleRefused'],
    ['write', 30, 10, 'granted'],
    ['write', 10, 20, 'ruleRefused'],
    ['write', 0, 20, 'ruleRefused'],
  ])('%s from SID %i to SID %i is %s [KSS-1]', (rule, source, target, expected) => {
    const sids = `{ source : ${String(source)}, target : ${String(target)} }`;

    expect(answer(`mic.${rule} ${sids}`)).toBe(expected);
  });

  it.each([
    [
      'chooses a case by the level',
      'choice (mic.query_level { source : 20 }) { "LOW" : deny () "MEDIUM" : grant () _ : deny () }',
      'granted',
    ],
    [
      'fails without a level',
      'choice (mic.query_level { source : 60 }) { _ : grant () }',
      'failed',
    ],
    ['fails out of range', 'choice (mic.query_level { source : 0 }) { _ : grant () }', 'failed'],
  ])('query_level %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it('shows levels by name, and forgets an SID that is released [KSS-2]', () => {
    const one = policy(chain, set(31, '"HIGH"', '"MEDIUM"'), '');
    const engine = interpret(solutionWith(one));
    const context = contextAfter(one, note);

    expect(engine.describe(context)).toMatchObject({
      objects: { mic: { 31: { level: 'HIGH', levelR: 'MEDIUM' } } },
    });
    expect(bytesOf(one, engine.release(context, sidOf(31)))).toBe(bytesOf(one, engine.initial));
    expect(bytesOf(one, context)).not.toBe(bytesOf(one, engine.initial));
  });
});

describe('Mic, of degrees and categories', () => {
  const levels = [
    set(10, '"low"'),
    set(20, full('"low"', '"net"')),
    set(21, full('"low"', '"log"')),
    set(30, full('"high"', '"log"', '"net"')),
    set(40, full('"high"', '"net"')),
  ].join('');
  const answer = (rules: string): string | undefined =>
    answersOf(policy(lattice, levels, rules), note, ping)[1];

  it.each([
    ['higher and with more categories', 30, 20, 'granted'],
    ['with fewer categories', 40, 21, 'ruleRefused'],
    ['beside each other', 20, 21, 'ruleRefused'],
    ['without categories', 20, 10, 'granted'],
    ['of the same', 40, 40, 'granted'],
  ])('compares levels %s: SID %i may invoke SID %i: %s [KSS-1]', (_, source, target, expected) => {
    const sids = `{ source : ${String(source)}, target : ${String(target)} }`;

    expect(answer(`mic.invoke ${sids}`)).toBe(expected);
  });

  it.each([
    [
      'levels beside each other',
      `mic.execute { image : 20, target : 50, level : ${full('"low"', '"log"')}, levelR : () }`,
      'ruleRefused',
    ],
    [
      'a levelR beside the level',
      set(50, full('"low"', '"net"'), full('"low"', '"log"')),
      'ruleRefused',
    ],
    ['the same categories in another order', set(50, full('"high"', '"net"', '"log"')), 'granted'],
    [
      '() as the lowest degree and no category',
      `${set(50, '{ degree : (), categories : () }')} mic.invoke { source : 10, target : 50 }`,
      'granted',
    ],
  ])('takes %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    ['a degree alone', 10, '"low"'],
    ['categories in any order', 30, full('"high"', '"net"', '"log"')],
    ['a degree without categories', 10, '{ degree : "low", categories : () }'],
  ])('fits a case that writes %s [KSS-1]', (_, sid, level) => {
    const rules = `choice (mic.query_level { source : ${String(sid)} }) { "high" : deny () ${level} : grant () }`;

    expect(answer(rules)).toBe('granted');
  });

  it('creates at the greatest level below all [KSS-1]', () => {
    const rules = `mic.create { source : 30, target : 50, container : 40, driver : 20, level : () }
      choice (mic.query_level { source : 50 }) { ${full('"low"', '"net"')} : grant () }`;

    expect(answer(rules)).toBe('granted');
  });
});

describe('the parameters of a Mic', () => {
  const object = (parameters: string): string =>
    `use nk.mic._\npolicy object mic : Mic { ${parameters} }`;

  it.each([
    ['config = ["LOW", "LOW"]', [['"LOW"', '"LOW" stands here twice']]],
    ['config = ["LOW", 1]', [['1', 'a text is asked for']]],
    ['config = []', [['[]', 'there must be a level']]],
    ['config = "LOW"', [['"LOW"', 'a dictionary of degrees, categories is asked for']]],
    ['config = { degrees : ["a"] }', [['{ degrees : ["a"] }', 'the key "categories" is missing']]],
    ['config = { degrees : ["a"], categories : ["b", "b"] }', [['"b"', '"b" stands here twice']]],
    ['config = { degrees : "a", categories : [] }', [['"a"', 'a list of levels is asked for']]],
    [
      'config = { degrees : ["a"], categories : [], category : [] }',
      [['category', 'there is no key "category"']],
    ],
    ['type Level = Text config = ["a"]', [['Level', 'there is no parameter "type Level"']]],
  ] as const)('are told where they are wrong: %s [LANG-3]', (parameters, faults) => {
    expect(toldOf(object(parameters), 'PSL-007')).toEqual(faults);
  });

  it.each([
    [set(50, '"NONE"'), 'PSL-018', '"NONE"'],
    [set(50, '()'), 'PSL-018', '()'],
    [set(50, full('"LOW"', '"net"')), 'PSL-018', '"net"'],
    [set(50, '{ degree : "LOW" }'), 'PSL-019', '{ degree : "LOW" }'],
    ['choice (mic.query_level { source : 20 }) { "NONE" : grant () }', 'PSL-022', '"NONE"'],
    [
      'choice (mic.query_level { source : 20 }) { "LOW" : grant () "LOW" : deny () }',
      'PSL-022',
      '"LOW"',
    ],
  ])('tell a constant that is no level: %s [LANG-3]', (rules, code, place) => {
    expect(toldOf(policy(chain, '', rules), code).map(([text]) => text)).toEqual([place]);
  });

  it('let a computed level fail that is none of the object [KSS-1]', () => {
    const rules = `mic.execute { image : (), target : 50, level : message.pair.b, levelR : () }`;
    const send = `${chain}request method=Send dst=t.Server { ${rules} }`;

    expect(answersOf(send, eventOf('request', 'Send'))).toEqual(['failed']);
  });
});
