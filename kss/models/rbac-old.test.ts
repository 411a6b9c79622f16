import { describe, expect, it } from 'vitest';
import { sidOf } from '../../model/ids.ts';
import { interpret } from '../interpreter.ts';
import { answersOf, bytesOf, contextAfter, toldOf } from '../test-answers.ts';
import { eventOf, loadPolicy, solutionWith } from '../test-solution.ts';

const home = `use nk.rbac._
policy object home : Rbac {
    config = {
        types : ["shell", "service", "plain", "secret"],
        images : {
            "sh"     : { type : "shell", roles : ["user"] },
            "daemon" : { type : "service", roles : [] }
        },
        permissions : { "look" : ["open", "read"], "change" : ["open", "write"] },
        roles : {
            "user"  : { extends : [], rights : [{ from : "shell", to : "plain", permissions : ["look"] }] },
            "admin" : {
                extends : ["user"],
                rights : [
                    { from : "shell", to : "plain", permissions : ["change"] },
                    { from : "service", to : "secret", permissions : ["look", "change"] }
                ]
            }
        },
        create_subject : [{ from : "shell", image : "daemon" }],
        create_object : [{ from : "shell", to : "plain" }, { from : "service", to : "secret" }],
        retype_object : [{ from : "shell", old : "plain", new : "secret" }, { from : "shell", old : "plain", new : "plain" }],
        add_roles : [{ from : "shell", to : "service", roles : ["admin"] }, { from : "shell", to : "shell", roles : ["user", "admin"] }]
    }
}
`;

type Sid = number | '()';
const parties = (source: Sid, target: number): string =>
  `source : ${String(source)}, target : ${String(target)}`;
const subject = (source: Sid, target: number, image: string): string =>
  `home.create_subject { ${parties(source, target)}, image : "${image}" } `;
const thing = (source: number, target: number, type: string): string =>
  `home.create_object { ${parties(source, target)}, type : "${type}" } `;
const retype = (source: number, target: number, type: string): string =>
  `home.retype_object { ${parties(source, target)}, type : "${type}" } `;
const add = (source: number, target: number, ...roles: readonly string[]): string =>
  `home.add_roles { ${parties(source, target)}, roles : [${roles.map((role) => `"${role}"`).join(', ')}] } `;
const check = (source: number, target: number, action: string): string =>
  `home.check { ${parties(source, target)}, action : "${action}" } `;
const isOf = (sid: number, type: string): string =>
  `assert (home.query_type { sid : ${String(sid)} } == "${type}") `;

/** 10 is a shell, 11 a service, 20 plain, 21 secret. */
const before = [
  subject('()', 10, 'sh'),
  subject(10, 11, 'daemon'),
  thing(10, 20, 'plain'),
  thing(11, 21, 'secret'),
].join('');

const note = eventOf('request', 'Note');
const ping = eventOf('request', 'Ping', { value: 1n });
const send = eventOf('request', 'Send');

const policy = (first: string, rules: string, object = home): string =>
  `${object}request method=Note { ${first} }\nrequest method=Ping dst=t.Server { ${rules} }`;

const answer = (rules: string): string | undefined =>
  answersOf(policy(before, rules), note, ping)[1];

