// @ts-check
/**
 * `npm run arch:emulate`: random accesses by random tables, made by `walk` and by an emulator's MMU, side by side. What a
 * machine has no programs for is skipped, and said so. `--arch NAME` for one, `--accesses N` for each, `--seed N`, `--json`.
 */
import { parseArgs } from 'node:util';
import { Comparison } from './emulate/comparison.mjs';
import { whyNoEpt } from './emulate/ept.mjs';
import { missingOf, versionOf } from './emulate/mailbox.mjs';
import { excuses } from './emulate/excuses.mjs';
import { judged } from './emulate/judged.mjs';

/** @typedef {import('./emulate/architecture.mjs').Architecture} Architecture */
/** @typedef {import('./emulate/architecture.mjs').Judged} Judged */
/** @typedef {import('./emulate/comparison.mjs').Counts} Counts */
/** @typedef {{ name: string, isFine: boolean, lines: readonly string[], told: Readonly<Record<string, unknown>> }} Outcome */

const { values } = parseArgs({
  options: {
    arch: { type: 'string' },
    accesses: { type: 'string', default: '12000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const wanted = Number(values.accesses);

/** @type {(map: ReadonlyMap<string, number>) => string} */
const counted = (map) =>
  [...map]
    .sort()
    .map(([key, number]) => `${number} ${key}`)
    .join(', ') || 'none';

/** Accesses until there are enough, or something differs. @type {(architecture: Architecture) => Promise<Counts>} */
const compare = async (architecture) => {
  const comparison = new Comparison(architecture, Number(values.seed));
  try {
    await comparison.start();
    const { counts } = comparison;
    while (counts.compared < wanted && counts.differences.length === 0) await comparison.batch();
    return counts;
  } finally {
    comparison.end();
  }
};

/** @type {(counts: Counts) => Readonly<Record<string, unknown>>} */
const toldOf = ({ kinds, ends, excused, ...counts }) => ({
  ...counts,
  kinds: Object.fromEntries([...kinds].sort()),
  ends: Object.fromEntries([...ends].sort()),
  excused: Object.fromEntries([...excused].sort()),
});

/** The format as it is, and one with a hole, which must be found: else the comparison shows nothing. @type {(judged: Judged) => Promise<Outcome>} */
const outcomeOf = async ({ name, hole, ...architectures }) => {
  const missing = missingOf(architectures.true.tools);
  if (missing.length > 0) return skip(name, `${missing.join(', ')} not installed`);
  const planted = await compare(architectures.planted);
  const isFound = planted.differences.length > 0;
  const counts = await compare(architectures.true);
  const { compared, translated, faulted, kinds, ends, excused, differences } = counts;
  const lines = [
    `${name}: ${versionOf(architectures.true.tools[0])}`,
    `  ${compared} accesses, ${translated} translated, ${faulted} faulted: ${counted(ends)}`,
    `  by kind: ${counted(kinds)}`,
    `  excused: ${counted(excused)}; differences: ${differences.length}`,
    ...differences.slice(0, 10).map((difference) => `  ${difference}`),
    `  planted, ${hole}: ${isFound ? 'found' : 'NOT found'} within ${planted.compared} accesses`,
  ];
  const told = { ...toldOf(counts), planted: { hole, isFound, within: planted.compared } };
  return { name, isFine: isFound && differences.length === 0, lines, told };
};

/** What is not compared, with the reason. @type {(name: string, skipped: string) => Outcome} */
const skip = (name, skipped) => ({
  name,
  isFine: true,
  lines: [`${name}: skipped: ${skipped}`],
  told: { skipped },
});

/** @type {(name: string) => boolean} */
const isAsked = (name) => values.arch === undefined || values.arch === name;

/** @type {(line: string) => void} */
const say = (line) => void process.stdout.write(`${line}\n`);

/** @type {Outcome[]} */
const outcomes = [];
/** @type {(outcome: Outcome) => void} */
const tell = (outcome) => {
  outcomes.push(outcome);
  if (!values.json) outcome.lines.forEach(say);
};

for (const one of judged.filter(({ name }) => isAsked(name))) tell(await outcomeOf(one));
if (isAsked('ept')) tell(skip('ept', whyNoEpt()));
const isFine = outcomes.length > 0 && outcomes.every((outcome) => outcome.isFine);
process.exitCode = isFine ? 0 : 1;
if (values.json) {
  const architectures = Object.fromEntries(outcomes.map(({ name, told }) => [name, told]));
  say(JSON.stringify({ seed: Number(values.seed), isFine, architectures, excuses }, undefined, 2));
} else if (outcomes.length === 0) {
  say(`there is no architecture ${values.arch}`);
} else {
  const used = new Set(outcomes.flatMap(({ told }) => Object.keys(told['excused'] ?? {})));
  for (const [id, says] of Object.entries(excuses)) if (used.has(id)) say(`  ${id}: ${says}`);
  const isCompared = outcomes.some(({ told }) => 'compared' in told);
  const fine = isCompared ? 'no other difference' : 'nothing was compared';
  say(`seed ${values.seed}: ${isFine ? fine : 'FAILED'}`);
}
