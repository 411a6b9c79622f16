import { describe, expect, it } from 'vitest';
import { toldOf } from '../test-answers.ts';
import { loadPolicy, policyHead } from '../test-solution.ts';

const object = (config: string): string => `use nk.te._\npolicy object a : Te {\n${config}\n}`;

const configOf = (change: Readonly<Record<string, string>> = {}): string => {
  const entries = Object.entries({
    types: '["t", "u"]',
    attributes: '{ "all" : ["t", "u"] }',
    classes: '{ "c" : ["p", "q"], "d" : ["p"] }',
    allow: '[]',
    neverallow: '[]',
    transitions: '[]',
    pool_size: '1',
    ...change,
  });
  const written = entries.filter(([, value]) => value !== '');
  return `config = { ${written.map(([key, value]) => `${key} : ${value}`).join(', ')} }`;
};

const access = (source: string, target: string, ofClass: string, permissions: string): string =>
  `{ source : ${source}, target : ${target}, class : ${ofClass}, permissions : ${permissions} }`;
const transition = (source: string, target: string, ofClass: string, type: string): string =>
  `{ source : ${source}, target : ${target}, class : ${ofClass}, type : ${type} }`;
const rule = access('"t"', '"u"', '"c"', '"p"');

describe('the config of a Te', () => {
  it.each([
    [configOf()],
    [configOf({ allow: `[${rule}, ${rule}]` })],
    [configOf({ allow: `[${access('"*"', '["self", "all"]', '["c", "d"]', '"p"')}]` })],
    [
      configOf({
        transitions: `[${transition('"t"', '"u"', '"c"', '"u"')}, ${transition('"all"', '"u"', '"c"', '"u"')}]`,
      }),
    ],
    [
      configOf({
        allow: `[${rule}]`,
        neverallow: `[${access('"t"', '"u"', '"c"', '"q"')}, ${access('"u"', '"*"', '"c"', '"*"')}, ${access('"t"', '"self"', '"c"', '"p"')}, ${access('"t"', '"u"', '"d"', '"p"')}]`,
      }),
    ],
  ])('may be %s [LANG-5]', (config) => {
    expect(toldOf(object(config), 'PSL-007')).toEqual([]);
    expect(loadPolicy(object(config)).solution).toBeDefined();
  });

  it.each([
    [
      'config = 7',
      [
        [
          '7',
          'a dictionary of types, attributes, classes, allow, neverallow, transitions, pool_size is asked for',
        ],
      ],
    ],
    [`type T = Text ${configOf()}`, [['T', 'there is no parameter "type T"']]],
    [configOf({ class: '[]' }), [['class', 'there is no key "class"']]],
    ['', [['policy object a : Te {\n\n}', 'a Te needs `config = …`']]],
    [configOf({ types: '[]', attributes: '{}' }), [['[]', 'there must be a type']]],
    [configOf({ classes: '{}' }), [['{}', 'there must be a class']]],
    [
      configOf({ types: '7', allow: `[${access('"x"', '"y"', '"c"', '"p"')}]` }),
      [['7', 'a list of types is asked for']],
    ],
    [
      configOf({ classes: '{ "c" : "p" }', allow: `[${rule}]` }),
      [['"p"', 'a list of permissions is asked for']],
    ],
    [
      configOf({ classes: '7', allow: `[${rule}]` }),
      [['7', 'a dictionary of classes and lists of permissions is asked for']],
    ],
    [configOf({ types: '{}', attributes: '{}' }), [['{}', 'a list of types is asked for']]],
    [configOf({ types: '["t", "u", "t"]' }), [['"t"', '"t" stands here twice']]],
    [
      configOf({ types: '["t", "u", "self"]' }),
      [['"self"', '"self" has a meaning of its own in rules']],
    ],
    [
      configOf({ attributes: '[]' }),
      [['[]', 'a dictionary of attributes and lists of types is asked for']],
    ],
    [
      configOf({ attributes: '{ "*" : ["t"] }' }),
      [['"*"', '"*" has a meaning of its own in rules']],
    ],
    [configOf({ attributes: '{ "u" : ["t"] }' }), [['"u"', '"u" is a type already']]],
    [configOf({ attributes: '{ "all" : ["v"] }' }), [['"v"', 'there is no type "v"']]],
    [
      configOf({ attributes: '{ "all" : ["t"], "some" : ["all"] }' }),
      [['"all"', 'there is no type "all"']],
    ],
    [
      configOf({ classes: '["c"]' }),
      [['["c"]', 'a dictionary of classes and lists of permissions is asked for']],
    ],
    [configOf({ classes: '{ "c" : [] }' }), [['[]', 'a class has 1 to 32 permissions']]],
    [configOf({ classes: '{ "c" : "p" }' }), [['"p"', 'a list of permissions is asked for']]],
    [
      configOf({ allow: '{}' }),
      [['{}', 'a list of { source, target, class, permissions } is asked for']],
    ],
    [
      configOf({ allow: '["t"]' }),
      [['"t"', 'a dictionary of source, target, class, permissions is asked for']],
    ],
    [
      configOf({ allow: `[${access('"v"', '"u"', '"c"', '"p"')}]` }),
      [['"v"', 'there is no type or attribute "v"']],
    ],
    [
      configOf({ allow: `[${access('"self"', '"u"', '"c"', '"p"')}]` }),
      [['"self"', 'there is no type or attribute "self"']],
    ],
    [
      configOf({ allow: `[${access('"t"', '["v", "u"]', '"c"', '"p"')}]` }),
      [['"v"', 'there is no type or attribute "v"']],
    ],
    [
      configOf({ allow: `[${access('"t"', '[]', '"c"', '"p"')}]` }),
      [['[]', 'at least one of the types or attributes is asked for']],
    ],
    [
      configOf({ allow: `[${access('7', '"u"', '"c"', '"p"')}]` }),
      [['7', 'a list of types or attributes is asked for']],
    ],
    [
      configOf({ allow: `[${access('"t"', '"u"', '"e"', '"p"')}]` }),
      [['"e"', 'there is no class "e"']],
    ],
    [
      configOf({ allow: `[${access('"t"', '"u"', '["c", "d"]', '["p", "q"]')}]` }),
      [['"q"', 'the class "d" has no permission "q"']],
    ],
    [
      configOf({ allow: '[{ source : "t", target : "u", class : "c" }]' }),
      [['{ source : "t", target : "u", class : "c" }', 'the key "permissions" is missing']],
    ],
    [
      configOf({ transitions: '7' }),
      [['7', 'a list of { source, target, class, type } is asked for']],
    ],
    [
      configOf({ transitions: `[${transition('"t"', '"u"', '"c"', '"all"')}]` }),
      [['"all"', 'there is no type "all"']],
    ],
    [
      configOf({ transitions: `[${transition('"t"', '"u"', '"c"', '["t"]')}]` }),
      [['["t"]', 'the name of a type is asked for']],
    ],
    [
      configOf({
        transitions: `[${transition('"t"', '"u"', '"c"', '"u"')}, ${transition('"all"', '"u"', '"c"', '"t"')}]`,
      }),
      [
        [
          transition('"all"', '"u"', '"c"', '"t"'),
          '"t" on "u" of class "c" has the transition to "u" already',
        ],
      ],
    ],
    [
      configOf({
        allow: `[${rule}]`,
        neverallow: `[${access('"all"', '"*"', '["d", "c"]', '"p"')}]`,
      }),
      [
        [
          access('"all"', '"*"', '["d", "c"]', '"p"'),
          'this is broken: "t" is allowed "p" on "u" of class "c"',
        ],
      ],
    ],
    [
      configOf({
        allow: `[${access('"all"', '"self"', '"c"', '"*"')}]`,
        neverallow: `[${access('"u"', '"self"', '"c"', '["q"]')}]`,
      }),
      [
        [
          access('"u"', '"self"', '"c"', '["q"]'),
          'this is broken: "u" is allowed "q" on "u" of class "c"',
        ],
      ],
    ],
    [configOf({ pool_size: '0' }), [['0', 'pool_size must be an integer from 1 to 4294967295']]],
  ] as const)('is told where it is wrong: %s [LANG-3]', (config, faults) => {
    expect(toldOf(object(config), 'PSL-007')).toEqual(faults);
  });

  it.each(['types', 'attributes', 'classes', 'allow', 'neverallow', 'transitions', 'pool_size'])(
    'must have the key %s [LANG-3]',
    (key) => {
      const told = toldOf(object(configOf({ [key]: '' })), 'PSL-007').map(([, message]) => message);

      expect(told).toContain(`the key "${key}" is missing`);
    },
  );

  it('is told by line and column, with the line of what allows it [LANG-3]', () => {
    const config = configOf({ allow: `[\n${rule}]`, neverallow: `[\n\n${rule}]` });
    const line = policyHead.split('\n').length + 2;

    expect(
      loadPolicy(object(config))
        .diagnostics.filter(({ code }) => code === 'PSL-007')
        .map(({ at, hint }) => [at.file, at.line, at.column, at.endLine, at.endColumn, hint]),
    ).toEqual([
      [
        'security.psl',
        line + 3,
        1,
        line + 3,
        rule.length + 1,
        `it is allowed in line ${String(line + 1)}`,
      ],
    ]);
  });

  it('has at most 32 permissions of a class [LANG-3]', () => {
    const names = Array.from({ length: 33 }, (_, index) => `"p${String(index)}"`);
    const list = `[${names.join(', ')}]`;
    const config = configOf({
      classes: `{ "c" : ${list} }`,
      allow: `[${access('"t"', '"u"', '"c"', list)}]`,
    });

    expect(toldOf(object(config), 'PSL-007')).toEqual([
      [list, 'a class has 1 to 32 permissions'],
      ['"p32"', 'no class has more than 32 permissions'],
    ]);
  });

  const manyTypes = (count: number): string =>
    `[${Array.from({ length: count }, (_, index) => `"t${String(index)}"`).join(', ')}]`;

  it('has no more types and classes than their table has room for [LANG-3]', () => {
    const config = configOf({ types: manyTypes(1500), attributes: '{}' });

    expect(toldOf(object(config), 'PSL-007')).toEqual([
      ['a', 'types times types times classes is 4500000, and at most 4194304 are kept'],
    ]);
  });

  it('has no rules that come to more than can be read [LANG-3]', () => {
    const all = access('"*"', '"*"', '"c"', '"p"');
    const config = configOf({
      types: manyTypes(1400),
      attributes: '{}',
      allow: `[${Array.from({ length: 40 }, () => all).join(', ')}]`,
    });

    expect(toldOf(object(config), 'PSL-007')).toEqual([
      ['a', 'the rules come to 78400000 pairs of types in classes, and at most 67108864 are read'],
    ]);
  });

  it.each([
    [
      'unknown names',
      (index: number) =>
        access(`"v${String(index)}"`, `"w${String(index)}"`, `"x${String(index)}"`, '"y"'),
    ],
    ['broken rules', () => access('"*"', '"*"', '"c"', '"*"')],
    [
      'wrong kinds',
      (index: number) => ['7', '"x"', '[]', access('7', '{}', '()', 'true'), '{}'][index % 5] ?? '',
    ],
  ])('of ten thousand rules with %s is told, and soon [LANG-4]', (_, ruleOf) => {
    // Two lists, as one file has room for ten thousand rules.
    const rules = Array.from({ length: 5000 }, (_rule, index) => ruleOf(index)).join(', ');
    const { diagnostics } = loadPolicy(
      object(configOf({ allow: `[${rules}]`, neverallow: `[${rules}]` })),
    );

    expect(diagnostics.length).toBeGreaterThan(50);
  });

  it('may be any value in any place [LANG-3]', () => {
    const values = [
      '7',
      '-1',
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
    const places = [
      'types',
      'attributes',
      'classes',
      'allow',
      'neverallow',
      'transitions',
      'pool_size',
    ];
    for (const value of values) {
      for (const key of places) {
        for (const place of [
          value,
          `{ "r" : ${value} }`,
          `[${value}]`,
          `[${access(value, value, value, value)}]`,
          `[${transition(value, value, value, value)}]`,
          `[${access('"t"', '"t"', '"c"', value)}]`,
        ]) {
          const { solution, diagnostics } = loadPolicy(object(configOf({ [key]: place })));

          expect(solution !== undefined || diagnostics.length > 0).toBe(true);
        }
      }
    }
  });
});
