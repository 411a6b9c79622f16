import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../', import.meta.url);
const page = readFileSync(new URL('ARCHITECTURE.md', root), 'utf8');
const rooms = [...page.matchAll(/^\| `([a-z]+)`(?:, `([a-z]+)`)? \|/gm)].flatMap(([, one, two]) => [
  one ?? '',
  ...(two === undefined ? [] : [two]),
]);

describe('ARCHITECTURE.md', () => {
  it('lists every room that is there, and says of the one that is not [VER-1]', () => {
    const there = readdirSync(root).filter(
      (name) =>
        !name.startsWith('.') &&
        !['node_modules', 'dist', 'build', 'coverage'].includes(name) &&
        statSync(new URL(name, root)).isDirectory(),
    );

    expect([...rooms].sort()).toEqual([...there, 'oracle'].sort());
  });

  it('names only files that exist [VER-1]', () => {
    const named = [...page.matchAll(/`((?:[a-z-]+\/)+[a-z-]+\.(?:ts|md))`/g)].map(
      ([, path]) => path ?? '',
    );
    const missing = named.filter((path) => !existsSync(new URL(path, root)));

    expect(missing).toEqual([]);
  });
});

describe('README.md', () => {
  it('links only to files that exist [VER-1]', () => {
    const readme = readFileSync(new URL('README.md', root), 'utf8');
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, path]) => path ?? '');

    expect(links.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });
});
