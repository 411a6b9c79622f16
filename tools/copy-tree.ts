import { cpSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the project. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const left = new Set(['node_modules', 'dist', 'build', '.git', 'coverage']);

/** A copy of the sources in a directory of its own, with the packages of the original. */
export const copyTree = (name: string): string => {
  const copy = mkdtempSync(join(tmpdir(), name));
  for (const entry of readdirSync(root)) {
    if (left.has(entry)) continue;
    cpSync(join(root, entry), join(copy, entry), {
      recursive: true,
      filter: (path) => !path.endsWith('node_modules'),
    });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
};
