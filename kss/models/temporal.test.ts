import { describe, expect, it } from 'vitest';
import { sidOf } from '../../model/ids.ts';
import { record } from '../../model/value.ts';
import type { Value } from '../../model/value.ts';
import { interpret } from '../interpreter.ts';
import { answersOf, bytesOf, contextAfter, toldOf } from '../test-answers.ts';
import { eventOf, solutionWith } from '../test-solution.ts';
import { temporal } from './temporal.ts';
import { parseObject } from './test-objects.ts';

const headOf = (size = 8): string => `use nk.temporal._
policy object hist : Temporal {
    config = {
        atoms : ["login", "logout", "big"],
        formulas : {
            "loggedIn" : "!logout since login",
            "recent" : "once[0,5] login",
            "late" : "once[2,4] login",
            "big now" : "big",
            "quiet" : "historically !big",
            "login" : "login"
        },
        pool_size : ${String(size)}
    }
}
`;

/** A dictionary of all atoms. */
const all = (login: string, logout: string, big: string): string =>
  `{ "login" : ${login}, "logout" : ${logout}, "big" : ${big} }`;

const init = (sid: number): string => `hist.init { sid : ${String(sid)} } `;
const note = (sid: number, ...atoms: readonly string[]): string =>
  `hist.note { sid : ${String(sid)}, atoms : [${atoms.map((one) => `"${one}"`).join(', ')}] } `;
const tick = (sid: number, by: number | string): string =>
  `hist.tick { sid : ${String(sid)}, by : ${String(by)} } `;
const tickAll = (by: number | string): string => `hist.tick_all { by : ${String(by)} } `;
const require = (sid: number, formula: string): string =>
  `hist.require { sid : ${String(sid)}, formula : "${formula}" } `;
const noteIf = (rule: 'held' | 'holds', sid: number, atom: string, formula: string): string =>
  `hist.note_if_${rule} { sid : ${String(sid)}, atoms : ["${atom}"], formula : "${formula}" } `;
const holds = (sid: number, formula: string, expected = true): string =>
  `assert (hist.holds { sid : ${String(sid)}, formula : "${formula}" } == ${String(expected)}) `;
const wouldHold = (sid: number, atom: string, formula: string, expected = true): string =>
  `assert (hist.would_hold { sid : ${String(sid)}, atoms : ["${atom}"], formula : "${formula}" } == ${String(expected)}) `;

const first = `${init(10)} ${init(20)}`;
const policy = (rules: string, head = headOf(), begins = first): string =>
  `${head}request method=Note { ${begins} }\nrequest method=Ping dst=t.Server { ${rules} }`;

const begin = eventOf('request', 'Note');
const ping = (value = 9n) => eventOf('request', 'Ping', { value });

const answer = (rules: string, head = headOf()): string | undefined =>
  answersOf(policy(rules, head), begin, ping())[1];

