// @ts-check
/**
 * `node tools/distribution.mjs`: what generated policies and events come to, feature by feature, and
 * what is expected and never occurs. Runs the built code.
 *
 * --seed N          what fixes all policies and events (1)
 * --policies N      policies (1000)
 * --sequences N     sequences of each (4)
 * --length N        happenings of each sequence, beside the starts (30)
 */
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    policies: { type: 'string', default: '1000' },
    sequences: { type: 'string', default: '4' },
    length: { type: 'string', default: '30' },
  },
});

const path = join(root, 'dist', 'properties', 'distribution', 'distribution.js');
const { distributionTable, measureDistribution } = await import(pathToFileURL(path).href);
const plan = Object.fromEntries(
  Object.entries(options).map(([name, value]) => [name, Number(value)]),
);

const started = performance.now();
const distribution = measureDistribution(plan);
const seconds = (performance.now() - started) / 1000;
/** @type {number} */
const events = [...distribution.counts]
  .filter(([name]) => name.startsWith('event '))
  .reduce((sum, [, count]) => sum + count, 0);
const granted = distribution.counts.get('verdict granted') ?? 0;
const share = ((100 * granted) / events).toFixed(1);

process.stdout.write(`${distributionTable(distribution)}\n\n`);
process.stdout.write(
  `seed ${options.seed}: ${options.policies} policies, ${events} events, ${share} % granted, ${seconds.toFixed(1)} s\n`,
);
for (const feature of distribution.missing) process.stdout.write(`never: ${feature}\n`);
process.exitCode = distribution.missing.length === 0 ? 0 : 1;
