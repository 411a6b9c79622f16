import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { load } from '../../solution/load.ts';
import { catalogue, securityModels } from '../catalogue.ts';
import { runAssertions } from '../pal.ts';
import type { ExpectationResult } from '../pal.ts';
import { baseFiles } from '../test-solution.ts';

const directory = new URL('../../spec/models/', import.meta.url);
const textOf = (page: string): string => readFileSync(new URL(page, directory), 'utf8');

/** The page that lists the others, and shows the solution of the examples. */
const overview = 'README.md';
const pages = readdirSync(directory).filter((name) => name.endsWith('.md') && name !== overview);

/** What every page says of its models. */
const sections = ['Configuration', 'State', 'Methods', 'Audit', 'Example'];

/** The fenced blocks of a page that begin with three backquotes and a word, and what follows it there. */
const blocksOf = (page: string, word: string): readonly (readonly [string, string])[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${word}(?: (.*))?\\n([^]*?)^\`\`\`$`, 'gm'))].map(
    ([, title = '', text = '']) => [title, text] as const,
  );

/** What is told of every policy that does not grant the start of all processes, or all requests. */
const beside = new Set(['PSL-028', 'INIT-005', 'INIT-006']);

interface Tried {
  /** What is told of the policy. */
  readonly told: readonly string[];
  readonly results: readonly ExpectationResult[];
}

/** Loads a text as the whole policy of the solution of the examples, and runs its tests. */
const tryPolicy = (policy: string): Tried => {
  const files = new Map([...baseFiles, ['security.psl', policy] as const]);
  const { solution, diagnostics } = load({ name: 'example', files }, catalogue);
  return {
    told: diagnostics
      .filter(({ code }) => !beside.has(code))
      .map(({ code, message, at }) => `${code} ${String(at.line)} ${message}`),
    results: solution === undefined ? [] : runAssertions(solution),
  };
};

const failing = ({ results }: Tried): readonly string[] =>
  results
    .filter(({ passed }) => !passed)
    .map(({ line, event, because, detail }) =>
      [String(line), event, because, detail].filter((one) => one !== undefined).join(' '),
    );

/** The headings of the second level, without what stands within fences. */
const headingsOf = (page: string): readonly string[] =>
  page
    .replaceAll(/^```[^]*?^```$/gm, '')
    .split('\n')
    .flatMap((line) => (line.startsWith('## ') ? [line.slice('## '.length)] : []));

const examples = pages.flatMap((page) =>
  blocksOf(textOf(page), 'psl-example').map(
    ([, policy], index) => [page, index + 1, policy] as const,
  ),
);

describe('the pages of the security models', () => {
  it.each(examples)('have in %s example %i, which runs [KSS-1]', (_page, _index, policy) => {
    const tried = tryPolicy(policy);

    expect(tried.told).toEqual([]);
    expect(failing(tried)).toEqual([]);
    expect(new Set(tried.results.map(({ expected }) => expected))).toEqual(
      new Set(['grant', 'deny']),
    );
  });

  it.each(pages)('have in %s an example and every section [EVD-1]', (page) => {
    const headings = headingsOf(textOf(page));

    expect(sections.filter((section) => !headings.includes(section))).toEqual([]);
    expect(examples.filter(([of]) => of === page)).not.toEqual([]);
  });

  it('name every model in a title, its package and every method [EVD-1]', () => {
    const missing = [...securityModels.values()].flatMap(({ name, package: brings, methods }) => {
      const page = pages
        .map(textOf)
        .find((text) =>
          new RegExp(`^# (?:.*\\W)?${name}(?:\\W|$)`).test(text.split('\n')[0] ?? ''),
        );
      if (page === undefined) return [name];
      const words = new Set(page.match(/[\w.]+/g));
      const isNamed = (method: string): boolean =>
        [...words].some((word) => word === method || word.endsWith(`.${method}`));
      return [brings, ...methods.keys()]
        .filter((word) => !isNamed(word))
        .map((word) => `${name}: ${word}`);
    });

    expect(missing).toEqual([]);
  });

  it('show the files of the examples as they are [EVD-1]', () => {
    const shown = blocksOf(textOf(overview), 'example-file');

    expect(new Map(shown)).toEqual(new Map(baseFiles));
  });

  it('are listed [EVD-1]', () => {
    const listed = [...textOf(overview).matchAll(/\]\((\w+\.md)\)/g)].map(([, page]) => page);

    expect(listed.sort()).toEqual(pages.sort());
  });

  it('are found out where an example means something else [GATE-1]', () => {
    const [, , policy = ''] = examples.find(([page]) => page === 'base.md') ?? [];
    const wrong = policy.replace('value : 99 }', 'value : 100 }');

    expect(wrong).not.toBe(policy);
    expect(failing(tryPolicy(wrong))).toHaveLength(1);
    expect(
      tryPolicy(policy.replace('deny ()', 'deny (').replace('limits.', 'none.')).told,
    ).not.toEqual([]);
  });
});
