// @ts-check
/**
 * `npm run check`: every check and test. `npm run check:long`: the long tiers.
 * Prints a line a step, the output of what failed, the ten slowest tests, and the counts; leaves
 * them in build/checks.json. A step that cannot run is a visible skip, or a failure where CI=true.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (/** @type {string} */ path) => join('node_modules', path);
const refmon = 'dist/cli/main.js';

/**
 * @typedef {{ name: string, args: string[], env?: Record<string, string>, skipped?: number }} Step
 * @typedef {{ name: string, status: 'passed' | 'failed' | 'skipped', seconds: number, output: string }} Done
 */

/** Steps in order; those of one list run side by side. @type {Step[][]} */
const quick = [
  [{ name: 'build', args: ['tools/build.mjs'] }],
  [
    {
      name: 'lint',
      args: [bin('eslint/bin/eslint.js'), '.'],
    },
    {
      name: 'format',
      args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
    },
  ],
  [
    { name: 'types of tests', args: [bin('typescript/bin/tsc'), '-p', 'tsconfig.test.json'] },
    { name: 'types of tools', args: [bin('typescript/bin/tsc'), '-p', 'tsconfig.tools.json'] },
    { name: 'imports', args: ['tools/imports.mjs'] },
    { name: 'dead code', args: [bin('knip/bin/knip.js'), '--no-progress', '--no-config-hints'] },
  ],
  [{ name: 'tests and properties', args: [bin('vitest/vitest.mjs'), 'run'] }],
  // The small tiers of the twins are part of the evidence.
  [{ name: 'evidence', args: ['tools/evidence.mjs'] }],
];

/** @type {Step[][]} */
const long = [
  [{ name: 'build', args: ['tools/build.mjs'] }],
  [
    {
      name: 'long tests',
      args: [bin('vitest/vitest.mjs'), 'run', '--passWithNoTests'],
      env: { SLOW: '1' },
    },
  ],
  [
    {
      name: 'coverage',
      args: [bin('vitest/vitest.mjs'), 'run', '--coverage'],
      env: { COVERAGE: '1' },
    },
  ],
  [
    { name: 'evidence, twice', args: ['tools/evidence.mjs', '--whole'] },
    { name: 'fuzz', args: ['tools/fuzz.mjs', '--only', 'inputs'] },
  ],
  [{ name: 'twins, full tier', args: [refmon, 'twins', '--tier', 'full'], skipped: 4 }],
];

/** @type {(step: Step) => Promise<Done>} */
const run = ({ name, args, env = {}, skipped }) =>
  new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env, NO_COLOR: '1' },
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => {
      const isSkip = code !== null && code === skipped && process.env['CI'] !== 'true';
      const status = code === 0 ? 'passed' : isSkip ? 'skipped' : 'failed';
      resolve({ name, status, seconds: (performance.now() - started) / 1000, output });
    });
  });

/** Counts and slowest tests of vitest's own report. @type {(file: string) => any} */
const testReport = (file) => {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
};

/** @type {(report: any) => void} */
const printSlowest = (report) => {
  const tests = report.testResults.flatMap((/** @type {any} */ file) =>
    file.assertionResults.map((/** @type {any} */ one) => ({
      title: one.fullName,
      ms: one.duration ?? 0,
    })),
  );
  tests.sort((/** @type {any} */ left, /** @type {any} */ right) => right.ms - left.ms);
  process.stdout.write('\nslowest tests\n');
  for (const { title, ms } of tests.slice(0, 10)) {
    process.stdout.write(`${(ms / 1000).toFixed(2).padStart(8)} s  ${title}\n`);
  }
};

/** What the evidence shows of the project's own checks: result files as `refmon report` reads them. */
const writeProjectResults = () => {
  const directory = join(root, 'build', 'project');
  /** @type {(step: string, names: string[], how: string, detail: string) => void} */
  const write = (step, names, how, detail) => {
    const found = done.filter(({ name }) => names.includes(name));
    if (found.length < names.length) return;
    const status = found.every((one) => one.status === 'passed') ? 'passed' : 'failed';
    mkdirSync(directory, { recursive: true });
    const tools = { node: process.version };
    const result = { step, status, how, detail, inputs: {}, tools };
    writeFileSync(join(directory, `${step}.json`), `${JSON.stringify(result, undefined, 2)}\n`);
  };
  const tests = testReport('build/tests.json');
  write(
    'types',
    ['build', 'types of tests', 'lint', 'imports'],
    'by type',
    'strict compilation, lint and import directions',
  );
  write(
    'suite',
    ['tests and properties'],
    'tested',
    `${String(tests?.numPassedTests ?? 0)} tests passed, ${String(tests?.numFailedTests ?? 0)} failed`,
  );
};

/** Steps of the evidence that could not run, with the reason. @type {() => { step: string, detail: string }[]} */
const skippedEvidence = () => {
  const directory = join(root, 'build', 'evidence', 'results');
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .map((name) => JSON.parse(readFileSync(join(directory, name), 'utf8')))
    .filter(({ status }) => status === 'skipped');
};

const isLong = process.argv.includes('--long');
const reportFile = isLong ? 'build/slow.json' : 'build/tests.json';
/** @type {Done[]} */
const done = [];
// What an earlier run has left must not be counted as this one's.
rmSync(join(root, reportFile), { force: true });
if (!isLong) {
  for (const name of ['project', 'evidence'])
    rmSync(join(root, 'build', name), { recursive: true, force: true });
}
for (const group of isLong ? long : quick) {
  const results = await Promise.all(group.map(run));
  for (const result of results) {
    const { name, status, seconds, output } = result;
    process.stdout.write(
      `${status.padEnd(8)} ${name.padEnd(22)} ${seconds.toFixed(1).padStart(6)} s\n`,
    );
    if (status !== 'passed') process.stdout.write(`${output.trimEnd()}\n`);
    done.push(result);
  }
  if (results.some(({ name, status }) => name === 'build' && status === 'failed')) break;
  if (!isLong) writeProjectResults();
}

const testStep = isLong ? 'long tests' : 'tests and properties';
const hasRun = done.some(({ name }) => name === testStep);
const tests = hasRun ? testReport(reportFile) : undefined;
if (tests !== undefined) printSlowest(tests);
if (hasRun && tests === undefined) process.stdout.write('the tests left no report\n');

const skipped = isLong ? [] : skippedEvidence();
for (const { step, detail } of skipped)
  process.stdout.write(`skipped  evidence: ${step}: ${detail}\n`);

/** @type {(status: Done['status']) => number} */
const steps = (status) => done.filter((one) => one.status === status).length;
const counts = {
  passed: steps('passed') + (tests?.numPassedTests ?? 0),
  failed: steps('failed') + (tests?.numFailedTests ?? (hasRun ? 1 : 0)),
  skipped:
    steps('skipped') + skipped.length + (tests?.numPendingTests ?? 0) + (tests?.numTodoTests ?? 0),
};
mkdirSync(join(root, 'build'), { recursive: true });
writeFileSync(
  join(root, 'build', isLong ? 'checks-long.json' : 'checks.json'),
  `${JSON.stringify({ counts, steps: done.map(({ name, status }) => ({ name, status })) }, undefined, 2)}\n`,
);
process.stdout.write(
  `\n${String(counts.passed)} passed, ${String(counts.failed)} failed, ${String(counts.skipped)} skipped\n`,
);
process.exitCode = counts.failed === 0 ? 0 : 1;
