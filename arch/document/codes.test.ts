import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { walkCodes } from './codes.ts';

const page = readFileSync(new URL('../../spec/formats/walk.md', import.meta.url), 'utf8');

describe('the codes of walk', () => {
  it('stand on their page, word by word [LANG-3]', () => {
    const rows = [...page.matchAll(/^\| (WLK-\d+) +\| (.*?) +\|$/gm)];

    expect(Object.fromEntries(rows.map(([, code, says]) => [code, says]))).toEqual(walkCodes);
  });
});