describe('Rbac in the form of version 0.0', () => {
  it.each([
    [
      'starts what nobody starts',
      `${subject('()', 12, 'daemon')} ${isOf(12, 'service')}`,
      'granted',
    ],
    ['starts what the type may', `${subject(10, 12, 'daemon')} ${isOf(12, 'service')}`, 'granted'],
    [
      'gives the roles of the image',
      `${subject('()', 12, 'sh')} ${check(12, 20, 'read')}`,
      'granted',
    ],
    ['refuses what the type may not', subject(10, 12, 'sh'), 'ruleRefused'],
    ['refuses a type that may nothing', subject(11, 12, 'daemon'), 'ruleRefused'],
    ['refuses a source without a type', subject(13, 12, 'daemon'), 'ruleRefused'],
    ['refuses a target with a type', subject(10, 20, 'daemon'), 'ruleRefused'],
    ['refuses a target out of range', subject(10, 65536, 'daemon'), 'ruleRefused'],
    ['refuses a source out of range', subject(0, 12, 'daemon'), 'ruleRefused'],
  ])('create_subject %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    ['makes what the type may', `${thing(10, 22, 'plain')} ${isOf(22, 'plain')}`, 'granted'],
    ['refuses what the type may not', thing(10, 22, 'secret'), 'ruleRefused'],
    ['refuses a source without a type', thing(13, 22, 'plain'), 'ruleRefused'],
    ['refuses a target with a type', thing(10, 11, 'plain'), 'ruleRefused'],
    ['refuses a target out of range', thing(10, 0, 'plain'), 'ruleRefused'],
  ])('create_object %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    ['gives another type', `${retype(10, 20, 'secret')} ${isOf(20, 'secret')}`, 'granted'],
    [
      'gives the same type, where that may be',
      `${retype(10, 20, 'plain')} ${isOf(20, 'plain')}`,
      'granted',
    ],
    ['refuses the same type, where it may not be', retype(11, 21, 'secret'), 'ruleRefused'],
    ['refuses what the type of the source may not', retype(11, 20, 'secret'), 'ruleRefused'],
    ['refuses what the old type may not', retype(10, 21, 'plain'), 'ruleRefused'],
    ['refuses a subject', retype(10, 11, 'secret'), 'ruleRefused'],
    ['refuses a target without a type', retype(10, 22, 'secret'), 'ruleRefused'],
    ['refuses a source without a type', retype(13, 20, 'secret'), 'ruleRefused'],
  ])('retype_object %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    ['adds a role', `${add(10, 11, 'admin')} ${check(11, 21, 'write')}`, 'granted'],
    ['adds to oneself', `${add(10, 10, 'admin')} ${check(10, 20, 'write')}`, 'granted'],
    ['adds what is there', add(10, 10, 'user'), 'granted'],
    ['adds none', add(10, 11), 'granted'],
    ['refuses where one of the roles may not be', add(10, 11, 'admin', 'user'), 'ruleRefused'],
    ['refuses what the type of the source may not', add(11, 11, 'admin'), 'ruleRefused'],
    ['refuses an object', add(10, 20, 'admin'), 'ruleRefused'],
    ['refuses a target without a type', add(10, 13, 'admin'), 'ruleRefused'],
    ['refuses a source without a type', add(13, 11, 'admin'), 'ruleRefused'],
  ])('add_roles %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    ['grants what a role has', check(10, 20, 'read'), 'granted'],
    ['refuses what it has not', check(10, 20, 'write'), 'ruleRefused'],
    ['refuses another target', check(10, 21, 'read'), 'ruleRefused'],
    [
      'grants what an extended role has',
      `${add(10, 10, 'admin')} ${check(10, 20, 'read')}`,
      'granted',
    ],
    [
      'refuses what is of another type of source',
      `${add(10, 10, 'admin')} ${check(10, 21, 'read')}`,
      'ruleRefused',
    ],
    ['refuses a source without a role', check(11, 21, 'read'), 'ruleRefused'],
    ['refuses an object as the source', check(20, 20, 'read'), 'ruleRefused'],
    ['refuses a source without a type', check(13, 20, 'read'), 'ruleRefused'],
    ['refuses a target without a type', check(10, 13, 'read'), 'ruleRefused'],
    ['refuses a source out of range', check(65536, 20, 'read'), 'ruleRefused'],
  ])('check %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    [
      'chooses by the type',
      'choice (home.query_type { sid : 20 }) { "secret" : deny () "plain" : grant () _ : deny () }',
      'granted',
    ],
    ['fails without a type', isOf(13, 'plain'), 'failed'],
    ['fails out of range', isOf(0, 'plain'), 'failed'],
  ])('query_type %s [KSS-1]', (_, rules, expected) => {
    expect(answer(rules)).toBe(expected);
  });

  it.each([
    ['an image', 'home.create_subject { source : 10, target : 12, image : message.pair.b }'],
    ['a type', 'home.create_object { source : 10, target : 12, type : message.pair.b }'],
    ['a new type', 'home.retype_object { source : 10, target : 20, type : message.pair.b }'],
    ['a role', 'home.add_roles { source : 10, target : 11, roles : [message.pair.b] }'],
    ['an action', 'home.check { source : 10, target : 20, action : message.pair.b }'],
  ])('fails where %s is computed and none of the object [KSS-1]', (_, rule) => {
    const text = `${home}request method=Note { ${before} }\nrequest method=Send dst=t.Server { ${rule} }`;

    expect(answersOf(text, note, send)).toEqual(['granted', 'failed']);
  });

  it('shows types and roles by name, undoes what is denied, and forgets what is released [KSS-2]', () => {
    const text = policy(before, `${retype(10, 20, 'secret')} ${add(10, 11, 'admin')} deny ()`);
    const engine = interpret(solutionWith(text));
    const context = contextAfter(text, note);

    expect(engine.describe(context)).toEqual({
      level: 0,
      objects: {
        home: {
          10: { type: 'shell', roles: ['user'] },
          11: { type: 'service', roles: [] },
          20: { type: 'plain' },
          21: { type: 'secret' },
        },
      },
    });
    expect(bytesOf(text, contextAfter(text, note, ping))).toBe(bytesOf(text, context));
    const released = [10, 11, 20, 21].reduce((so, sid) => engine.release(so, sidOf(sid)), context);
    expect(bytesOf(text, released)).toBe(bytesOf(text, engine.initial));
    expect(engine.release(released, sidOf(10))).toBe(released);
  });

  it('has equal bytes for equal types and roles, however they came about [KSS-2]', () => {
    const one = policy(
      `${subject('()', 10, 'sh')} ${add(10, 10, 'admin')} ${thing(10, 20, 'plain')}`,
      '',
    );
    const other = policy(
      `${subject('()', 9, 'sh')} ${thing(9, 20, 'plain')} ${subject('()', 10, 'sh')} ${add(9, 10, 'admin', 'user')}`,
      '',
    );
    const engine = interpret(solutionWith(other));
    const without = engine.release(contextAfter(other, note), sidOf(9));

    expect(bytesOf(one, contextAfter(one, note))).toBe(bytesOf(other, without));
    expect(bytesOf(other, without)).not.toBe(bytesOf(other, contextAfter(other, note)));
  });

  it('tells a subject without a role from an object in its bytes [KSS-2]', () => {
    const bare = home.replace('to : "plain" }, { from', 'to : "service" }, { from');
    const [one, other] = [subject(10, 11, 'daemon'), thing(10, 11, 'service')].map((rule) =>
      policy(`${subject('()', 10, 'sh')} ${rule}`, '', bare),
    );

    expect(bytesOf(one ?? '', contextAfter(one ?? '', note))).not.toBe(
      bytesOf(other ?? '', contextAfter(other ?? '', note)),
    );
  });
});

