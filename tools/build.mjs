// @ts-check
/** Embeds the texts that ship, and compiles; both only where something has changed. `--clean` begins anew. */
import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @type {(args: string[]) => void} */
const run = (args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

if (process.argv.includes('--clean')) rmSync(join(root, 'dist'), { recursive: true, force: true });
run(['tools/embed.mjs']);
run(['node_modules/typescript/bin/tsc', '-b', 'tsconfig.json', 'tsconfig.node.json']);
chmodSync(join(root, 'dist', 'cli', 'main.js'), 0o755);
