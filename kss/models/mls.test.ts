import { describe, expect, it } from 'vitest';
import { sidOf } from '../../model/ids.ts';
import { record } from '../../model/value.ts';
import type { Value } from '../../model/value.ts';
import { interpret } from '../interpreter.ts';
import { answersOf, bytesOf, contextAfter, toldOf } from '../test-answers.ts';
import { eventOf, loadPolicy, solutionWith } from '../test-solution.ts';
import { mls } from './mls.ts';
import { parseObject } from './test-objects.ts';

type Tranquillity = 'weak' | 'strong';

const headOf = (tranquillity: Tranquillity, size = 32): string => `use nk.mls._
policy object mls : Mls {
    config = { degrees : ["U", "C", "S"], categories : ["net", "log"], tranquillity : "${tranquillity}", pool_size : ${String(size)} }
}
`;
const chain = `use nk.mls._
policy object mls : Mls {
    config = { degrees : ["U", "C", "S"], categories : [], tranquillity : "weak", pool_size : 8 }
}
`;

const net = (degree: string): string => `{ degree : "${degree}", categories : ["net"] }`;
const log = (degree: string): string => `{ degree : "${degree}", categories : ["log"] }`;
const both = (degree: string): string => `{ degree : "${degree}", categories : ["log", "net"] }`;

const subject = (
  sid: number | string,
  clearance: string,
  current: string,
  trusted: string,
): string =>
  `mls.subject { sid : ${String(sid)}, clearance : ${clearance}, current : ${current}, trusted : ${trusted} } `;
const object = (sid: number | string, level: string): string =>
  `mls.object { sid : ${String(sid)}, level : ${level} } `;

/** 10 is cleared for S and works at C; 11 is trusted, and the same else; 30 to 34 are objects. */
const known = [
  subject(10, net('S'), net('C'), 'false'),
  subject(11, net('S'), net('C'), 'true'),
  subject(12, '"U"', '()', 'false'),
  object(30, net('U')),
  object(31, net('C')),
  object(32, net('S')),
  object(33, both('S')),
  object(34, log('C')),
].join('');

const policy = (rules: string, head = headOf('weak'), first = known): string =>
  `${head}request method=Note { ${first} }\nrequest method=Ping dst=t.Server { ${rules} }`;

const note = eventOf('request', 'Note');
const ping = eventOf('request', 'Ping', { value: 9n });

const answers = (rules: string, head?: string, first?: string): readonly string[] =>
  answersOf(policy(rules, head, first), note, ping);
const answer = (rules: string): string | undefined => answers(rules)[1];

const isLevel = (sid: number, level: string): string =>
  `choice (mls.query_level { sid : ${String(sid)} }) { ${level} : grant () _ : deny () } `;
const isCleared = (sid: number, level: string): string =>
  `choice (mls.query_clearance { sid : ${String(sid)} }) { ${level} : grant () _ : deny () } `;

