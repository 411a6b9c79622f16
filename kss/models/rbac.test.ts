import { describe, expect, it } from 'vitest';
import { sidOf } from '../../model/ids.ts';
import { interpret } from '../interpreter.ts';
import { answersOf, bytesOf, contextAfter, toldOf } from '../test-answers.ts';
import { eventOf, solutionWith } from '../test-solution.ts';

/** "chief" inherits "operator" and "clerk", both of which inherit "viewer". */
const plant = `use nk.rbac._
policy object plant : Rbac {
    config = {
        objects : { "valve" : ["look", "turn"], "log" : ["look", "clear"] },
        roles : {
            "chief"    : { inherits : ["operator", "clerk"], permissions : {} },
            "operator" : { inherits : ["viewer"], permissions : { "valve" : ["turn"] } },
            "clerk"    : { inherits : ["viewer"], permissions : { "log" : ["clear"] } },
            "viewer"   : { inherits : [], permissions : { "valve" : ["look"], "log" : ["look"] } },
            "auditor"  : { inherits : ["viewer"], permissions : {} },
            "buyer"    : { inherits : [], permissions : {} }
        },
        ssd : { "judge" : { roles : ["auditor", "clerk"], cardinality : 2 } },
        dsd : { "hands" : { roles : ["operator", "buyer", "auditor"], cardinality : 2 } },
        user_pool_size : 4,
        session_pool_size : 3
    }
}
`;

const assign = (user: number, role: string): string =>
  `plant.assign { user : ${String(user)}, role : "${role}" } `;
const deassign = (user: number, role: string): string =>
  `plant.deassign { user : ${String(user)}, role : "${role}" } `;
const open = (sid: number, user: number, ...roles: readonly string[]): string =>
  `plant.open { sid : ${String(sid)}, user : ${String(user)}, roles : [${roles.map((role) => `"${role}"`).join(', ')}] } `;
const close = (sid: number): string => `plant.close { sid : ${String(sid)} } `;
const activate = (sid: number, role: string): string =>
  `plant.activate { sid : ${String(sid)}, role : "${role}" } `;
const drop = (sid: number, role: string): string =>
  `plant.drop { sid : ${String(sid)}, role : "${role}" } `;
const check = (sid: number, operation: string, object: string): string =>
  `plant.check { sid : ${String(sid)}, operation : "${operation}", object : "${object}" } `;
const isActive = (sid: number, role: string): string =>
  `plant.is_active { sid : ${String(sid)}, role : "${role}" }`;
const hasRole = (user: number, role: string): string =>
  `plant.has_role { user : ${String(user)}, role : "${role}" }`;

/** User 10 is chief, 11 operator and buyer, 12 auditor; 20 and 21 are sessions of 10 and 11. */
const people = [
  assign(10, 'chief'),
  assign(11, 'operator'),
  assign(11, 'buyer'),
  assign(12, 'auditor'),
  open(20, 10, 'operator'),
  open(21, 11),
].join('');

const policy = (before: string, rules: string, object = plant): string =>
  `${object}request method=Note { ${before} }\nrequest method=Ping dst=t.Server { ${rules} }\nrequest method=Send { grant () }`;

const note = eventOf('request', 'Note');
const ping = eventOf('request', 'Ping', { value: 9n });

const answer = (rules: string): string | undefined =>
  answersOf(policy(people, rules), note, ping)[1];

