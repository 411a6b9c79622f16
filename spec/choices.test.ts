import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it, expect } from 'vitest';
import { choices } from './choices.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const numbers = (first: number, last: number): readonly string[] =>
  Array.from(
    { length: last - first + 1 },
    (_, index) => `C-${String(first + index).padStart(2, '0')}`,
  );

describe('choices', () => {
  it('has each id once, in order [EVD-1]', () => {
    expect(choices.map(({ id }) => id)).toEqual([
      ...numbers(1, 7),
      ...numbers(10, 12),
      ...numbers(20, 32),
      ...numbers(40, 47),
      ...numbers(50, 51),
      ...numbers(60, 67),
    ]);
  });

  it('is cited in each file that carries it out [EVD-1]', () => {
    const uncited = choices.flatMap(({ id, at }) =>
      at
        .filter((file) => {
          const path = `${root}${file}`;
          return !existsSync(path) || !readFileSync(path, 'utf8').includes(id);
        })
        .map((file) => `${id}: ${file}`),
    );

    expect(uncited).toEqual([]);
  });
});
