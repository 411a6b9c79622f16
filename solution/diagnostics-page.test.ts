import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { linkCodes } from './link/codes.ts';
import { syntaxCodes } from './syntax/codes.ts';
import { yamlCodes } from './yaml/codes.ts';

describe('spec/diagnostics.md', () => {
  const rows = readFileSync(new URL('../spec/diagnostics.md', import.meta.url), 'utf8')
    .split('\n')
    .map((line) => /^\| ([A-Z]+-\d+) \| (.*?) \| (.*) \| (.*) \|$/.exec(line))
    .filter((found) => found !== null);

  it('has a row with an example and a cure for each code, and for no other [LANG-3]', () => {
    const codes = Object.entries({ ...linkCodes, ...syntaxCodes, ...yamlCodes });

    expect(rows.map(([, code, says]) => [code, says])).toEqual(
      codes.map(([code, says]) => [code, says.replaceAll('|', '\\|')]),
    );
    expect(rows.filter(([, , , example, cure]) => example === '' || cure === '')).toEqual([]);
  });
});