describe('the config of an Rbac in the form of version 0.0', () => {
  const object = (config: string): string => `use nk.rbac._\npolicy object a : Rbac { ${config} }`;
  const configOf = (change: Readonly<Record<string, string>> = {}): string => {
    const entries = Object.entries({
      types: '["t", "u"]',
      images: '{ "i" : { type : "t", roles : ["r"] } }',
      permissions: '{ "p" : ["a"] }',
      roles: '{ "r" : { extends : [], rights : [] } }',
      create_subject: '[]',
      create_object: '[]',
      retype_object: '[]',
      add_roles: '[]',
      ...change,
    });
    const written = entries.filter(([, value]) => value !== '');
    return `config = { ${written.map(([key, value]) => `${key} : ${value}`).join(', ')} }`;
  };
  const role = (extended: string, rights: string): string =>
    `{ "r" : { extends : ${extended}, rights : ${rights} } }`;

  it.each([
    [configOf({ extra: '1' }), [['extra', 'there is no key "extra"']]],
    [configOf({ types: '[]', images: '{}' }), [['[]', 'there must be a type']]],
    [
      configOf({ types: '7', create_object: '[{ from : "x", to : "y" }]' }),
      [['7', 'a list of types is asked for']],
    ],
    [
      configOf({
        permissions: '7',
        roles: role('[]', '[{ from : "t", to : "u", permissions : ["q"] }]'),
      }),
      [['7', 'a dictionary of permissions and lists of actions is asked for']],
    ],
    [configOf({ types: '"t"', images: '{}' }), [['"t"', 'a list of types is asked for']]],
    [configOf({ types: '["t", "t"]' }), [['"t"', '"t" stands here twice']]],
    [configOf({ images: '[]' }), [['[]', 'a dictionary of images is asked for']]],
    [configOf({ images: '{ "i" : "t" }' }), [['"t"', 'a dictionary of type, roles is asked for']]],
    [
      configOf({ images: '{ "i" : { type : ["t"], roles : [] } }' }),
      [['["t"]', 'the name of a type is asked for']],
    ],
    [
      configOf({ images: '{ "i" : { type : "v", roles : ["q"] } }' }),
      [
        ['"v"', 'there is no type "v"'],
        ['"q"', 'there is no role "q"'],
      ],
    ],
    [configOf({ permissions: '{ "p" : "a" }' }), [['"a"', 'a list of actions is asked for']]],
    [
      configOf({ permissions: '["p"]' }),
      [['["p"]', 'a dictionary of permissions and lists of actions is asked for']],
    ],
    [configOf({ roles: role('["q"]', '[]') }), [['"q"', 'there is no role "q"']]],
    [configOf({ roles: role('["r"]', '[]') }), [['"r"', '"r" inherits itself']]],
    [
      configOf({ roles: role('[]', '{}') }),
      [['{}', 'a list of { from, to, permissions } is asked for']],
    ],
    [
      configOf({ roles: role('[]', '[{ from : "t", to : "v", permissions : ["q"] }]') }),
      [
        ['"v"', 'there is no type "v"'],
        ['"q"', 'there is no permission "q"'],
      ],
    ],
    [
      configOf({ roles: role('[]', '[{ from : "t" }]') }),
      [
        ['{ from : "t" }', 'the key "to" is missing'],
        ['{ from : "t" }', 'the key "permissions" is missing'],
      ],
    ],
    [
      configOf({ create_subject: '[{ from : "v", image : "j" }]' }),
      [
        ['"v"', 'there is no type "v"'],
        ['"j"', 'there is no image "j"'],
      ],
    ],
    [
      configOf({ create_subject: '[{ from : "t", image : 7 }]' }),
      [['7', 'the name of an image is asked for']],
    ],
    [configOf({ create_object: '[{ from : "t", to : "v" }]' }), [['"v"', 'there is no type "v"']]],
    [configOf({ create_object: '{}' }), [['{}', 'a list of { from, to } is asked for']]],
    [
      configOf({ retype_object: '[{ from : "t", old : "v", new : "w" }]' }),
      [
        ['"v"', 'there is no type "v"'],
        ['"w"', 'there is no type "w"'],
      ],
    ],
    [
      configOf({ add_roles: '[{ from : "t", to : "t", roles : ["q"] }]' }),
      [['"q"', 'there is no role "q"']],
    ],
    [configOf({ add_roles: '[[]]' }), [['[]', 'a dictionary of from, to, roles is asked for']]],
    [`type T = Text ${configOf()}`, [['T', 'there is no parameter "type T"']]],
  ] as const)('is told where it is wrong: %s [LANG-3]', (config, faults) => {
    expect(toldOf(object(config), 'PSL-007')).toEqual(faults);
  });

  it.each([
    'permissions',
    'roles',
    'create_subject',
    'create_object',
    'retype_object',
    'add_roles',
    'types',
    'images',
  ])('must have the key %s [LANG-3]', (key) => {
    const told = toldOf(object(configOf({ [key]: '' })), 'PSL-007').map(([, message]) => message);

    expect(told).toContain(`the key "${key}" is missing`);
  });

  it('has no more rights than there is room for [LANG-3]', () => {
    const actions = Array.from({ length: 1100 }, (_, index) => `"a${String(index)}"`).join(', ');
    const rights = Array.from(
      { length: 1000 },
      () => '{ from : "t", to : "t", permissions : ["p"] }',
    );
    const config = configOf({
      permissions: `{ "p" : [${actions}] }`,
      roles: role('[]', `[${rights.join(', ')}]`),
    });

    expect(toldOf(object(config), 'PSL-007')).toEqual([
      ['a', 'too many rights: they come to 1100000 actions, and at most 1048576 are kept'],
    ]);
  });

  it.each([
    [
      'home.assign { user : 1, role : "user" }',
      '{ user : 1, role : "user" }',
      'an Rbac whose config is in the form of version 0.0 has no "assign"',
    ],
    [
      'home.create_subject { source : (), target : 1, image : "bash" }',
      '"bash"',
      '"sh" | "daemon" is asked for, and this is "bash"',
    ],
    [
      'home.create_object { source : 1, target : 1, type : "open" }',
      '"open"',
      '"shell" | "service" | "plain" | "secret" is asked for, and this is "open"',
    ],
    [
      'home.check { source : 1, target : 1, action : "look" }',
      '"look"',
      '"open" | "read" | "write" is asked for, and this is "look"',
    ],
    [
      'home.add_roles { source : 1, target : 1, roles : ["root"] }',
      '"root"',
      '"user" | "admin" is asked for, and this is "root"',
    ],
  ])('has its names in arguments checked: %s [LANG-3]', (rules, place, message) => {
    expect(toldOf(policy('', rules), 'PSL-018')).toEqual([[place, message]]);
  });

  it('may be any value in any place [LANG-3]', () => {
    const values = [
      '7',
      '"t"',
      'true',
      '()',
      '[]',
      '{}',
      '[[]]',
      '[{}]',
      '{ x : 1 }',
      'src_sid',
      '["t", 7]',
    ];
    const keys = [
      'images',
      'permissions',
      'roles',
      'create_subject',
      'create_object',
      'retype_object',
      'add_roles',
    ];
    for (const value of values) {
      for (const key of keys) {
        for (const place of [
          value,
          `{ "r" : ${value} }`,
          `[${value}]`,
          role(value, value),
          role('[]', `[${value}]`),
        ]) {
          const { solution, diagnostics } = loadPolicy(object(configOf({ [key]: place })));

          expect(solution !== undefined || diagnostics.length > 0).toBe(true);
        }
      }
    }
  });
});
