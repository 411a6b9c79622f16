import { describe, expect, it } from 'vitest';
import { sidOf } from '../../model/ids.ts';
import { interpret } from '../interpreter.ts';
import { answersOf, bytesOf, contextAfter, toldOf } from '../test-answers.ts';
import { eventOf, solutionWith } from '../test-solution.ts';

const map = `use nk.staticmap._
policy object m : StaticMap {
    type Value = UInt8
    config = { keys : { "k1" : 5, "k2" : 0 }, pool_size : 1 }
}
`;

const policy = (rules: string): string =>
  `${map}request method=Note { m.init { sid : src_sid } m.set { sid : src_sid, key : "k2", value : 7 } }
   request method=Ping dst=t.Server { ${rules} }`;

const note = eventOf('request', 'Note');
const ping = eventOf('request', 'Ping', { value: 300n });

describe('StaticMap', () => {
  it.each([
    ['sets a key', 'm.set { sid : src_sid, key : "k1", value : 9 }', 'granted'],
    ['sets a key to what it is', 'm.set { sid : src_sid, key : "k2", value : 7 }', 'granted'],
    ['refuses an unknown key', 'm.set { sid : src_sid, key : "k3", value : 9 }', 'ruleRefused'],
    [
      'refuses a key of bytes',
      'm.set { sid : src_sid, key : [107, 49], value : 9 }',
      'ruleRefused',
    ],
    ['refuses a second init', 'm.init { sid : src_sid }', 'ruleRefused'],
    ['refuses when the pool is empty', 'm.init { sid : dst_sid }', 'ruleRefused'],
    ['gives the table back', 'm.fini { sid : src_sid } m.init { sid : dst_sid }', 'granted'],
    [
      'starts again from the defaults',
      'm.fini { sid : src_sid } m.init { sid : src_sid } assert (m.get_uncommited { sid : src_sid, key : "k2" } == 0)',
      'granted',
    ],
    [
      'refuses to set without a table',
      'm.set { sid : dst_sid, key : "k1", value : 9 }',
      'ruleRefused',
    ],
    ['refuses to commit without a table', 'm.commit { sid : dst_sid }', 'ruleRefused'],
    ['refuses to roll back without a table', 'm.rollback { sid : dst_sid }', 'ruleRefused'],
    ['refuses to end what is not', 'm.fini { sid : dst_sid }', 'ruleRefused'],
    ['refuses an SID out of range', 'm.commit { sid : 65536 }', 'ruleRefused'],
    ['reads a default', 'assert (m.get { sid : src_sid, key : "k1" } == 5)', 'granted'],
    ['reads what is committed', 'assert (m.get { sid : src_sid, key : "k2" } == 0)', 'granted'],
    [
      'reads what is not committed',
      'assert (m.get_uncommited { sid : src_sid, key : "k2" } == 7)',
      'granted',
    ],
    [
      'commits',
      'm.commit { sid : src_sid } assert (m.get { sid : src_sid, key : "k2" } == 7)',
      'granted',
    ],
    [
      'rolls back',
      'm.rollback { sid : src_sid } assert (m.get_uncommited { sid : src_sid, key : "k2" } == 0)',
      'granted',
    ],
    ['fails to read an unknown key', 'assert (m.get { sid : src_sid, key : "k3" } == 0)', 'failed'],
    [
      'fails to read without a table',
      'assert (m.get { sid : dst_sid, key : "k1" } == 5)',
      'failed',
    ],
    [
      'fails to read of an SID out of range',
      'assert (m.get_uncommited { sid : 0, key : "k1" } == 5)',
      'failed',
    ],
    [
      'fails for a value outside its type',
      'm.set { sid : src_sid, key : "k1", value : message.value }',
      'failed',
    ],
  ])('%s [KSS-1]', (_, rules, expected) => {
    expect(answersOf(policy(rules), note, ping)).toEqual(['granted', expected]);
  });

  it('shows both tables of an SID, and forgets one that is released [KSS-2]', () => {
    const engine = interpret(solutionWith(policy('')));
    const context = contextAfter(policy(''), note);

    expect(engine.describe(context)).toEqual({
      level: 0,
      objects: { m: { 3: { base: { k1: 5n, k2: 0n }, working: { k1: 5n, k2: 7n } } } },
    });
    expect(bytesOf(policy(''), engine.release(context, sidOf(3)))).toBe(
      bytesOf(policy(''), engine.initial),
    );
  });

  it('has equal bytes for equal tables, however they came about [KSS-2]', () => {
    const back = policy(
      'm.set { sid : src_sid, key : "k2", value : 9 } m.set { sid : src_sid, key : "k2", value : 7 }',
    );

    expect(bytesOf(back, contextAfter(back, note, ping))).toBe(
      bytesOf(back, contextAfter(back, note)),
    );
    expect(bytesOf(back, contextAfter(back, note))).not.toBe(bytesOf(back, contextAfter(back)));
  });
});

