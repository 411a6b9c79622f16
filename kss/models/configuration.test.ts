import { describe, expect, it } from 'vitest';
import { answersOf, toldOf } from '../test-answers.ts';
import { eventOf } from '../test-solution.ts';

const flowOf = (parameters: string): string => `policy object f : Flow { ${parameters} }`;
const state = 'type State = "a" | "b"';
const config = (states: string, initial: string, transitions: string): string =>
  `config = { states : ${states}, initial : ${initial}, transitions : ${transitions} }`;

describe('the parameters of a Flow', () => {
  it.each([
    ['states in another order', `${state} ${config('["b", "a"]', '"a"', '{ "a" : ["a", "b"] }')}`],
    ['one state', `type State = "a" ${config('["a"]', '"a"', '{}')}`],
  ])('may be %s [LANG-5]', (_, parameters) => {
    expect(toldOf(flowOf(parameters), 'PSL-007')).toEqual([]);
  });

  it.each([
    [state, [[flowOf(state), 'a Flow needs `config = …`']]],
    [
      `type State = UInt8 ${config('["a"]', '"a"', '{}')}`,
      [['UInt8', 'states are texts: "a" | "b"']],
    ],
    [`type State = "a" | "a" ${config('["a"]', '"a"', '{}')}`, [['"a"', '"a" stands here twice']]],
    [
      `${state} type States = "a" ${config('["a", "b"]', '"a"', '{}')}`,
      [
        ['States', '"type State" stands here twice'],
        ['States', 'the states of a Flow are `type State`'],
      ],
    ],
    [`${state} ${config('["a"]', '"a"', '{}')}`, [['["a"]', 'states lacks "b" of the type']]],
    [`${state} ${config('["a", "b", "c"]', '"a"', '{}')}`, [['"c"', 'there is no state "c"']]],
    [`${state} ${config('["a", "b", "b"]', '"a"', '{}')}`, [['"b"', '"b" stands here twice']]],
    [
      `${state} ${config('["a", "b"]', '"c"', '{}')}`,
      [['"c"', 'initial must be one of the states']],
    ],
    [
      `${state} ${config('["a", "b"]', '"a"', '["b"]')}`,
      [['["b"]', 'transitions must be a dictionary of lists of states']],
    ],
    [
      `${state} ${config('["a", "b"]', '"a"', '{ "c" : [], "a" : ["d"] }')}`,
      [
        ['"c"', 'there is no state "c"'],
        ['"d"', 'there is no state "d"'],
      ],
    ],
    [
      `${state} ${config('["a", "b"]', '"a"', '{ "a" : ["b"], "a" : [] }')}`,
      [['"a"', '"a" stands here twice']],
    ],
    [
      `${state} ${config('["a", "b"]', '"a"', '{ "a" : "b" }')}`,
      [['"b"', 'a list of states is asked for']],
    ],
    [
      `${state} config = { states : ["a", "b"], transitions : {} }`,
      [['{ states : ["a", "b"], transitions : {} }', 'the key "initial" is missing']],
    ],
  ] as const)('are told where they are wrong: %s [LANG-3]', (parameters, faults) => {
    expect(toldOf(flowOf(parameters), 'PSL-007')).toEqual(faults);
  });

  it('warn of the old name of the type, and count [LANG-5]', () => {
    const old = `${flowOf(`type States = "a" ${config('["a"]', '"a"', '{}')}`)}
      request { f.init { sid : src_sid } f.allow { sid : src_sid, states : ["a"] } }`;

    expect(toldOf(old, 'PSL-007').map(([place]) => place)).toEqual(['States']);
    expect(answersOf(old, eventOf('request', 'Note'))).toEqual(['granted']);
  });
});

describe('the parameters of a HashSet', () => {
  const setOf = (type: string, sizes = 'set_size : 2, pool_size : 1'): string =>
    `policy object s : HashSet { type Entry = ${type} config = { ${sizes} } }`;
  const entries = 'entries are integers, Booleans, and dictionaries and tuples of them';

  it.each(['Sid', '[UInt8, { a : Boolean, b : Handle }]', 'UInt8 | Boolean', '1 | 2', '{}'])(
    'may be of the type %s [LANG-5]',
    (type) => {
      expect(toldOf(setOf(type), 'PSL-007')).toEqual([]);
    },
  );

  it.each([
    [setOf('Text'), [['Text', `"Text" cannot stand here: ${entries}`]]],
    [setOf('[UInt8, { a : Text }]'), [['Text', `"Text" cannot stand here: ${entries}`]]],
    [setOf('UInt8 | "a"'), [['"a"', `this type cannot stand here: ${entries}`]]],
    [setOf('Boolean | ()'), [['()', `this type cannot stand here: ${entries}`]]],
    [setOf('Set<UInt8>'), [['Set<UInt8>', `"Set" cannot stand here: ${entries}`]]],
    [setOf('{ a : UInt8, a : UInt8 }'), [['a', '"a" stands here twice']]],
    [
      setOf('UInt8', 'set_size : 2, set_size : 2, pool_size : 1'),
      [['set_size', '"set_size" stands here twice']],
    ],
    [
      setOf('UInt8', 'set_size : "2", pool_size : 1'),
      [['"2"', 'set_size must be a positive integer']],
    ],
  ] as const)('are told where they are wrong: %s [LANG-3]', (policy, faults) => {
    expect(toldOf(policy, 'PSL-007')).toEqual(faults);
  });

  const initial = 's.init { sid : src_sid }';

  it.each([
    ['UInt8', '300', ['300', 'an integer (UInt8) is asked for, and this is 300']],
    ['1 | 2', '3', ['3', '1 | 2 is asked for, and this is 3']],
    ['[UInt8]', '[256]', ['[256]', '[an integer (UInt8)] is asked for, and this is [256]']],
    ['Boolean', '1', ['1', 'a Boolean is asked for, and this is 1']],
  ] as const)('of %s tell that %s is no entry [LANG-3]', (type, entry, fault) => {
    const add = `${setOf(type)}\nrequest { ${initial} s.add { sid : src_sid, entry : ${entry} } }`;

    expect(toldOf(add, 'PSL-018')).toEqual([fault]);
  });

  it('hold a dictionary once, whatever the order of its fields [KSS-1]', () => {
    const add = `${setOf('{ a : UInt8, b : UInt8 }')}
      request { ${initial} s.add { sid : src_sid, entry : { a : 1, b : 2 } }
        assert (s.contains { sid : src_sid, entry : { b : 2, a : 1 } }) }`;

    expect(answersOf(add, eventOf('request', 'Note'))).toEqual(['granted']);
  });
});

describe('set_level', () => {
  it.each([
    ['255', []],
    ['256', [['256', 'an integer (UInt8) is asked for, and this is 256']]],
  ])('takes an integer of eight bits: %s [LANG-3]', (level, faults) => {
    expect(
      toldOf(`request { set_level (${level}) }`, 'PSL-018').map(([place, why]) => [
        place.replace(/[()]/g, ''),
        why,
      ]),
    ).toEqual(faults);
  });
});
