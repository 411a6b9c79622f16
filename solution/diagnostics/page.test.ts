import { describe, expect, it } from 'vitest';
import { catalogue } from '../../kss/catalogue.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { load } from '../load.ts';
import { allCodes } from './all-codes.ts';
import { baseSolution } from './base-solution.ts';
import type { Example } from './example.ts';
import { examples } from './examples.ts';
import { filesOf, findCured, loadExample } from './load-example.ts';
import { diagnosticsPage } from './page.ts';

const titled = (all: readonly Example[]) =>
  all.map((example) => [example.code, example.about ?? 'alone', example] as const);

const told = (example: Example): readonly Diagnostic[] =>
  loadExample(example, catalogue).diagnostics;

/** Codes that are told of an example, and ought not to be. */
const strangers = (example: Example): readonly string[] => {
  const { code, also = [] } = example;
  return told(example)
    .filter((one) => one.code !== code && (one.severity === 'error' || !isOneOf(also, one.code)))
    .map((one) => `${one.severity} ${one.code}: ${one.message}`);
};

const isOneOf = (codes: readonly string[], code: string): boolean => codes.includes(code);

/** Is every place within its file? The place of a whole file, there or not, is its first column. */
const isWithin = (example: Example, { at }: Pick<Diagnostic, 'at'>): boolean => {
  const isWhole = at.line === 1 && at.column === 1 && at.endLine === 1 && at.endColumn === 1;
  const lines = filesOf(example)[at.file]?.split('\n');
  if (isWhole) return lines !== undefined || at.file === '.' || example.code === 'SOL-004';
  const from = lines?.[at.line - 1];
  const to = lines?.[at.endLine - 1];
  if (from === undefined || to === undefined) return false;
  return at.column <= from.length + 1 && at.endColumn <= to.length + 1;
};

const withCured = examples.filter(({ cured }) => cured !== undefined);

describe('the examples of the diagnostics', () => {
  it('are there for every code, and for no other [LANG-3]', () => {
    expect([...new Set(examples.map(({ code }) => code))].sort()).toEqual(
      Object.keys(allCodes).sort(),
    );
  });

  it('stand on a solution of which nothing is told [LANG-3]', () => {
    const files = new Map(Object.entries(baseSolution));

    expect(load({ name: 'base', files }, catalogue).diagnostics).toEqual([]);
  });

  it.each(titled(examples))('show %s (%s), and nothing else is wrong [LANG-3]', (code, _, one) => {
    const diagnostics = told(one);

    expect(diagnostics.filter((each) => each.code === code)).toHaveLength(1);
    expect(strangers(one)).toEqual([]);
  });

  it.each(titled(examples))('place %s (%s) within its file [LANG-3]', (_code, _about, one) => {
    const places = told(one).flatMap((each) => [each, ...(each.related ?? [])]);

    expect(places.filter((place) => !isWithin(one, place))).toEqual([]);
  });

  it.each(titled(withCured))('are cured of %s (%s) [LANG-3]', (_code, _about, one) => {
    const cured = findCured(one);

    expect(cured).toBeDefined();
    expect(
      cured === undefined ? [] : told(cured).map(({ code, message }) => `${code} ${message}`),
    ).toEqual([]);
  });

  it('show the cure of most codes [LANG-3]', () => {
    const codes = new Set(withCured.map(({ code }) => code));

    expect(codes.size * 3).toBeGreaterThanOrEqual(Object.keys(allCodes).length * 2);
  });

  it('have cures of their own, one or two sentences each [LANG-3]', () => {
    const cures = examples.map(({ cure }) => cure);

    expect(cures.filter((cure) => !cure.endsWith('.') || cure.length > 240)).toEqual([]);
    expect(cures.filter((cure, index) => cures.indexOf(cure) !== index)).toEqual([]);
  });

  it('find an example that shows something else [GATE-1]', () => {
    const wrong: Example = { code: 'PSL-001', files: { 'rules.psl': 'request {' }, cure: '' };

    expect(strangers(wrong)).toEqual(['error SYN-005: expected "}", found the end of the text']);
  });

  it('have their page as the code tells it; `npx vitest run solution/diagnostics -u` writes it [EVD-1]', async () => {
    await expect(diagnosticsPage(examples, catalogue)).toMatchFileSnapshot(
      '../../spec/diagnostics.md',
    );
  });
});