describe('the parameters of a StaticMap', () => {
  const object = (parameters: string): string =>
    `use nk.staticmap._\npolicy object m : StaticMap { ${parameters} }`;
  const value = 'type Value = UInt8';

  it.each([
    ['SInt8', '"k" : -128'],
    ['Number', '"k" : 0xFFFFFFFF, sleep : 1'],
    ['Sid', '7 : 1'],
    ['Unsigned', ''],
  ])('may be %s with the keys { %s } [LANG-5]', (type, keys) => {
    const parameters = `type Value = ${type} config = { keys : { ${keys} }, pool_size : 1 }`;

    expect(toldOf(object(parameters), 'PSL-007')).toEqual([]);
  });

  it.each([
    [
      '',
      [
        [object('').slice(object('').indexOf('policy')), 'a StaticMap needs `type Value = …`'],
        [object('').slice(object('').indexOf('policy')), 'a StaticMap needs `config = …`'],
      ],
    ],
    [
      `type Value = Text config = { keys : {}, pool_size : 1 }`,
      [['Text', '"Text" cannot stand here: values are integers']],
    ],
    [
      `type Value = UInt7 config = { keys : {}, pool_size : 1 }`,
      [['UInt7', '"UInt7" cannot stand here: values are integers']],
    ],
    [
      `type Value = List<UInt8> config = { keys : {}, pool_size : 1 }`,
      [['List<UInt8>', '"List" cannot stand here: values are integers']],
    ],
    [
      `type Value = [UInt8] config = { keys : {}, pool_size : 1 }`,
      [['[UInt8]', 'this type cannot stand here: values are integers']],
    ],
    [
      `${value} type Entry = UInt8 config = { keys : {}, pool_size : 1 }`,
      [['Entry', 'there is no parameter "type Entry"']],
    ],
    [
      `${value} ${value} config = { keys : {}, pool_size : 1 }`,
      [['Value', '"type Value" stands here twice']],
    ],
    [`${value} config = 1`, [['1', 'a dictionary of keys, pool_size is asked for']]],
    [`${value} config = { keys : {} }`, [['{ keys : {} }', 'the key "pool_size" is missing']]],
    [
      `${value} config = { keys : {}, poolsize : 1, pool_size : 1 }`,
      [['poolsize', 'there is no key "poolsize"']],
    ],
    [
      `${value} config = { keys : {}, pool_size : 0 }`,
      [['0', 'pool_size must be a positive integer']],
    ],
    [
      `${value} config = { keys : ["k"], pool_size : 1 }`,
      [['["k"]', 'keys must be a dictionary of keys and their defaults']],
    ],
    [
      `${value} config = { keys : { "k" : 1, "k" : 2 }, pool_size : 1 }`,
      [['"k"', '"k" stands here twice']],
    ],
    [
      `${value} config = { keys : { "k" : 256 }, pool_size : 1 }`,
      [['256', 'the default of "k" is not of the type Value']],
    ],
    [
      `${value} config = { keys : { "k" : -1 }, pool_size : 1 }`,
      [['-1', 'the default of "k" is not of the type Value']],
    ],
    [
      `${value} config = { keys : { "k" : "1" }, pool_size : 1 }`,
      [['"1"', 'the default of "k" is not of the type Value']],
    ],
  ] as const)('are told where they are wrong: %s [LANG-3]', (parameters, faults) => {
    expect(toldOf(object(parameters), 'PSL-007')).toEqual(faults);
  });

  it('tell a constant that is no value, and warn of one that is no key [LANG-3]', () => {
    expect(toldOf(policy('m.set { sid : src_sid, key : "k9", value : 256 }'), 'PSL-018')).toEqual([
      ['"k9"', 'there is no key "k9"'],
      ['256', 'an integer (UInt8) is asked for, and this is 256'],
    ]);
  });
});