describe('subject and object of Mls', () => {
  it.each([
    [
      'makes a subject',
      `${subject(50, both('S'), net('U'), 'true')} ${isLevel(50, net('U'))} ${isCleared(50, both('S'))} assert (mls.is_trusted { sid : 50 })`,
      'granted',
    ],
    [
      'works at its clearance where `current` is ()',
      `${subject(50, net('S'), '()', 'false')} ${isLevel(50, net('S'))} assert (!mls.is_trusted { sid : 50 })`,
      'granted',
    ],
    [
      'refuses a current level above the clearance',
      subject(50, net('C'), net('S'), 'false'),
      'ruleRefused',
    ],
    [
      'refuses a current level beside the clearance',
      subject(50, net('S'), log('C'), 'true'),
      'ruleRefused',
    ],
    ['refuses an SID that is a subject', subject(10, net('S'), '()', 'false'), 'ruleRefused'],
    ['refuses an SID that is an object', subject(30, net('S'), '()', 'false'), 'ruleRefused'],
    ['refuses an SID out of range', subject(65536, net('S'), '()', 'false'), 'ruleRefused'],
  ])('subject %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    ['makes an object', `${object(50, both('C'))} ${isLevel(50, both('C'))}`, 'granted'],
    [
      'takes () as the lowest degree and no category',
      `${object(50, '{ degree : (), categories : () }')} ${isLevel(50, '"U"')}`,
      'granted',
    ],
    ['refuses an SID that is a subject', object(10, '"U"'), 'ruleRefused'],
    ['refuses an SID that is an object', object(30, '"U"'), 'ruleRefused'],
    ['refuses an SID out of range', object(0, '"U"'), 'ruleRefused'],
  ])('object %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    ['subject', subject(50, '"U"', '()', 'false')],
    ['object', object(50, '"U"')],
  ])('%s is refused when the pool is empty, and granted after fini [KSS-1]', (_, rule) => {
    const small = headOf('weak', 8);

    expect(answers(rule, small)).toEqual(['granted', 'ruleRefused']);
    expect(answers(`mls.fini { sid : 30 } ${rule}`, small)).toEqual(['granted', 'granted']);
  });

  it.each([
    [
      'forgets a subject',
      'mls.fini { sid : 10 } mls.append { source : 10, target : 31 }',
      'ruleRefused',
    ],
    [
      'forgets an object',
      'mls.fini { sid : 31 } mls.append { source : 10, target : 31 }',
      'ruleRefused',
    ],
    ['is granted', 'mls.fini { sid : 31 } mls.fini { sid : 10 }', 'granted'],
    ['refuses an SID that is not known', 'mls.fini { sid : 50 }', 'ruleRefused'],
    ['refuses an SID out of range', 'mls.fini { sid : 65536 }', 'ruleRefused'],
  ])('fini %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });
});