describe('the rules of a Temporal', () => {
  it.each([
    [
      'makes a history, an empty one',
      `${init(30)} ${holds(30, 'quiet')} ${holds(30, 'login', false)}`,
      'granted',
    ],
    ['refuses an SID that has one', init(10), 'ruleRefused'],
    ['refuses an SID out of range', init(0), 'ruleRefused'],
    ['refuses an SID out of range above', init(65536), 'ruleRefused'],
  ])('init %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it('init is refused when the pool is empty, and granted after fini [KSS-1]', () => {
    expect(answer(init(30), headOf(2))).toBe('ruleRefused');
    expect(answer(`hist.fini { sid : 10 } ${init(30)}`, headOf(2))).toBe('granted');
  });

  it.each([
    ['removes a history', 'hist.fini { sid : 10 }', 'granted'],
    ['leaves nothing to note in', `hist.fini { sid : 10 } ${note(10)}`, 'ruleRefused'],
    [
      'forgets all',
      `${note(10, 'login')} hist.fini { sid : 10 } ${init(10)} ${holds(10, 'recent', false)}`,
      'granted',
    ],
    ['refuses an SID without one', 'hist.fini { sid : 30 }', 'ruleRefused'],
    ['refuses an SID out of range', 'hist.fini { sid : 0 }', 'ruleRefused'],
  ])('fini %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    [
      'makes a step',
      `${note(10, 'login')} ${holds(10, 'login')} ${holds(10, 'loggedIn')}`,
      'granted',
    ],
    [
      'makes a step at which the other atoms do not hold',
      `${note(10, 'login')} ${note(10, 'big')} ${holds(10, 'login', false)} ${holds(10, 'loggedIn')}`,
      'granted',
    ],
    [
      'makes a step at which nothing holds',
      `${note(10, 'login')} ${note(10)} ${holds(10, 'login', false)}`,
      'granted',
    ],
    [
      'makes two steps where it is called twice',
      `${note(10, 'login')} ${note(10, 'logout')} ${holds(10, 'loggedIn', false)}`,
      'granted',
    ],
    [
      'makes one step of several atoms',
      `${note(10, 'login', 'logout')} ${holds(10, 'loggedIn')}`,
      'granted',
    ],
    [
      'takes a dictionary',
      `hist.note { sid : 10, atoms : ${all('message.value == 9', 'false', 'message.value > 10')} } ${holds(10, 'login')} ${holds(10, 'big now', false)}`,
      'granted',
    ],
    ['keeps SIDs apart', `${note(10, 'login')} ${holds(20, 'recent', false)}`, 'granted'],
    ['refuses an SID without a history', note(30), 'ruleRefused'],
    ['refuses an SID out of range', note(65536), 'ruleRefused'],
  ])('note %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    [
      'passes',
      `${note(10, 'login')} ${tick(10, 5)} ${holds(10, 'recent')} ${tick(10, 1)} ${holds(10, 'recent', false)}`,
      'granted',
    ],
    [
      'brings a window near and away',
      `${note(10, 'login')} ${tick(10, 1)} ${holds(10, 'late', false)} ${tick(10, 1)} ${holds(10, 'late')} ${tick(10, 2)} ${holds(10, 'late')} ${tick(10, 1)} ${holds(10, 'late', false)}`,
      'granted',
    ],
    [
      'leaves the last step the last',
      `${note(10, 'login')} ${tick(10, 9)} ${holds(10, 'login')} ${holds(10, 'loggedIn')}`,
      'granted',
    ],
    ['may be none', `${note(10, 'login')} ${tick(10, 0)} ${holds(10, 'recent')}`, 'granted'],
    [
      'may be any number',
      `${note(10, 'login')} ${tick(10, '0xffffffffffffffff')} ${holds(10, 'recent', false)}`,
      'granted',
    ],
    [
      'is a field of a message',
      `${note(10, 'login')} ${tick(10, 'message.value')} ${holds(10, 'recent', false)}`,
      'granted',
    ],
    [
      'passes in one history',
      `${note(10, 'login')} ${note(20, 'login')} ${tick(10, 6)} ${holds(20, 'recent')} ${holds(10, 'recent', false)}`,
      'granted',
    ],
    ['refuses an SID without a history', tick(30, 1), 'ruleRefused'],
    ['refuses an SID out of range', tick(0, 1), 'ruleRefused'],
    ['fails backwards', tick(10, 'message.value - 10'), 'failed'],
    ['refuses first, and then fails', tick(30, 'message.value - 10'), 'ruleRefused'],
  ])('time %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    [
      'passes in all histories',
      `${note(10, 'login')} ${note(20, 'login')} ${tickAll(6)} ${holds(10, 'recent', false)} ${holds(20, 'recent', false)}`,
      'granted',
    ],
    [
      'is granted where there is no history',
      `hist.fini { sid : 10 } hist.fini { sid : 20 } ${tickAll('message.value')}`,
      'granted',
    ],
    ['fails backwards', tickAll('message.value - 10'), 'failed'],
  ])('time, by tick_all, %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    ['grants what holds now', `${note(10, 'login')} ${require(10, 'loggedIn')}`, 'granted'],
    ['refuses what does not', `${note(10, 'logout')} ${require(10, 'loggedIn')}`, 'ruleRefused'],
    [
      'refuses what held, and does not now',
      `${note(10, 'login')} ${tick(10, 6)} ${require(10, 'recent')}`,
      'ruleRefused',
    ],
    [
      'sees what calls before it noted, and none behind it',
      `${require(10, 'loggedIn')} ${note(10, 'login')}`,
      'ruleRefused',
    ],
    ['is answered by the empty history', require(10, 'quiet'), 'granted'],
    [
      'notes nothing',
      `${note(10, 'login')} ${require(10, 'login')} ${require(10, 'login')}`,
      'granted',
    ],
    ['refuses an SID without a history', require(30, 'quiet'), 'ruleRefused'],
    ['refuses an SID out of range', require(65536, 'quiet'), 'ruleRefused'],
  ])('require %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    [
      'held',
      'grants what holds before the step, and notes it',
      `${noteIf('held', 10, 'big', 'quiet')} ${holds(10, 'big now')}`,
      'granted',
    ],
    [
      'held',
      'refuses what holds with the step alone',
      noteIf('held', 10, 'login', 'loggedIn'),
      'ruleRefused',
    ],
    [
      'held',
      'grants what the step ends',
      `${note(10, 'login')} ${noteIf('held', 10, 'logout', 'loggedIn')} ${holds(10, 'loggedIn', false)}`,
      'granted',
    ],
    [
      'held',
      'takes passed ticks into account',
      `${note(10, 'login')} ${tick(10, 6)} ${noteIf('held', 10, 'big', 'recent')}`,
      'ruleRefused',
    ],
    ['held', 'refuses an SID without a history', noteIf('held', 30, 'big', 'quiet'), 'ruleRefused'],
    ['held', 'refuses an SID out of range', noteIf('held', 0, 'big', 'quiet'), 'ruleRefused'],
    [
      'holds',
      'grants what holds with the step, and notes it',
      `${noteIf('holds', 10, 'login', 'loggedIn')} ${holds(10, 'loggedIn')}`,
      'granted',
    ],
    [
      'holds',
      'refuses what holds before the step alone',
      noteIf('holds', 10, 'big', 'quiet'),
      'ruleRefused',
    ],
    [
      'holds',
      'refuses what the step ends',
      `${note(10, 'login')} ${noteIf('holds', 10, 'logout', 'loggedIn')}`,
      'ruleRefused',
    ],
    [
      'holds',
      'refuses an SID without a history',
      noteIf('holds', 30, 'login', 'login'),
      'ruleRefused',
    ],
    [
      'holds',
      'refuses an SID out of range',
      noteIf('holds', 65536, 'login', 'login'),
      'ruleRefused',
    ],
  ] as const)('note_if_%s %s [KSS-1]', (_rule, _, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });
});

