// @ts-check
/**
 * Makes the evidence of the example, twice: the bytes must be the same. Then demands of it what this
 * version claims to support (reports/check-evidence.ts), the project's own checks included, whose
 * results tools/check.mjs has left in build/project. A result file that is missing is a fault.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join('build', 'evidence');
const refmon = join('dist', 'cli', 'main.js');

/** @type {(args: string[]) => void} */
const run = (args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

/** @type {() => string} */
const digest = () =>
  ['report.html', 'report.json']
    .map((name) =>
      createHash('sha256')
        .update(readFileSync(join(root, out, name)))
        .digest('hex'),
    )
    .join(' ');

const report = [refmon, 'report', 'example:railway-crossing', '--out', out];
run(report);
const first = digest();
run([...report, '--quiet']);
if (digest() !== first) {
  process.stderr.write('two runs gave different bytes\n');
  process.exit(1);
}

const project = join(root, 'build', 'project');
for (const name of existsSync(project) ? readdirSync(project) : []) {
  copyFileSync(join(project, name), join(root, out, 'results', name));
}
run([...report, '--reuse', '--demand', 'project']);
