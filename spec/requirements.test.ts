import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it, expect } from 'vitest';
import { assumptions } from './assumptions.ts';
import { requirements } from './requirements.ts';
import { rowIds } from './rows.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const outside = /^(?:node_modules|dist|coverage|\.)/u;
const ids = new Set(requirements.map(({ id }) => id));

/** The requirement ids at the end of test titles. */
const idsInTitles = (text: string): readonly string[] =>
  [
    ...text.matchAll(/\bit(?:\.\w+)?\(\s*['"`][^\n]*\[([A-Z]+-\d+(?:, [A-Z]+-\d+)*)\]['"`]/gu),
  ].flatMap(([, found]) => (found ?? '').split(', '));

const testFiles = (): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => !outside.test(file) && /\.(?:test|prop|slow)\.ts$/u.test(file),
  );

describe('requirements', () => {
  it('has every row, in order, and each id once [EVD-1]', () => {
    expect([...new Set(requirements.map(({ row }) => row))]).toEqual(rowIds);
    expect(ids.size).toBe(requirements.length);
  });

  it('has forty-three rows: S1 to S27, C1 to C5, X1 to X11 [EVD-1]', () => {
    const numbered = (letter: string, last: number): readonly string[] =>
      Array.from({ length: last }, (_, index) => `${letter}${String(index + 1)}`);

    expect(rowIds).toEqual([...numbered('S', 27), ...numbered('C', 5), ...numbered('X', 11)]);
  });

  it('has no gap in the numbers of a family [EVD-1]', () => {
    const familyOf = (id: string): string => id.slice(0, id.indexOf('-'));
    const families = new Set([...ids].map(familyOf));

    for (const family of families) {
      const members = [...ids].filter((id) => familyOf(id) === family);
      expect(members.sort()).toEqual(members.map((_, index) => `${family}-${String(index + 1)}`));
    }
  });

  it('is what assumptions say they are relied on by [EVD-1]', () => {
    const relied = assumptions.flatMap(({ reliedOnBy }) => reliedOnBy);

    expect(relied.filter((id) => !ids.has(id))).toEqual([]);
    expect(new Set(assumptions.map(({ id }) => id)).size).toBe(assumptions.length);
  });

  it('has an assumption under each requirement that a run shows [EVD-1]', () => {
    const relied = new Set(assumptions.flatMap(({ reliedOnBy }) => reliedOnBy));
    const shown = requirements.filter(({ supportedBy }) =>
      supportedBy.some((step) => /^(?:property|twin|invariants|reach):/u.test(step)),
    );

    expect(shown.filter(({ id }) => !relied.has(id)).map(({ id }) => id)).toEqual([
      'VER-1',
      'POL-2',
    ]);
  });

  it('has every id that a test names [EVD-1]', () => {
    const unknown = testFiles().flatMap((file) =>
      idsInTitles(readFileSync(`${root}${file}`, 'utf8'))
        .filter((id) => !ids.has(id))
        .map((id) => `${file}: ${id}`),
    );

    expect(unknown).toEqual([]);
  });

  it('finds ids in titles, so that an unknown one would be told [EVD-1]', () => {
    const titled = (call: string, ids: string): string => `${call}('says so [${ids}]', () => {`;

    expect(idsInTitles(titled('it', 'KRN-9'))).toEqual(['KRN-9']);
    expect(idsInTitles(titled('it', 'ISO-1, MED-1'))).toEqual(['ISO-1', 'MED-1']);
    expect(idsInTitles(titled('describe', 'ISO-1'))).toEqual([]);
  });
});
