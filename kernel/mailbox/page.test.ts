import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { excused } from './excused.ts';

const page = readFileSync(new URL('../../spec/kernels.md', import.meta.url), 'utf8');

describe('spec/kernels.md', () => {
  it('lists what the mailbox kernel is excused from, with the reasons, and no more [KRN-2] [EVD-1]', () => {
    const table = page.slice(page.indexOf('| rule of `integrity` |'));
    const rows = [...table.matchAll(/^\| (.*?) +\| (.*?) +\|$/gmu)].slice(1);

    expect(rows.map(([, rule, why]) => [rule, why])).toEqual([...excused]);
  });
});
