import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const imported = /(?:^|\n)(?:import|export)\s[^;]*?from '([^']+)'|import\('([^']+)'\)/g;

/** What a file and all that it imports, types left out, import from outside of the project. */
const packagesOf = (
  entry: string,
  read: (path: string) => string = (path) => readFileSync(path, 'utf8'),
): ReadonlySet<string> => {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const [whole, from, dynamic] of read(path).matchAll(imported)) {
      const name = from ?? dynamic ?? '';
      if (/^\s*(?:import|export) type /.test(whole)) continue;
      if (name.startsWith('.')) visit(join(dirname(path), name));
      else packages.add(name);
    }
  };
  visit(entry);
  expect(seen.size).toBeGreaterThan(1);
  return packages;
};

describe('the entry for browsers', () => {
  it('imports no module of Node, and no package but two [VER-1]', () => {
    const packages = packagesOf(join(root, 'library', 'index.ts'));

    expect([...packages].filter(isBuiltin)).toEqual([]);
    expect([...packages].sort()).toEqual(['ts-pattern', 'yaml']);
  });

  it('would be found out by one import anywhere within [VER-1]', () => {
    const packages = packagesOf(join(root, 'library', 'index.ts'), (path) => {
      const text = readFileSync(path, 'utf8');
      return relative(root, path) === join('model', 'span.ts') ||
        relative(root, path) === join('kss', 'interpreter.ts')
        ? `import { readFileSync } from 'node:fs';\n${text}`
        : text;
    });

    expect([...packages].filter(isBuiltin)).toEqual(['node:fs']);
  });

  it('is not the entry for Node, which reads files [VER-1]', () => {
    const packages = packagesOf(join(root, 'library', 'node', 'index.ts'));

    expect([...packages].filter(isBuiltin).sort()).toEqual(['node:fs', 'node:path']);
  });
});
