// @ts-check
/** Runs all benches, or the one that is named; `--json` prints rows and nothing else, `--quick` measures a moment. */
import { parseArgs } from 'node:util';
import { benchCompile } from './compile.mjs';
import { benchDecide } from './decide.mjs';
import { benchExplore } from './explore.mjs';
import { benchLoad } from './load.mjs';
import { benchMachines } from './machines.mjs';
import { benchRbac } from './rbac.mjs';
import { benchScale } from './scale.mjs';
import { benchStateful } from './stateful.mjs';
import { benchSteps } from './steps.mjs';
import { benchTe } from './te.mjs';
import { benchWalk } from './walk.mjs';

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

const benches = {
  te: benchTe,
  rbac: benchRbac,
  scale: benchScale,
  stateful: benchStateful,
  compile: benchCompile,
  decide: benchDecide,
  load: benchLoad,
  steps: benchSteps,
  explore: benchExplore,
  walk: benchWalk,
  machines: benchMachines,
};

/** Of the first: 45.2 M, 330 k. @param {number} perSecond */
const rate = (perSecond) => {
  if (perSecond >= 1e6) return `${(perSecond / 1e6).toFixed(1)} M`;
  return perSecond >= 1e3 ? `${(perSecond / 1e3).toFixed(1)} k` : perSecond.toFixed(1);
};

/** Of one: 22 ns, 3.0 µs, 15.1 ms. @param {number} perSecond */
const duration = (perSecond) => {
  const ns = 1e9 / perSecond;
  if (ns < 1e3) return `${ns.toFixed(0)} ns`;
  return ns < 1e6 ? `${(ns / 1e3).toFixed(1)} µs` : `${(ns / 1e6).toFixed(1)} ms`;
};

/** @type {(line: string) => void} */
const say = (line) => void (values.json ? undefined : process.stdout.write(`${line}\n`));

// Whoever reads the first lines alone, as `head` does, is not to be told of it.
process.stdout.on('error', () => process.exit());

const rows = [];
const [wanted] = positionals;
for (const [name, run] of Object.entries(benches)) {
  if (wanted === undefined || wanted === name)
    rows.push(...(await run({ quick: values.quick, say })));
}
if (values.json) process.stdout.write(`${JSON.stringify({ rows })}\n`);
else if (rows.length > 0) {
  say(
    `\n${'bench'.padEnd(9)} ${'name'.padEnd(34)} ${'a second'.padStart(12)} ${'takes'.padStart(10)} ${'ratio'.padStart(9)}`,
  );
  for (const { bench, name, opsPerSecond, ratio } of rows) {
    say(
      `${bench.padEnd(9)} ${name.padEnd(34)} ${rate(opsPerSecond).padStart(12)} ${duration(opsPerSecond).padStart(10)} ${ratio.toFixed(2).padStart(9)}`,
    );
  }
}
if (rows.length === 0) {
  process.stderr.write(
    `no bench is named "${wanted ?? ''}": there is ${Object.keys(benches).join(', ')}\n`,
  );
  process.exitCode = 2;
}