describe('accesses of Mls', () => {
  /** Targets 30 (U), 31 (C), 32 (S), all net; 33 (S, both); 34 (C, log): 1 granted, 0 refused. */
  it.each([
    ['read', 10, '11000'],
    ['append', 10, '01110'],
    ['write', 10, '01000'],
    ['read', 11, '11100'],
    ['append', 11, '11111'],
    ['write', 11, '11100'],
  ])('%s by SID %i is granted or refused by level: %s [KSS-1]', (rule, source, expected) => {
    const granted = [30, 31, 32, 33, 34].map((target) =>
      answer(`mls.${rule} { source : ${String(source)}, target : ${String(target)} }`) === 'granted'
        ? '1'
        : '0',
    );

    expect(granted.join('')).toBe(expected);
  });

  it.each([
    ['counts a subject at its current level', 'mls.append { source : 12, target : 10 }', 'granted'],
    [
      'refuses to write down to a subject',
      'mls.append { source : 10, target : 12 }',
      'ruleRefused',
    ],
    [
      'lets a trusted subject write down to one',
      'mls.append { source : 11, target : 12 }',
      'granted',
    ],
    ['refuses a source that is an object', 'mls.read { source : 30, target : 30 }', 'ruleRefused'],
    ['refuses a source that is not known', 'mls.read { source : 50, target : 30 }', 'ruleRefused'],
    ['refuses a source out of range', 'mls.write { source : 0, target : 30 }', 'ruleRefused'],
    [
      'refuses a target that is not known',
      'mls.append { source : 11, target : 50 }',
      'ruleRefused',
    ],
    ['refuses a target out of range', 'mls.append { source : 11, target : 65536 }', 'ruleRefused'],
  ])('an access %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });
});

const setLevel = (sid: number, level: string): string =>
  `mls.set_level { sid : ${String(sid)}, level : ${level} } `;
const relabel = (source: number, target: number, level: string): string =>
  `mls.relabel { source : ${String(source)}, target : ${String(target)}, level : ${level} } `;

describe('changes of level, where tranquillity is weak', () => {
  it.each([
    [
      'raises a current level, and then no write down to where it was',
      `${setLevel(10, net('S'))} ${isLevel(10, net('S'))} mls.read { source : 10, target : 32 } mls.append { source : 10, target : 32 }`,
      'granted',
    ],
    [
      'makes what was granted a write down',
      `${setLevel(10, net('S'))} mls.append { source : 10, target : 31 }`,
      'ruleRefused',
    ],
    [
      'grants the level that there is',
      `${setLevel(10, net('C'))} ${isLevel(10, net('C'))}`,
      'granted',
    ],
    ['leaves the clearance', `${setLevel(10, net('S'))} ${isCleared(10, net('S'))}`, 'granted'],
    ['refuses a level above the clearance', setLevel(10, both('S')), 'ruleRefused'],
    [
      'refuses a trusted subject a level above the clearance',
      setLevel(11, both('S')),
      'ruleRefused',
    ],
    ['refuses to lower', setLevel(10, net('U')), 'ruleRefused'],
    ['refuses to leave a category', setLevel(10, '"S"'), 'ruleRefused'],
    ['lets a trusted subject lower', `${setLevel(11, '"U"')} ${isLevel(11, '"U"')}`, 'granted'],
    ['refuses an object', setLevel(30, net('C')), 'ruleRefused'],
    ['refuses an SID that is not known', setLevel(50, net('C')), 'ruleRefused'],
    ['refuses an SID out of range', setLevel(0, net('C')), 'ruleRefused'],
  ])('set_level %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    [
      'raises an object of the current level',
      `${relabel(10, 31, both('C'))} ${isLevel(31, both('C'))}`,
      'granted',
    ],
    [
      'raises an object above the current level',
      `${relabel(10, 32, both('S'))} ${isLevel(32, both('S'))}`,
      'granted',
    ],
    [
      'grants the level that there is',
      `${relabel(10, 32, net('S'))} ${isLevel(32, net('S'))}`,
      'granted',
    ],
    ['refuses an object below the current level', relabel(10, 30, net('C')), 'ruleRefused'],
    ['refuses to lower', relabel(10, 32, net('C')), 'ruleRefused'],
    ['refuses a level beside', relabel(10, 31, log('S')), 'ruleRefused'],
    [
      'lets a trusted subject downgrade',
      `${relabel(11, 32, '"U"')} ${isLevel(32, '"U"')}`,
      'granted',
    ],
    [
      'lets a trusted subject raise from below',
      `${relabel(11, 30, net('S'))} ${isLevel(30, net('S'))}`,
      'granted',
    ],
    [
      'refuses a trusted subject what its clearance does not dominate',
      relabel(11, 33, '"U"'),
      'ruleRefused',
    ],
    [
      'refuses a trusted subject a level above its clearance',
      relabel(11, 30, both('S')),
      'ruleRefused',
    ],
    ['refuses a target that is a subject', relabel(11, 10, net('S')), 'ruleRefused'],
    ['refuses a source that is an object', relabel(30, 31, net('S')), 'ruleRefused'],
    ['refuses a source that is not known', relabel(50, 31, net('S')), 'ruleRefused'],
    ['refuses a target that is not known', relabel(11, 50, net('S')), 'ruleRefused'],
    ['refuses a target out of range', relabel(11, 65536, net('S')), 'ruleRefused'],
  ])('relabel %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it('are undone where the event is denied [KSS-2]', () => {
    const rules = `${setLevel(10, net('S'))} ${relabel(11, 32, '"U"')} ${object(50, '"U"')} mls.fini { sid : 12 } assert (message.value == 0)`;
    const one = policy(rules);

    expect(answersOf(one, note, ping)).toEqual(['granted', 'ruleRefused']);
    expect(bytesOf(one, contextAfter(one, note, ping))).toBe(bytesOf(one, contextAfter(one, note)));
  });
});