describe('Rbac', () => {
  it.each([
    ['gives a role', `${assign(13, 'viewer')} assert (${hasRole(13, 'viewer')})`, 'granted'],
    ['gives a second one', `${assign(12, 'buyer')} assert (${hasRole(12, 'auditor')})`, 'granted'],
    ['refuses a role that is there', assign(10, 'chief'), 'ruleRefused'],
    [
      'gives one that is inherited already',
      `${assign(10, 'viewer')} assert (${hasRole(10, 'viewer')})`,
      'granted',
    ],
    ['refuses what the ssd forbids', assign(12, 'clerk'), 'ruleRefused'],
    ['refuses it of inherited roles', assign(12, 'chief'), 'ruleRefused'],
    ['refuses it of the senior role too', assign(10, 'auditor'), 'ruleRefused'],
    [
      'refuses a user when the pool is empty',
      `${assign(13, 'viewer')} ${assign(14, 'viewer')}`,
      'ruleRefused',
    ],
    [
      'gives a user of the pool another role when it is empty',
      `${assign(13, 'viewer')} ${assign(13, 'buyer')}`,
      'granted',
    ],
    ['refuses a user out of range', assign(65536, 'viewer'), 'ruleRefused'],
    ['fails for a role that is none', 'plant.assign { user : 13, role : message.text }', 'failed'],
  ])('assign %s [KSS-1]', (_, rules, expected) => {
    expect(
      answersOf(
        policy(people, '', plant).replace(
          'request method=Send { grant () }',
          `request method=Send dst=t.Server { ${rules.replace('message.text', 'message.pair.b')} }`,
        ),
        note,
        eventOf('request', 'Send'),
      ),
    ).toEqual(['granted', expected]);
  });

  it.each([
    ['takes a role', `${deassign(12, 'auditor')} assert (!${hasRole(12, 'auditor')})`, 'granted'],
    [
      'gives the place in the pool back',
      `${deassign(12, 'auditor')} ${assign(13, 'viewer')} ${assign(14, 'viewer')}`,
      'granted',
    ],
    ['refuses a role that is only inherited', deassign(10, 'viewer'), 'ruleRefused'],
    ['refuses a user without a role', deassign(13, 'viewer'), 'ruleRefused'],
    ['refuses a user out of range', deassign(0, 'viewer'), 'ruleRefused'],
    [
      'drops it from sessions',
      `${deassign(10, 'chief')} assert (!${isActive(20, 'operator')})`,
      'granted',
    ],
    [
      'leaves what another role still gives',
      `${assign(10, 'operator')} ${deassign(10, 'chief')} assert (${isActive(20, 'operator')})`,
      'granted',
    ],
    [
      'leaves the sessions of others',
      `${activate(21, 'operator')} ${deassign(10, 'chief')} assert (${isActive(21, 'operator')})`,
      'granted',
    ],
    ['frees from the ssd', `${deassign(12, 'auditor')} ${assign(12, 'clerk')}`, 'granted'],
  ])('deassign %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    [
      'opens with roles',
      `${open(22, 10, 'viewer', 'clerk')} assert (${isActive(22, 'clerk')})`,
      'granted',
    ],
    ['opens without one', `${open(22, 12)} assert (!${isActive(22, 'auditor')})`, 'granted'],
    ['opens for a user without a role', open(22, 40), 'granted'],
    ['opens for oneself', open(12, 12, 'auditor'), 'granted'],
    ['refuses a second session', open(20, 11), 'ruleRefused'],
    ['refuses when the pool is empty', `${open(22, 10)} ${open(23, 10)}`, 'ruleRefused'],
    ['refuses a role of another', open(22, 12, 'operator'), 'ruleRefused'],
    ['refuses what the dsd forbids', open(22, 11, 'operator', 'buyer'), 'ruleRefused'],
    ['refuses a session out of range', open(0, 10), 'ruleRefused'],
    ['refuses a user out of range', open(22, 65536), 'ruleRefused'],
  ])('open %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    ['ends a session', `${close(20)} ${open(20, 11, 'buyer')}`, 'granted'],
    ['gives the place in the pool back', `${close(20)} ${open(22, 10)} ${open(23, 10)}`, 'granted'],
    ['refuses without a session', close(22), 'ruleRefused'],
    ['refuses out of range', close(65536), 'ruleRefused'],
  ])('close %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    ['adds a role', `${activate(21, 'operator')} ${check(21, 'turn', 'valve')}`, 'granted'],
    ['adds an inherited role', `${activate(20, 'clerk')} ${check(20, 'clear', 'log')}`, 'granted'],
    ['refuses an active role', activate(20, 'operator'), 'ruleRefused'],
    ['refuses a role of another', activate(21, 'clerk'), 'ruleRefused'],
    [
      'refuses what the dsd forbids',
      `${activate(21, 'operator')} ${activate(21, 'buyer')}`,
      'ruleRefused',
    ],
    [
      'refuses it of inherited roles',
      `${assign(10, 'buyer')} ${drop(20, 'operator')} ${activate(20, 'buyer')} ${activate(20, 'chief')}`,
      'ruleRefused',
    ],
    ['refuses without a session', activate(22, 'operator'), 'ruleRefused'],
    ['refuses out of range', activate(0, 'operator'), 'ruleRefused'],
  ])('activate %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    ['removes a role', `${drop(20, 'operator')} assert (!${isActive(20, 'operator')})`, 'granted'],
    [
      'frees from the dsd',
      `${activate(21, 'operator')} ${drop(21, 'operator')} ${activate(21, 'buyer')}`,
      'granted',
    ],
    ['refuses a role that is not active', drop(21, 'operator'), 'ruleRefused'],
    ['refuses a role that is only inherited', drop(20, 'viewer'), 'ruleRefused'],
    ['refuses without a session', drop(22, 'operator'), 'ruleRefused'],
    ['refuses out of range', drop(0, 'operator'), 'ruleRefused'],
  ])('drop %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    ['grants what an active role has', check(20, 'turn', 'valve'), 'granted'],
    ['grants what it inherits', check(20, 'look', 'log'), 'granted'],
    ['refuses what only a role that is not active has', check(20, 'clear', 'log'), 'ruleRefused'],
    ['refuses without an active role', check(21, 'look', 'log'), 'ruleRefused'],
    ['refuses without a session', check(22, 'look', 'log'), 'ruleRefused'],
    ['refuses out of range', check(65536, 'look', 'log'), 'ruleRefused'],
    [
      'grants over two inheritances',
      `${drop(20, 'operator')} ${activate(20, 'chief')} ${check(20, 'look', 'valve')}`,
      'granted',
    ],
  ])('check %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    ['has_role of an assigned role', `assert (${hasRole(10, 'chief')})`, 'granted'],
    ['has_role of an inherited role', `assert (${hasRole(10, 'viewer')})`, 'granted'],
    ['has_role of a senior role', `assert (!${hasRole(12, 'chief')})`, 'granted'],
    ['has_role of a user without one', `assert (!${hasRole(13, 'chief')})`, 'granted'],
    ['has_role out of range', `assert (!${hasRole(0, 'chief')})`, 'failed'],
    ['is_active of an active role', `assert (${isActive(20, 'operator')})`, 'granted'],
    ['is_active of what it inherits', `assert (!${isActive(20, 'viewer')})`, 'granted'],
    ['is_active without a session', `assert (!${isActive(22, 'viewer')})`, 'failed'],
    ['is_active out of range', `assert (!${isActive(0, 'viewer')})`, 'failed'],
    ['user_of of a session', 'assert (plant.user_of { sid : 21 } == 11)', 'granted'],
    ['user_of without a session', 'assert (plant.user_of { sid : 22 } == 11)', 'failed'],
    ['user_of out of range', 'assert (plant.user_of { sid : 65536 } == 11)', 'failed'],
  ])('answers %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    ['a role', 'plant.assign { user : 13, role : message.pair.b }'],
    ['a role to take', 'plant.deassign { user : 10, role : message.pair.b }'],
    ['roles', 'plant.open { sid : 22, user : 10, roles : ["chief", message.pair.b] }'],
    ['a role to activate', 'plant.activate { sid : 20, role : message.pair.b }'],
    ['a role to drop', 'plant.drop { sid : 20, role : message.pair.b }'],
    ['an operation', 'plant.check { sid : 20, operation : message.pair.b, object : "valve" }'],
    ['an object', 'plant.check { sid : 20, operation : "turn", object : message.pair.b }'],
    ['a role asked for', 'assert (plant.has_role { user : 10, role : message.pair.b })'],
    [
      'a role asked for in a session',
      'assert (plant.is_active { sid : 20, role : message.pair.b })',
    ],
  ])('fails where %s is computed and none of the object [KSS-1]', (_, rule) => {
    const text = `${plant}request method=Note { ${people} }\nrequest method=Send dst=t.Server { ${rule} }`;

    expect(answersOf(text, note, eventOf('request', 'Send'))).toEqual(['granted', 'failed']);
  });
});

