import { describe, expect, it } from 'vitest';
import { answersOf, toldOf } from '../test-answers.ts';
import { loadPolicy, policyHead } from '../test-solution.ts';

const object = (config: string): string => `use nk.rbac._\npolicy object a : Rbac {\n${config}\n}`;

/** A config without faults, in which some keys are replaced; one that is `''` is left out. */
const configOf = (change: Readonly<Record<string, string>> = {}): string => {
  const entries = Object.entries({
    objects: '{ "o" : ["p", "q"] }',
    roles:
      '{ "r" : { inherits : [], permissions : {} }, "s" : { inherits : ["r"], permissions : { "o" : ["p"] } }, "t" : { inherits : [], permissions : {} } }',
    ssd: '{}',
    dsd: '{}',
    user_pool_size: '1',
    session_pool_size: '1',
    ...change,
  });
  const written = entries.filter(([, value]) => value !== '');
  return `config = { ${written.map(([key, value]) => `${key} : ${value}`).join(', ')} }`;
};

const role = (inherits: string, permissions = '{}'): string =>
  `{ inherits : ${inherits}, permissions : ${permissions} }`;
const ssd = (roles: string, cardinality: string): string =>
  `{ "x" : { roles : ${roles}, cardinality : ${cardinality} } }`;

describe('the config of an Rbac', () => {
  it.each([
    [configOf()],
    [configOf({ ssd: ssd('["s", "t"]', '2'), dsd: ssd('["r", "s", "t"]', '3') })],
    [configOf({ user_pool_size: '0xFFFFFFFF' })],
  ])('may be %s [LANG-5]', (config) => {
    expect(loadPolicy(object(config)).diagnostics.filter(({ code }) => code === 'PSL-007')).toEqual(
      [],
    );
  });

  it.each([
    [
      'config = ["r"]',
      [
        [
          '["r"]',
          'a dictionary of objects, roles, ssd, dsd, user_pool_size, session_pool_size is asked for',
        ],
      ],
    ],
    [`type Role = Text ${configOf()}`, [['Role', 'there is no parameter "type Role"']]],
    [configOf({ extra: '1' }), [['extra', 'there is no key "extra"']]],
    [
      configOf({ objects: '["o"]' }),
      [['["o"]', 'a dictionary of objects and lists of operations is asked for']],
    ],
    [configOf({ objects: '{ "o" : "p" }' }), [['"p"', 'a list of operations is asked for']]],
    ['', [['policy object a : Rbac {\n\n}', 'a Rbac needs `config = …`']]],
    [
      configOf({ objects: '{}', roles: '{}' }),
      [
        ['{}', 'there must be an object'],
        ['{}', 'there must be a role'],
      ],
    ],
    [configOf({ objects: '{ "o" : [] }' }), [['[]', 'there must be an operation']]],
    [
      configOf({ ssd: '{ "x" : { roles : "s", cardinality : 3 } }' }),
      [['"s"', 'a list of roles is asked for']],
    ],
    [configOf({ objects: '{ "o" : ["p", 7] }' }), [['7', 'a text is asked for']]],
    [configOf({ objects: '{ "o" : ["p", "p"] }' }), [['"p"', '"p" stands here twice']]],
    [configOf({ objects: '{ "o" : ["p"], "o" : ["q"] }' }), [['"o"', '"o" stands here twice']]],
    [configOf({ roles: '["r"]' }), [['["r"]', 'a dictionary of roles is asked for']]],
    [
      configOf({ roles: '{ "r" : [] }' }),
      [['[]', 'a dictionary of inherits, permissions is asked for']],
    ],
    [
      configOf({ roles: '{ "r" : { inherits : [] } }' }),
      [['{ inherits : [] }', 'the key "permissions" is missing']],
    ],
    [configOf({ roles: `{ "r" : ${role('"r"')} }` }), [['"r"', 'a list of roles is asked for']]],
    [configOf({ roles: `{ "r" : ${role('["q"]')} }` }), [['"q"', 'there is no role "q"']]],
    [
      configOf({ roles: `{ "r" : ${role('[]', '["o"]')} }` }),
      [['["o"]', 'a dictionary of objects and lists of operations is asked for']],
    ],
    [
      configOf({ roles: `{ "r" : ${role('[]', '{ "n" : [] }')} }` }),
      [['"n"', 'there is no object "n"']],
    ],
    [
      configOf({ roles: `{ "r" : ${role('[]', '{ "o" : ["n"] }')} }` }),
      [['"n"', '"o" has no operation "n"']],
    ],
    [configOf({ roles: `{ "r" : ${role('["r"]')} }` }), [['"r"', '"r" inherits itself']]],
    [
      configOf({
        roles: `{ "a" : ${role('["b"]')}, "b" : ${role('["c"]')}, "c" : ${role('["a", "b"]')} }`,
      }),
      [
        ['"a"', 'this closes a circle: "a" inherits "c" already'],
        ['"b"', 'this closes a circle: "b" inherits "c" already'],
      ],
    ],
    [configOf({ ssd: '[]' }), [['[]', 'a dictionary of constraints is asked for']]],
    [
      configOf({ ssd: '{ "x" : {} }' }),
      [
        ['{}', 'the key "roles" is missing'],
        ['{}', 'the key "cardinality" is missing'],
      ],
    ],
    [configOf({ ssd: ssd('["s"]', '2') }), [['["s"]', 'a constraint is of at least two roles']]],
    [configOf({ ssd: ssd('["s", "u"]', '2') }), [['"u"', 'there is no role "u"']]],
    [configOf({ dsd: ssd('["s", "s"]', '2') }), [['"s"', '"s" stands here twice']]],
    [
      configOf({ dsd: ssd('["s", "t"]', '1') }),
      [['1', 'cardinality must be an integer from 2 to 2']],
    ],
    [
      configOf({ dsd: ssd('["s", "t"]', '3') }),
      [['3', 'cardinality must be an integer from 2 to 2']],
    ],
    [
      configOf({ dsd: ssd('["s", "t"]', '"2"') }),
      [['"2"', 'cardinality must be an integer from 2 to 2']],
    ],
    [
      configOf({ ssd: ssd('["r", "s"]', '2') }),
      [['"x"', 'nobody could be assigned "s": it has 2 of these roles itself']],
    ],
    [
      configOf({ dsd: ssd('["r", "s"]', '2') }),
      [['"x"', 'no session could activate "s": it has 2 of these roles itself']],
    ],
    [
      configOf({ user_pool_size: '0' }),
      [['0', 'user_pool_size must be an integer from 1 to 4294967295']],
    ],
    [
      configOf({ session_pool_size: '4294967296' }),
      [['4294967296', 'session_pool_size must be an integer from 1 to 4294967295']],
    ],
  ] as const)('is told where it is wrong: %s [LANG-3]', (config, faults) => {
    expect(toldOf(object(config), 'PSL-007')).toEqual(faults);
  });

  it.each(['objects', 'roles', 'ssd', 'dsd', 'user_pool_size', 'session_pool_size'])(
    'must have the key %s [LANG-3]',
    (key) => {
      const told = toldOf(object(configOf({ [key]: '' })), 'PSL-007').map(([, message]) => message);

      expect(told).toContain(`the key "${key}" is missing`);
    },
  );

  it('is told by line and column [LANG-3]', () => {
    const { diagnostics } = loadPolicy(object(configOf({ roles: `{ "r" : ${role('["q"]')} }` })));
    const lines = policyHead.split('\n').length + 2;

    expect(
      diagnostics
        .filter(({ code }) => code === 'PSL-007')
        .map(({ at }) => [at.file, at.line, at.column]),
    ).toEqual([['security.psl', lines, 74]]);
  });

  it('has no more roles than their table has room for [LANG-3]', () => {
    const roles = Array.from(
      { length: 11_600 },
      (_, index) => `"r${String(index)}" : ${role('[]')}`,
    );

    expect(toldOf(object(configOf({ roles: `{ ${roles.join(', ')} }` })), 'PSL-007')).toEqual([
      ['a', 'too many roles: a table of 11600 times 11600 is more than 134217728 bits'],
    ]);
  });

  it('has no more permissions, and roles in constraints, than there is room for [LANG-3]', () => {
    const roles = Array.from({ length: 3000 }, (_, index) => `"r${String(index)}" : ${role('[]')}`);
    const operations = Array.from({ length: 45_000 }, (_, index) => `"p${String(index)}"`);
    const members = roles.map((_, index) => `"r${String(index)}"`).join(', ');
    const constraints = Array.from(
      { length: 15 },
      (_, index) => `"c${String(index)}" : { roles : [${members}], cardinality : 2 }`,
    );
    const config = configOf({
      objects: `{ "o" : [${operations.join(', ')}] }`,
      roles: `{ ${roles.join(', ')} }`,
      ssd: `{ ${constraints.join(', ')} }`,
    });

    expect(toldOf(object(config), 'PSL-007')).toEqual([
      ['a', 'too many permissions: a table of 3000 times 45000 is more than 134217728 bits'],
      [
        'a',
        'too many roles in constraints: a table of 45000 times 3000 is more than 134217728 bits',
      ],
    ]);
  });

  it('may be a chain of ten thousand roles, and a role of which inherits all [LANG-5]', () => {
    const roles = Array.from({ length: 10_000 }, (_, index) => {
      const inherits = index === 0 ? '[]' : `["r${String(index - 1)}"]`;
      return `"r${String(index)}" : ${role(inherits, index === 0 ? '{ "o" : ["p"] }' : '{}')}`;
    });
    const text = `${object(configOf({ roles: `{ ${roles.reverse().join(', ')} }` }))}
request method=Note { a.assign { user : 10, role : "r9999" } a.open { sid : 10, user : 10, roles : ["r9999"] } a.check { sid : 10, operation : "p", object : "o" } }`;

    expect(toldOf(text, 'PSL-007')).toEqual([]);
  });

  it.each([
    [
      'unknown names',
      (index: number) => role(`["u${String(index)}"]`, `{ "v${String(index)}" : ["w"] }`),
    ],
    [
      'circles',
      (index: number) => role(`["r${String((index + 1) % 10_000)}", "r${String(index)}"]`),
    ],
    [
      'wrong kinds',
      (index: number) =>
        ['7', '"x"', '[]', '{ inherits : 7, permissions : [] }', 'true', '()'][index % 6] ?? '',
    ],
  ])('of ten thousand roles with %s is told, and soon [LANG-4]', (_, roleOf) => {
    const roles = Array.from(
      { length: 10_000 },
      (_role, index) => `"r${String(index)}" : ${roleOf(index)}`,
    );
    const { diagnostics } = loadPolicy(object(configOf({ roles: `{ ${roles.join(', ')} }` })));

    expect(diagnostics.length).toBeGreaterThan(50);
    expect(diagnostics.every(({ code }) => code !== 'PSL-006')).toBe(true);
  });
});

