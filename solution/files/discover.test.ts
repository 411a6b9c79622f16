import { describe, expect, it } from 'vitest';
import { discover, solutionsIn } from './discover.ts';
import type { Choice } from './discover.ts';
import { rootPolicies } from './policies.ts';
import { makeFiles } from './solution-files.ts';

const policy = 'execute: kl.core.Execute\n';

const filesOf = (paths: readonly (string | readonly [string, string])[]) =>
  makeFiles(
    new Map(paths.map((one) => (typeof one === 'string' ? [one, policy] : [one[0], one[1]]))),
    new Map(),
  );

/** `policy init`, or the codes of what hindered the choice. */
const chosen = (
  paths: readonly (string | readonly [string, string])[],
  choice: Choice = {},
): string => {
  const files = filesOf(paths);
  const found = discover(files, rootPolicies(files), choice);
  return found.kind === 'chosen'
    ? [
        found.policy.file,
        found.init?.file ?? '-',
        ...found.diagnostics.map(({ code }) => code),
      ].join(' ')
    : found.diagnostics.map(({ code }) => code).join(' ');
};

const homes = (paths: readonly (string | readonly [string, string])[]): readonly string[] =>
  solutionsIn(rootPolicies(filesOf(paths))).map((one) =>
    one.kind === 'solution' ? `${one.name}: ${one.policy}` : `${one.name}: rivals`,
  );

describe('discover', () => {
  it.each([
    [['security.psl', 'init.yaml'], 'security.psl init.yaml'],
    [
      ['resources/security.psl.in', 'resources/init.yaml.in'],
      'resources/security.psl.in resources/init.yaml.in',
    ],
    [
      ['einit/src/init.yaml.in', 'einit/src/security.psl.in'],
      'einit/src/security.psl.in einit/src/init.yaml.in',
    ],
    [['src/policy.psl', 'einit/src/init.yaml'], 'src/policy.psl einit/src/init.yaml'],
    [['a/main.psl', ['a/other.psl', 'use a.main2._']], 'a/main.psl -'],
    [
      [
        ['only.psl', ''],
        ['x/part.psl', ''],
      ],
      'SOL-002',
    ],
    [
      [
        ['only.psl', 'use x.part._'],
        ['x/part.psl', ''],
      ],
      'only.psl -',
    ],
    [['security.psl', ['security_arm.psl', `use security._\n${policy}`]], 'security.psl -'],
    [['security.psl', 'policy.psl'], 'SOL-002'],
    [['security.psl', ['policy.psl', 'use security._']], 'SOL-002'],
    [[['security.psl', 'use policy._'], 'policy.psl'], 'security.psl -'],
    [[], 'SOL-001'],
    [['security.psl', 'security.psl.in', 'init.yaml'], 'security.psl init.yaml SOL-006'],
    [['security.psl', 'a/init.yaml', 'b/init.yaml'], 'security.psl a/init.yaml SOL-008'],
    [['r/security.psl', ['r/processes.yaml', 'entities:\n']], 'r/security.psl r/processes.yaml'],
  ])('of %j chooses %s [CFG-1]', (paths, expected) => {
    expect(chosen(paths as never)).toBe(expected);
  });

  it('takes what was named, the template beside its made file too [CFG-1]', () => {
    const paths = ['security.psl', 'security.psl.in', 'x/other.psl', 'init.yaml', 'x/init.yaml'];

    expect([
      chosen(paths, { policy: 'security.psl.in' }),
      chosen(paths, { policy: 'x/other.psl', init: 'init.yaml' }),
      chosen(paths, { policy: 'no.psl' }),
      chosen(paths, { init: 'no.yaml' }),
    ]).toEqual(['security.psl.in init.yaml', 'x/other.psl init.yaml', 'SOL-004', 'SOL-004']);
  });

  it('lists every candidate, and how to choose [LANG-3]', () => {
    const files = filesOf(['a/security.psl', 'b/security.psl']);
    const found = discover(files, rootPolicies(files), {});

    expect(found.diagnostics.map(({ message, hint }) => [message, hint])).toEqual([
      [
        'several policies were found: a/security.psl, b/security.psl',
        '--policy chooses one; "refmon check" takes a directory of many',
      ],
    ]);
  });
});

describe('solutionsIn', () => {
  it('gives each policy the largest directory in which no other is at home [CFG-1]', () => {
    expect(
      homes([
        'examples/echo/resources/security.psl.in',
        'examples/echo/einit/src/init.yaml.in',
        'examples/ping/src/security.psl',
        'tools/x/main.psl',
      ]),
    ).toEqual([
      'examples/echo: examples/echo/resources/security.psl.in',
      'examples/ping: examples/ping/src/security.psl',
      'tools: tools/x/main.psl',
    ]);
  });

  it('finds an init description under another name beside solutions that have the usual one [CFG-1]', () => {
    const files = filesOf([
      'a/security.psl',
      'a/init.yaml',
      'b/security.psl',
      ['b/list.yaml', 'entities:\n'],
    ]);
    const found = discover(files, rootPolicies(files), { policy: 'b/security.psl' });

    expect(found.kind === 'chosen' && found.init?.file).toBe('b/list.yaml');
  });

  it('takes policies side by side for variants, of which one must be chosen [CFG-1]', () => {
    expect(homes(['a/security.psl', 'a/policy.psl', 'b/security.psl'])).toEqual([
      'a: rivals',
      'b: b/security.psl',
    ]);
  });

  it('keeps what is at home elsewhere out, and shares what lies above [CFG-1]', () => {
    const files = filesOf([
      'security.psl',
      'examples/a/security.psl',
      'examples/a/init.yaml',
      'common/X.idl',
    ]);
    const [nested, root] = rootPolicies(files);
    const found = [nested, root].map(
      (one) => one && discover(files, rootPolicies(files), { policy: one.policy.file }),
    );
    const foreign = found.map((one) =>
      one?.kind === 'chosen' ? ['common/X.idl', 'examples/a/x.idl'].map(one.isForeign) : [],
    );

    expect([nested?.home, root?.home]).toEqual(['examples', '']);
    expect(foreign).toEqual([
      [false, false],
      [false, true],
    ]);
  });
});