describe('the state of an Rbac', () => {
  it('is shown by name, and is as it was before an event that is denied [KSS-2]', () => {
    const text = policy(people, `${deassign(10, 'chief')} ${close(21)} deny ()`);
    const engine = interpret(solutionWith(text));
    const context = contextAfter(text, note);

    expect(engine.describe(context)).toEqual({
      level: 0,
      objects: {
        plant: {
          users: { 10: ['chief'], 11: ['operator', 'buyer'], 12: ['auditor'] },
          sessions: {
            20: { user: 10, active: ['operator'] },
            21: { user: 11, active: [] },
          },
        },
      },
    });
    expect(bytesOf(text, contextAfter(text, note, ping))).toBe(bytesOf(text, context));
  });

  it('drops roles, session and the sessions of an SID that is released [KSS-2]', () => {
    const text = policy(`${people} ${open(10, 12, 'auditor')}`, '');
    const engine = interpret(solutionWith(text));

    const context = engine.release(contextAfter(text, note), sidOf(10));

    expect(engine.describe(context)).toEqual({
      level: 0,
      objects: {
        plant: {
          users: { 11: ['operator', 'buyer'], 12: ['auditor'] },
          sessions: { 21: { user: 11, active: [] } },
        },
      },
    });
    expect(engine.release(context, sidOf(10))).toBe(context);
  });

  it('is empty again when all SIDs are released [KSS-2]', () => {
    const text = policy(people, '');
    const engine = interpret(solutionWith(text));

    const context = [10, 11, 12, 20, 21].reduce(
      (so, sid) => engine.release(so, sidOf(sid)),
      contextAfter(text, note),
    );

    expect(bytesOf(text, context)).toBe(bytesOf(text, engine.initial));
  });

  it('has equal bytes for equal roles and sessions, however they came about [KSS-2]', () => {
    const one = `${assign(10, 'viewer')} ${assign(10, 'chief')} ${assign(11, 'buyer')} ${open(20, 10, 'chief', 'viewer')} ${open(21, 11)}`;
    const other = `${assign(11, 'buyer')} ${open(21, 11, 'buyer')} ${drop(21, 'buyer')} ${assign(10, 'chief')} ${assign(10, 'viewer')} ${open(20, 10)} ${activate(20, 'viewer')} ${activate(20, 'chief')}`;
    const [left, right] = [policy(one, ''), policy(other, '')];

    expect(bytesOf(left, contextAfter(left, note))).toBe(bytesOf(right, contextAfter(right, note)));
    expect(bytesOf(left, contextAfter(left, note))).not.toBe(bytesOf(left, contextAfter(left)));
  });

  it('tells users from sessions in its bytes [KSS-2]', () => {
    const roles = policy(`${assign(10, 'chief')} ${open(20, 10, 'chief')}`, '');
    const fewer = policy(`${assign(10, 'chief')} ${open(20, 10)}`, '');

    expect(bytesOf(roles, contextAfter(roles, note))).not.toBe(
      bytesOf(fewer, contextAfter(fewer, note)),
    );
  });
});

