// @ts-check
/** `npm start`: installs and builds what is missing, then verifies the embedded example. */
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The main job. */
const main = ['dist/cli/main.js', 'verify', 'example:railway-crossing', '--out', 'build/report'];

/** @type {(args: string[]) => void} */
const run = (args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

run(['tools/ensure-installed.mjs']);
run(['tools/build.mjs']);
run(main);