describe('expressions of Mls', () => {
  it.each([
    ['an object above another', '{ left : 32, right : 31 }', true],
    ['the same', '{ left : 31, right : 31 }', true],
    ['a subject at its current level', '{ left : 10, right : 32 }', false],
    ['levels beside one another', '{ left : 34, right : 31 }', false],
    ['a level as written', `{ left : ${both('S')}, right : 31 }`, true],
    ['a degree alone', '{ left : 31, right : "U" }', true],
    ['two levels as written', `{ left : "S", right : ${net('U')} }`, false],
  ])('dominates compares %s: %s is %s [KSS-1]', (_, sides, expected) => {
    expect(answer(`assert (mls.dominates ${sides} == ${String(expected)})`)).toBe('granted');
  });

  it.each([
    ['query_level', '{ sid : 50 }'],
    ['query_level', '{ sid : 0 }'],
    ['query_clearance', '{ sid : 50 }'],
    ['query_clearance', '{ sid : 30 }'],
    ['query_clearance', '{ sid : 65536 }'],
    ['is_trusted', '{ sid : 50 }'],
    ['is_trusted', '{ sid : 30 }'],
    ['is_trusted', '{ sid : 0 }'],
    ['dominates', '{ left : 50, right : 31 }'],
    ['dominates', '{ left : 31, right : 0 }'],
  ])('%s %s fails [KSS-1]', (method, argument) => {
    expect(answer(`choice (mls.${method} ${argument}) { _ : grant () }`)).toBe('failed');
  });

  it.each([
    ['query_level', 31, both('C'), 'ruleRefused'],
    ['query_level', 33, '{ degree : "S", categories : ["net", "log"] }', 'granted'],
    ['query_level', 12, '{ degree : "U", categories : () }', 'granted'],
    ['query_clearance', 12, '"U"', 'granted'],
  ])('%s of SID %i fits the case %s: %s [KSS-1]', (method, sid, level, expected) => {
    const rules = `choice (mls.${method} { sid : ${String(sid)} }) { ${level} : grant () _ : deny () }`;

    expect(answer(rules)).toBe(expected);
  });

  it('chooses a case by a Boolean [KSS-1]', () => {
    const rules = `choice (mls.is_trusted { sid : 11 }) { true : grant () false : deny () }
      choice (mls.dominates { left : 30, right : 31 }) { true : deny () false : grant () }`;

    expect(answer(rules)).toBe('granted');
  });

  it('yields degrees that can be compared, without categories [KSS-1]', () => {
    const first = subject(10, '"S"', '"C"', 'false');
    const rules =
      'assert (mls.query_level { sid : 10 } == "C" && mls.query_clearance { sid : 10 } != "C")';

    expect(answers(rules, chain, first)).toEqual(['granted', 'granted']);
  });
});

describe('the rules of an Mls, asked for what no policy that loads can ask', () => {
  const call = (tranquillity: Tranquillity, method: string, fields: Record<string, Value>) => {
    const of = parseObject(headOf(tranquillity).split('\n').slice(1).join('\n'));
    return mls.rule(of, mls.initial(of), method, record(Object.entries(fields))).kind;
  };

  it.each(['set_level', 'relabel'])('refuse %s where tranquillity is strong [KSS-1]', (method) => {
    expect(call('strong', method, { sid: 1n, source: 1n, target: 2n, level: 'U' })).toBe('denied');
  });

  it('fail where `trusted` is no Boolean, or a level is none [KSS-1]', () => {
    const fields = { sid: 1n, clearance: 'S', current: null, trusted: true };

    expect(call('weak', 'subject', fields)).toBe('granted');
    expect(call('weak', 'subject', { ...fields, trusted: 1n })).toBe('failed');
    expect(call('weak', 'subject', { ...fields, clearance: null })).toBe('failed');
    expect(call('weak', 'object', { sid: 1n })).toBe('failed');
    expect(call('weak', 'no_rule', {})).toBe('failed');
  });
});