describe('any value in any place of an Rbac', () => {
  const values = [
    '7',
    '-1',
    '"x"',
    'true',
    '()',
    '[]',
    '{}',
    '[[]]',
    '{ x : 1 }',
    'src_sid',
    '1 + 1',
    'a.f ()',
  ];
  const places: readonly ((value: string) => string)[] = [
    (value) => `config = ${value}`,
    ...['objects', 'roles', 'ssd', 'dsd', 'user_pool_size', 'session_pool_size'].map(
      (key) => (value: string) => configOf({ [key]: value }),
    ),
    (value) => configOf({ objects: `{ "o" : ${value} }` }),
    (value) => configOf({ objects: `{ "o" : [${value}] }` }),
    (value) => configOf({ roles: `{ "r" : ${value} }` }),
    (value) => configOf({ roles: `{ "r" : ${role(value)} }` }),
    (value) => configOf({ roles: `{ "r" : ${role(`[${value}]`)} }` }),
    (value) => configOf({ roles: `{ "r" : ${role('[]', value)} }` }),
    (value) => configOf({ roles: `{ "r" : ${role('[]', `{ "o" : ${value} }`)} }` }),
    (value) => configOf({ ssd: `{ "x" : ${value} }` }),
    (value) => configOf({ dsd: ssd(value, '2') }),
    (value) => configOf({ dsd: ssd('["r", "t"]', value) }),
  ];

  it('is a diagnostic, or may stand there [LANG-3]', () => {
    for (const place of places) {
      for (const value of values) {
        const { solution, diagnostics } = loadPolicy(object(place(value)));

        expect(solution !== undefined || diagnostics.length > 0).toBe(true);
      }
    }
  });

  it('leaves methods without a type, and tells no more of them [LANG-3]', () => {
    const text = `${object('config = 7')}\nrequest method=Note { a.assign { user : 1, role : "r" } }`;

    expect(toldOf(text, 'PSL-018')).toEqual([]);
    expect(toldOf(text, 'PSL-007')).toHaveLength(1);
  });

  it('warns where its package is not used, and counts [LANG-5]', () => {
    const bare = `${object(configOf()).replace('use nk.rbac._', '')}\nrequest method=Note { grant () }`;

    expect(toldOf(bare, 'PSL-009')).toEqual([
      ['Rbac', 'the model Rbac is declared by "nk.rbac", which is not used'],
    ]);
    expect(answersOf(bare)).toEqual([]);
  });
});
