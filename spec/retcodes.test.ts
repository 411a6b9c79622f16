import { readFileSync } from 'node:fs';
import { describe, it, expect } from 'vitest';
import { retcodeNumber, retcodeOf } from '../kernel/retcode.ts';

const page = readFileSync(new URL('retcodes.md', import.meta.url), 'utf8');

/** The cells of each table row whose first cell looks like a name. */
const rows = page
  .split('\n')
  .filter((line) => /^\| [a-z]\w+ +\| (?:rc|-?\d)/u.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

const named = (test: (name: string) => boolean): ReadonlyMap<string, string> =>
  new Map(rows.flatMap(([name = '', second = '']) => (test(name) ? [[name, second]] : [])));

const isRetcode = (name: string): boolean => name.startsWith('rc');

describe('spec/retcodes.md', () => {
  it("has the kernel's numbers, and no number twice [IPC-3]", () => {
    const numbers = named(isRetcode);

    for (const [name, number] of Object.entries(retcodeNumber)) {
      expect(numbers.get(name)).toBe(String(number));
    }
    expect(new Set(numbers.values()).size).toBe(numbers.size);
  });

  it('has a row for each refusal, with its retcode [IPC-3]', () => {
    const refusals = named((name) => !isRetcode(name));

    expect(Object.fromEntries(refusals)).toEqual({
      ...retcodeOf,
      unimplemented: 'rcUnimplemented',
    });
  });
});