describe('the context of an Mls', () => {
  it('shows levels by name, and forgets an SID that is released [KSS-2]', () => {
    const first = `${subject(10, both('S'), '"C"', 'true')} ${object(30, net('U'))}`;
    const one = policy('', headOf('weak'), first);
    const engine = interpret(solutionWith(one));
    const context = contextAfter(one, note);
    const full = (degree: string, ...categories: readonly string[]) =>
      record([
        ['degree', degree],
        ['categories', categories],
      ]);

    expect(engine.describe(context)).toMatchObject({
      objects: {
        mls: {
          10: { clearance: full('S', 'net', 'log'), current: 'C', trusted: true },
          30: { level: full('U', 'net') },
        },
      },
    });
    const without = engine.release(engine.release(context, sidOf(10)), sidOf(30));
    expect(bytesOf(one, without)).toBe(bytesOf(one, engine.initial));
    expect(engine.release(context, sidOf(50))).toEqual(context);
  });

  it('has the same bytes however it came about, and others where anything differs [KSS-2]', () => {
    const [a, b] = [subject(10, net('S'), net('C'), 'false'), object(30, net('U'))];
    const bytes = (first: string): string => {
      const one = policy('', headOf('weak'), first);
      return bytesOf(one, contextAfter(one, note));
    };
    const all = [
      `${a}${b}`,
      a,
      `${subject(10, net('S'), net('C'), 'true')}${b}`,
      `${subject(10, both('S'), net('C'), 'false')}${b}`,
      `${subject(10, net('S'), '"C"', 'false')}${b}`,
      `${a}${object(30, log('U'))}`,
      `${a}${object(31, net('U'))}`,
      `${object(10, net('C'))}${b}`,
    ].map(bytes);

    expect(bytes(`${b}${a}`)).toBe(all[0]);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('the parameters of an Mls', () => {
  const configOf = (change: Readonly<Record<string, string>> = {}): string => {
    const entries = Object.entries({
      degrees: '["U"]',
      categories: '[]',
      tranquillity: '"strong"',
      pool_size: '1',
      ...change,
    });
    const written = entries.filter(([, value]) => value !== '');
    return `config = { ${written.map(([key, value]) => `${key} : ${value}`).join(', ')} }`;
  };
  const withParameters = (parameters: string): string =>
    `use nk.mls._\npolicy object mls : Mls { ${parameters} }`;

  it('may be the least [LANG-5]', () => {
    expect(loadPolicy(withParameters(configOf())).solution).toBeDefined();
  });

  it.each([
    ['', [['policy object mls : Mls {  }', 'a Mls needs `config = …`']]],
    [`type Level = Text ${configOf()}`, [['Level', 'there is no parameter "type Level"']]],
    [
      'config = []',
      [['[]', 'a dictionary of degrees, categories, tranquillity, pool_size is asked for']],
    ],
    [configOf({ level: '1' }), [['level', 'there is no key "level"']]],
    [configOf({ degrees: '[]' }), [['[]', 'there must be a degree']]],
    [configOf({ degrees: '"U"' }), [['"U"', 'a list of degrees is asked for']]],
    [configOf({ degrees: '["U", 1]' }), [['1', 'a text is asked for']]],
    [configOf({ degrees: '["U", "U"]' }), [['"U"', '"U" stands here twice']]],
    [configOf({ categories: '{}' }), [['{}', 'a list of categories is asked for']]],
    [configOf({ categories: '["a", "a"]' }), [['"a"', '"a" stands here twice']]],
    [configOf({ tranquillity: '"some"' }), [['"some"', 'tranquillity is "strong" or "weak"']]],
    [configOf({ tranquillity: 'true' }), [['true', 'tranquillity is "strong" or "weak"']]],
    [configOf({ pool_size: '0' }), [['0', 'pool_size must be an integer from 1 to 4294967295']]],
    [
      configOf({ pool_size: '4294967296' }),
      [['4294967296', 'pool_size must be an integer from 1 to 4294967295']],
    ],
  ] as const)('are told where they are wrong: %s [LANG-3]', (parameters, faults) => {
    expect(toldOf(withParameters(parameters), 'PSL-007')).toEqual(faults);
  });

  it.each(['degrees', 'categories', 'tranquillity', 'pool_size'])(
    'must have %s [LANG-3]',
    (key) => {
      const config = configOf({ [key]: '' });

      expect(toldOf(withParameters(config), 'PSL-007')).toEqual([
        [config.slice('config = '.length), `the key "${key}" is missing`],
      ]);
    },
  );

  it.each([
    [setLevel(10, net('S')), setLevel(10, net('S')).slice('mls.set_level '.length).trim()],
    [relabel(10, 31, net('S')), relabel(10, 31, net('S')).slice('mls.relabel '.length).trim()],
  ])('let nothing change a level where tranquillity is strong: %s [LANG-3]', (rules, place) => {
    expect(toldOf(policy(rules, headOf('strong')), 'PSL-018')).toEqual([
      [place, 'the tranquillity of "mls" is strong: no level changes'],
    ]);
    expect(toldOf(policy(rules, headOf('weak')), 'PSL-018')).toEqual([]);
  });

  it('grant and refuse accesses where tranquillity is strong, too [KSS-1]', () => {
    const strong = headOf('strong');

    expect(answers('mls.write { source : 10, target : 31 }', strong)).toEqual([
      'granted',
      'granted',
    ]);
    expect(answers('mls.write { source : 10, target : 30 }', strong)).toEqual([
      'granted',
      'ruleRefused',
    ]);
  });

  it.each([
    [object(50, '"TS"'), 'PSL-018', '"TS"'],
    [object(50, '()'), 'PSL-018', '()'],
    [object(50, '{ degree : "U", categories : ["usb"] }'), 'PSL-018', '"usb"'],
    [object(50, '{ degree : "U" }'), 'PSL-019', '{ degree : "U" }'],
    [subject(50, '"S"', '"TS"', 'false'), 'PSL-018', '"TS"'],
    [subject(50, '"S"', '()', '1'), 'PSL-018', '1'],
    ['assert (mls.dominates { left : "TS", right : 10 })', 'PSL-018', '"TS"'],
    ['choice (mls.query_level { sid : 20 }) { "TS" : grant () }', 'PSL-022', '"TS"'],
    ['choice (mls.query_clearance { sid : 20 }) { "TS" : grant () }', 'PSL-022', '"TS"'],
    ['choice (mls.query_level { sid : 20 }) { () : grant () }', 'PSL-022', '()'],
  ])('tell a constant that is none: %s [LANG-3]', (rules, code, place) => {
    expect(toldOf(policy(rules), code).map(([text]) => text)).toEqual([place]);
  });

  it.each([
    ['mls.object { sid : 50, level : message.pair.b }', 'failed'],
    ['mls.object { sid : 0, level : message.pair.b }', 'ruleRefused'],
    [
      'mls.subject { sid : 50, clearance : message.pair.b, current : (), trusted : true }',
      'failed',
    ],
    [
      'mls.subject { sid : 50, clearance : "U", current : message.pair.b, trusted : true }',
      'failed',
    ],
    ['mls.set_level { sid : 10, level : message.pair.b }', 'failed'],
    ['mls.set_level { sid : 50, level : message.pair.b }', 'ruleRefused'],
    ['mls.relabel { source : 11, target : 31, level : message.pair.b }', 'failed'],
    ['assert (mls.dominates { left : 31, right : message.pair.b })', 'failed'],
  ])(
    'let a computed level fail that is none of the object: %s is %s [KSS-1]',
    (rules, expected) => {
      const one = `${headOf('weak')}request method=Note { ${known} }\nrequest method=Send dst=t.Server { ${rules} }`;

      expect(answersOf(one, note, eventOf('request', 'Send'))).toEqual(['granted', expected]);
    },
  );
});
