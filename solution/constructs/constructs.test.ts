import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../kss/catalogue.ts';
import { runAssertions } from '../../kss/pal.ts';
import { baseFiles, policyHead } from '../../kss/test-solution.ts';
import { load } from '../load.ts';
import type { Loaded } from '../load.ts';
import { constructs } from './all.ts';
import type { Construct } from './construct.ts';
import { languagesPage } from './page.ts';

/** What examples need not grant. */
const beside = new Set(['PSL-028', 'INIT-005', 'INIT-006']);

const testsOf = ({ tests = [] }: Construct): string =>
  tests.length === 0 ? '' : `\nassert { sequence {\n${tests.join('\n')}\n} }`;

const loadConstruct = (construct: Construct): Loaded => {
  const { policy, whole, files = {}, definitions = {} } = construct;
  const root = whole ?? `${policyHead}${policy ?? ''}`;
  const template = files['security.psl.in'];
  const own =
    template === undefined
      ? [['security.psl', `${root}${testsOf(construct)}`] as const]
      : [['security.psl.in', `${template}${testsOf(construct)}`] as const];
  const all = new Map([...baseFiles, ...Object.entries(files), ...own]);
  if (files['init.yaml.in'] !== undefined) all.delete('init.yaml');
  return load(
    { name: 'construct', files: all, definitions: new Map(Object.entries(definitions)) },
    catalogue,
  );
};

const said = ({ diagnostics }: Loaded): readonly string[] =>
  diagnostics
    .filter(({ code }) => !beside.has(code))
    .map(({ code, message, at }) => `${code} ${at.file}:${String(at.line)} ${message}`);

describe('the constructs of the languages', () => {
  it.each(constructs.map((one) => [one.section, one.what, one] as const))(
    'has in %s: %s [LANG-5]',
    (_section, _what, construct) => {
      const loaded = loadConstruct(construct);

      expect(said(loaded).map((line) => line.slice(0, line.indexOf(' ')))).toEqual(
        construct.warns ?? [],
      );
      expect(loaded.solution).toBeDefined();
      const results = loaded.solution === undefined ? [] : runAssertions(loaded.solution);
      expect(
        results
          .filter(({ passed }) => !passed)
          .map(({ event, because, detail }) => [event, because, detail]),
      ).toEqual([]);
      expect(results.length).toBeGreaterThanOrEqual(construct.tests?.length ?? 0);
    },
  );

  it('finds an example whose meaning is another [GATE-1]', () => {
    const [first] = constructs;
    const wrong = {
      ...first,
      section: '0',
      what: 'a wrong one',
      parsed: '',
      tests: ['deny execute dst=t.Client'],
    };
    const { solution } = loadConstruct(wrong);

    expect(solution).toBeDefined();
    expect(solution && runAssertions(solution).map(({ passed }) => passed)).toEqual([false]);
  });

  it('names files that are there [EVD-1]', () => {
    const named = constructs.flatMap(({ parsed, checked }) => [
      parsed,
      ...(checked === undefined ? [] : [checked]),
    ]);

    expect(named.filter((file) => !existsSync(new URL(`../../${file}`, import.meta.url)))).toEqual(
      [],
    );
  });

  it('has each section of the languages that a text can be written in [LANG-5]', () => {
    const sections = new Set(
      constructs.map(({ section }) =>
        section.slice(0, !section.includes('.') ? undefined : section.indexOf('.')),
      ),
    );

    expect([...sections].sort()).toEqual(['1', '10', '2', '3', '4', '5', '6', '7', '8', '9']);
  });

  it('has its page as the data says it; `npx vitest run -u solution/constructs` writes it [EVD-1]', async () => {
    await expect(languagesPage(constructs)).toMatchFileSnapshot('../../spec/languages.md');
  });
});