describe('an Rbac beside objects of other models', () => {
  const beside = `use nk.te._
use nk.mic._
policy object te : Te { config = { types : ["a_t", "b_t"], attributes : {}, classes : { "c" : ["p"] },
  allow : [{ source : "a_t", target : "b_t", class : "c", permissions : "p" }], neverallow : [], transitions : [], pool_size : 2 } }
policy object mic : Mic { config = ["LOW", "HIGH"] }
`;
  const setUp = `${assign(10, 'operator')} ${open(10, 10, 'operator')} te.label { sid : 10, type : "a_t" }
    te.label { sid : 11, type : "b_t" }
    mic.execute { image : (), target : 10, level : "HIGH", levelR : () }`;
  const all = (permitted: string, target: number): string =>
    `${check(10, permitted, 'valve')} te.check { source : 10, target : ${String(target)}, class : "c", permission : "p" }
     assert (mic.query_level { source : 10 } == "HIGH")`;

  it.each([
    ['all grant', all('turn', 11), 'granted'],
    ['Te refuses', all('turn', 10), 'ruleRefused'],
    ['Rbac refuses', `${drop(10, 'operator')} ${all('turn', 11)}`, 'ruleRefused'],
  ])('is granted only where %s [POL-1]', (_, rules, expected) => {
    expect(answersOf(policy(setUp, rules, `${plant}${beside}`), note, ping)[1]).toBe(expected);
  });

  it('is undone with them [POL-1]', () => {
    const rules = `te.release { sid : 11 } ${assign(11, 'viewer')}
      mic.execute { image : (), target : 11, level : "LOW", levelR : () } ${check(11, 'look', 'valve')}`;
    const text = policy(setUp, rules, `${plant}${beside}`);

    expect(answersOf(text, note, ping)[1]).toBe('ruleRefused');
    expect(bytesOf(text, contextAfter(text, note, ping))).toBe(
      bytesOf(text, contextAfter(text, note)),
    );
  });
});

