// @ts-check
/**
 * Installs what package-lock.json names, where it is missing or of another lock file.
 * Works on a fresh clone: it needs nothing but Node and npm.
 */
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const neededMajor = 20;
const neededMinor = 19;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < neededMajor || (major === neededMajor && minor < neededMinor)) {
  process.stderr.write(
    `refmon needs Node ${neededMajor}.${neededMinor} or later; this is ${process.version}.\n`,
  );
  process.exit(1);
}

const digest = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const stamp = join(root, 'node_modules', '.refmon-lock');
const isInstalled = existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;

if (!isInstalled) {
  process.stderr.write('Installing packages (npm ci) …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) {
    process.stderr.write('The packages could not be installed: npm ci failed.\n');
    process.exit(1);
  }
  writeFileSync(stamp, digest);
}
