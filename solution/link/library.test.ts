import { describe, expect, it } from 'vitest';
import { catalogue } from '../../kss/catalogue.ts';
import { load } from '../load.ts';
import type { IncludeRoot } from '../load.ts';

const policy = (name: string): string =>
  `execute: kl.core.Execute\nuse nk.base._\nuse EDL ${name}\nuse EDL Einit\nexecute { grant () }\n`;

const light = 'package home.Light\ninterface { On(); }';

/** The endpoints of the class, and the codes of what was told of it. */
const endpointsOf = (
  files: Readonly<Record<string, string>>,
  root = 'security.psl',
  include: readonly IncludeRoot[] = [],
): readonly string[] => {
  const input = { name: 'x', files: new Map(Object.entries(files)), policy: root, include };
  const { solution, diagnostics } = load(input, catalogue);
  const codes = diagnostics.map(({ code }) => code).filter((code) => code !== 'SOL-005');
  const lamp = solution?.classes.get('home.Lamp');
  return [...codes, ...(lamp?.endpoints.map(({ name }) => name) ?? ['no class'])];
};

describe('where a declaration is found', () => {
  it('is its dotted path before a nearer place [LANG-5]', () => {
    const files = {
      'security.psl': policy('home.Lamp'),
      'Lamp.edl': 'entity home.Lamp endpoints { near : home.Light }',
      'far/home/Lamp.edl': 'entity home.Lamp endpoints { far : home.Light }',
      'home/Light.idl': light,
    };

    expect(endpointsOf(files)).toEqual(['SOL-003', 'far']);
  });

  it('is never the neighbour, by name, by path or as a policy package [LANG-5]', () => {
    const one = (name: string): Readonly<Record<string, string>> => ({
      [`${name}/security.psl`]: `${policy('home.Lamp')}use home.more._`,
      [`${name}/home/Lamp.edl`]: `entity Lamp endpoints { ${name} : home.Light }`,
      [`${name}/home/Light.idl`]: light,
      [`${name}/home/more.psl`]: `policy object ${name} : Base {}\nrequest { ${name}.grant () }`,
    });
    const files = { ...one('a'), ...one('b') };

    expect(['a', 'b'].map((name) => endpointsOf(files, `${name}/security.psl`))).toEqual([
      ['a'],
      ['b'],
    ]);
    expect(
      endpointsOf({ ...files, 'b/home/Lamp.edl': '', 'b/home/more.psl': '' }, 'b/security.psl'),
    ).not.toContain('a');
    const without = Object.entries(files).filter(([path]) => path !== 'b/home/more.psl');
    expect(endpointsOf(Object.fromEntries(without), 'b/security.psl')).toContain('PSL-001');
  });

  it('is a directory of -I first, also by its path alone [LANG-5]', () => {
    const files = { 'security.psl': policy('home.Lamp'), 'home/Light.idl': light };
    const include = [
      {
        directory: 'sdk',
        files: new Map([['home/Lamp.edl', 'entity Lamp endpoints { given : home.Light }']]),
      },
    ];

    expect(endpointsOf(files, 'security.psl', include)).toEqual(['given']);
  });
});