describe('the audit of an Rbac', () => {
  const profile = (condition: string): string =>
    `${plant}audit profile all = { 0 : { plant : { kss : ["granted", "denied"]${condition} } } }\naudit default = all 0\n`;

  it('records rules and expressions by their results [AUD-1]', () => {
    const text = `${profile('')}request method=Note { ${assign(10, 'chief')} ${drop(20, 'chief')} assert (${hasRole(10, 'viewer')}) assert (${isActive(20, 'viewer')}) }`;
    const engine = interpret(solutionWith(text));

    const { audit } = engine.decide(engine.initial, note);

    expect(audit?.findings.map(({ rule, result }) => [rule, result])).toEqual([
      ['assign', 'granted'],
      ['drop', 'denied'],
      ['has_role', 'granted'],
      ['is_active', 'failed'],
    ]);
  });

  it('has no condition of its own [LANG-3]', () => {
    expect(toldOf(profile(', omit : ["chief"]'), 'PSL-023')).toEqual([
      ['omit', 'the model Rbac has no audit condition "omit"'],
    ]);
  });
});

describe('constants in arguments of an Rbac', () => {
  it.each([
    ['plant.assign { user : 10, role : "chef" }', 'PSL-018', '"chef"'],
    ['plant.open { sid : 10, user : 10, roles : ["chief", "chef"] }', 'PSL-018', '"chef"'],
    ['plant.check { sid : 10, operation : "twist", object : "valve" }', 'PSL-018', '"twist"'],
    ['plant.check { sid : 10, operation : "look", object : "door" }', 'PSL-018', '"door"'],
    ['plant.check { sid : 10, operation : "clear", object : "valve" }', 'PSL-018', '"clear"'],
    ['plant.check { sid : 10, operation : "look" }', 'PSL-019', '{ sid : 10, operation : "look" }'],
    ['assert (plant.has_role { user : 10, role : "chef" })', 'PSL-018', '"chef"'],
    [
      'plant.create_object { source : 1, target : 2, type : "t" }',
      'PSL-018',
      '{ source : 1, target : 2, type : "t" }',
    ],
    ['assert (plant.query_type { sid : 2 } == "t")', 'PSL-018', '{ sid : 2 }'],
  ])('are told where they are none of the object: %s [LANG-3]', (rules, code, place) => {
    expect(toldOf(policy('', rules), 'PSL-018', 'PSL-019').map(([text]) => text)).toEqual([place]);
    expect(toldOf(policy('', rules), code)).toHaveLength(1);
  });

  it('say what they should be [LANG-3]', () => {
    const rules =
      'plant.check { sid : 10, operation : "clear", object : "valve" } plant.query_type { sid : 2 }';

    expect(toldOf(policy('', rules), 'PSL-018')).toEqual([
      ['"clear"', '"valve" has no operation "clear"'],
      ['{ sid : 2 }', 'an Rbac whose config is in the form with sessions has no "query_type"'],
    ]);
  });
});
