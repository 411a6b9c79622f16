// @ts-check
/**
 * Makes the evidence of the example, twice: the bytes must be the same. The twins, which no solution changes, are run
 * again only with `--whole`, which asks nothing else, is part of the long checks, and counts what was made before as once. Then demands of it what this
 * version claims to support (reports/check-evidence.ts), the project's own checks included, whose
 * results tools/check.mjs has left in build/project. A result file that is missing is a fault.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isWhole = process.argv.includes('--whole');
const out = join('build', isWhole ? 'evidence-whole' : 'evidence');
/** The digest of what was made last without `--whole`. */
const made = join('build', 'evidence.sha256');
const refmon = join('dist', 'cli', 'main.js');
process.chdir(root);
const example = 'example:railway-crossing';

/** @type {(path: string) => Promise<any>} */
const built = (path) => import(pathToFileURL(join(root, 'dist', path)).href);

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

/** All but the twins, once more. */
const again = async () => {
  const { verify } = await built('cli/commands/verify.js');
  const { makeOutput } = await built('cli/output.js');
  const choice = { solution: example, include: [], definitions: new Map(), out, demand: undefined };
  const exit = await verify({ ...choice, results: 'twins reused' }, makeOutput({ quiet: true }));
  if (exit !== 0) process.exit(exit);
};

const report = [refmon, 'report', example, '--out', out];
run(report);
const first = digest();
if (!isWhole) {
  writeFileSync(made, first);
  await again();
} else if (!existsSync(made) || readFileSync(made, 'utf8') !== first) run([...report, '--quiet']);
if (digest() !== first) {
  process.stderr.write('two runs gave different bytes\n');
  process.exit(1);
}

if (isWhole) process.exit();

const project = join(root, 'build', 'project');
for (const name of existsSync(project) ? readdirSync(project) : []) {
  copyFileSync(join(project, name), join(root, out, 'results', name));
}
run([...report, '--reuse', '--demand', 'project']);
