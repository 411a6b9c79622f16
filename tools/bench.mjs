// @ts-check
/** `npm run bench [NAME] [-- --json]`: installs the bench's own packages where they are missing, builds, and runs. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bench = join(root, 'bench');
const lock = readFileSync(join(bench, 'package-lock.json'));
const digest = createHash('sha256').update(lock).digest('hex');
const stamp = join(bench, 'node_modules', '.refmon-lock');

/** What it says goes to standard error: standard output is the result's. @type {(command: string, args: string[], cwd: string) => void} */
const prepare = (command, args, cwd) => {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
};

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  prepare(npm, ['ci', '--no-audit', '--no-fund'], bench);
  writeFileSync(stamp, digest);
}
prepare(process.execPath, ['tools/build.mjs'], root);
const args = ['--max-old-space-size=4000', join('bench', 'main.mjs'), ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