describe('the expressions of a Temporal', () => {
  it.each([
    [
      'would_hold tells of the step, and makes none',
      `${wouldHold(10, 'login', 'loggedIn')} ${holds(10, 'loggedIn', false)}`,
      'granted',
    ],
    [
      'would_hold takes what was noted into account',
      `${note(10, 'login')} ${wouldHold(10, 'logout', 'loggedIn', false)} ${wouldHold(10, 'big', 'loggedIn')} ${holds(10, 'quiet')}`,
      'granted',
    ],
    [
      'would_hold takes a dictionary',
      `assert (hist.would_hold { sid : 10, atoms : ${all('false', 'false', 'message.value == 9')}, formula : "big now" })`,
      'granted',
    ],
    [
      'holds stands before cases',
      `choice (hist.holds { sid : 10, formula : "quiet" }) { true : grant () false : deny () }`,
      'granted',
    ],
    ['holds fails without a history', holds(30, 'quiet'), 'failed'],
    ['holds fails out of range', holds(0, 'quiet'), 'failed'],
    ['would_hold fails without a history', wouldHold(30, 'big', 'quiet'), 'failed'],
    ['would_hold fails out of range', wouldHold(65536, 'big', 'quiet'), 'failed'],
  ])('%s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });
});

describe('the rules of a Temporal, asked for what no policy that loads can ask', () => {
  const noted = (atoms: Value) => {
    const of = parseObject(headOf().split('\n').slice(1).join('\n'));
    const state = new Map([[1, [0, 0, 0, 0, 0]]]);
    const argument = record([
      ['sid', 1n],
      ['atoms', atoms],
    ]);
    return temporal.rule(of, state, 'note', argument).kind;
  };
  const all3 = { login: false, logout: true, big: false };

  it.each<readonly [string, Value, string]>([
    ['grant a dictionary of all atoms', record(Object.entries(all3)), 'granted'],
    ['fail on one that lacks an atom', record(Object.entries(all3).slice(1)), 'failed'],
    ['fail on one with another', record(Object.entries({ ...all3, small: true })), 'failed'],
    [
      'fail on one with another instead',
      record([...Object.entries(all3).slice(1), ['small', true]]),
      'failed',
    ],
    ['fail on a value that is no Boolean', record(Object.entries({ ...all3, big: 1n })), 'failed'],
    ['fail on a text', 'login', 'failed'],
    ['fail on a list of what is no text', [1n], 'failed'],
  ])('%s [KSS-1]', (_, atoms, expected) => {
    expect(noted(atoms)).toBe(expected);
  });
});

describe('the context of a Temporal', () => {
  const oneByOne = `${headOf()}
request method=Note { ${init(10)} ${init(20)} ${note(10, 'login')} ${note(20, 'big')} }
request method=Ping dst=t.Server { ${note(10, 'logout')} ${tickAll(3)} ${init(30)} hist.fini { sid : 20 } assert (message.value == 0) }`;

  it('is as before where the event is denied [KSS-2]', () => {
    expect(answersOf(oneByOne, begin, ping(1n), ping(0n))).toEqual([
      'granted',
      'ruleRefused',
      'granted',
    ]);
    expect(bytesOf(oneByOne, contextAfter(oneByOne, begin, ping(1n)))).toBe(
      bytesOf(oneByOne, contextAfter(oneByOne, begin)),
    );
    expect(bytesOf(oneByOne, contextAfter(oneByOne, begin, ping(0n)))).not.toBe(
      bytesOf(oneByOne, contextAfter(oneByOne, begin)),
    );
  });

  it('does not move where a step is refused because of a formula [KSS-2]', () => {
    const rules = noteIf('holds', 10, 'big', 'quiet');
    const one = policy(rules);

    expect(bytesOf(one, contextAfter(one, begin, ping()))).toBe(
      bytesOf(one, contextAfter(one, begin)),
    );
  });

  it('shows atoms and formulas by name, and forgets an SID that is released [KSS-2]', () => {
    const engine = interpret(solutionWith(oneByOne));
    const context = contextAfter(oneByOne, begin);
    const formulas = {
      loggedIn: false,
      recent: false,
      late: false,
      'big now': false,
      quiet: true,
      login: false,
    };

    expect(engine.describe(context)).toMatchObject({
      objects: {
        hist: {
          10: {
            atoms: ['login'],
            formulas: { ...formulas, loggedIn: true, recent: true, login: true },
            memory: [1, 1, 1, 0],
          },
          20: {
            atoms: ['big'],
            formulas: { ...formulas, 'big now': true, quiet: false },
            memory: [0, 0, 0, 1],
          },
        },
      },
    });
    const without = engine.release(engine.release(context, sidOf(10)), sidOf(20));
    expect(bytesOf(oneByOne, without)).toBe(bytesOf(oneByOne, engine.initial));
    expect(bytesOf(oneByOne, engine.release(context, sidOf(50)))).toBe(bytesOf(oneByOne, context));
  });

  it('has the same bytes however it came about [KSS-2]', () => {
    const bytes = (begins: string): string => {
      const one = policy('', headOf(), begins);
      return bytesOf(one, contextAfter(one, begin));
    };
    const late = 'hist.tick_all { by : 100 }';

    expect(bytes(`${init(10)} ${init(20)}`)).toBe(bytes(`${init(20)} ${init(10)}`));
    expect(bytes(`${init(10)} ${note(10, 'login')} ${late}`)).toBe(
      bytes(`${init(10)} ${note(10, 'login')} ${late} ${late}`),
    );
    expect(bytes(`${init(10)} ${note(10, 'login')}`)).not.toBe(
      bytes(`${init(10)} ${note(10, 'logout')}`),
    );
    expect(bytes(`${init(10)} ${note(10, 'login')}`)).not.toBe(
      bytes(`${init(10)} ${note(10, 'login')} ${tickAll(1)}`),
    );
  });

  it('holds more atoms than a word has bits [KSS-1]', () => {
    const atoms = Array.from({ length: 70 }, (_, index) => `a${String(index)}`);
    const head = `use nk.temporal._
policy object hist : Temporal { config = { pool_size : 1,
    atoms : [${atoms.map((one) => `"${one}"`).join(', ')}],
    formulas : { "some" : "a0 && a31 && a32 && a69 && !a1 && !a33 && !a68", "last" : "once a69" }
} }
`;
    const one = policy(
      `${note(10, 'a0', 'a31', 'a32', 'a69')} ${require(10, 'some')} ${note(10)} ${require(10, 'last')} ${holds(10, 'some', false)}`,
      head,
      init(10),
    );

    expect(answersOf(one, begin, ping())).toEqual(['granted', 'granted']);
  });
});

describe('arguments of a Temporal', () => {
  it.each([
    [note(10, 'logn'), 'PSL-018', '"logn"'],
    ['hist.note { sid : 10, atoms : "login" }', 'PSL-018', '"login"'],
    [
      'hist.note { sid : 10, atoms : { "login" : true, "logout" : false } }',
      'PSL-019',
      '{ "login" : true, "logout" : false }',
    ],
    [`hist.note { sid : 10, atoms : ${all('1', 'false', 'true')} }`, 'PSL-018', '1'],
    [
      'hist.note { sid : 10, atoms : { "login" : true, "logout" : false, "big" : true, "small" : true } }',
      'PSL-019',
      '"small"',
    ],
    [require(10, 'logedIn'), 'PSL-018', '"logedIn"'],
    [noteIf('held', 10, 'big', 'quite'), 'PSL-018', '"quite"'],
    [noteIf('holds', 10, 'bag', 'quiet'), 'PSL-018', '"bag"'],
    [holds(10, 'quite'), 'PSL-018', '"quite"'],
    [wouldHold(10, 'bag', 'quiet'), 'PSL-018', '"bag"'],
    [tick(10, -1), 'PSL-018', '-1'],
    [tickAll(-1), 'PSL-018', '-1'],
    [tick(10, '"one"'), 'PSL-018', '"one"'],
  ])('are told where they are wrong: %s [LANG-3]', (rules, code, place) => {
    expect(toldOf(policy(rules), code).map(([text]) => text)).toEqual([place]);
  });

  it('are told how they are wrong [LANG-3]', () => {
    expect(toldOf(policy(tickAll(-1)), 'PSL-018')).toEqual([
      ['-1', 'time does not run backwards: an integer from 0 on is asked for'],
    ]);
  });

  it.each([
    ['hist.require { sid : 10, formula : message.pair.b }', 'failed'],
    ['hist.require { sid : 30, formula : message.pair.b }', 'ruleRefused'],
    ['hist.note { sid : 10, atoms : [message.pair.b] }', 'failed'],
    ['hist.note { sid : 30, atoms : [message.pair.b] }', 'ruleRefused'],
    ['hist.note_if_held { sid : 10, atoms : [message.pair.b], formula : "quiet" }', 'failed'],
    ['hist.note_if_held { sid : 10, atoms : [], formula : message.pair.b }', 'failed'],
    ['hist.note_if_holds { sid : 10, atoms : [message.pair.b], formula : "quiet" }', 'failed'],
    ['assert (hist.holds { sid : 10, formula : message.pair.b })', 'failed'],
    [
      'assert (hist.would_hold { sid : 10, atoms : [message.pair.b], formula : "quiet" })',
      'failed',
    ],
  ])('fail where computed and none of the object: %s is %s [KSS-1]', (rules, expected) => {
    const one = `${headOf()}request method=Note { ${first} }\nrequest method=Send dst=t.Server { ${rules} }`;

    expect(answersOf(one, begin, eventOf('request', 'Send'))).toEqual(['granted', expected]);
  });

  it('may be computed [KSS-1]', () => {
    const rules = `hist.note { sid : 10, atoms : [message.pair.b] } hist.require { sid : 10, formula : message.pair.b }`;
    const one = `${headOf().replace('"login" : "login"', '"big" : "big"')}request method=Note { ${first} }\nrequest method=Send dst=t.Server { ${rules} }`;
    const pair = record([
      ['a', 0n],
      ['b', 'big'],
    ]);

    expect(answersOf(one, begin, eventOf('request', 'Send', { pair }))).toEqual([
      'granted',
      'granted',
    ]);
  });
});
