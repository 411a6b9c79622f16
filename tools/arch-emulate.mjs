// @ts-check
/**
 * `npm run arch:emulate`: random accesses by random tables, made by `walk` and by an emulator's MMU, side by side. It says so
 * and ends well where the emulator or binutils are not installed. `--accesses N` for each architecture, `--seed N`.
 */
import { parseArgs } from 'node:util';
import { formats } from '../dist/arch/catalogue.js';
import { permits } from '../dist/arch/x86-family/access-rights.js';
import { makeX86Format } from '../dist/arch/x86-family/format.js';
import { x86_64Parts } from '../dist/arch/x86_64/format.js';
import { Comparison } from './emulate/comparison.mjs';
import { emulatorVersion, missingTools } from './emulate/mailbox.mjs';
import { shapes } from './emulate/tables.mjs';

/** @typedef {import('./emulate/tables.mjs').Shape} Shape */
/** @typedef {import('./emulate/comparison.mjs').Format} Format */
/** @typedef {import('./emulate/comparison.mjs').Counts} Counts */

const { values } = parseArgs({
  options: {
    accesses: { type: 'string', default: '12000' },
    seed: { type: 'string', default: '1' },
  },
});
const wanted = Number(values.accesses);

/** Differences that are known; spec/arch/differences.md has them by the same names. @type {Readonly<Record<string, string>>} */
const excuses = {
  E1: 'a page fault by a reserved bit has P 0',
  E2: 'a PDPTE of PAE paging gets bit 5',
  E3: 'accessed bits are set on the way to a fault',
};

/** @type {(line: string) => void} */
const say = (line) => void process.stdout.write(`${line}\n`);

/** @type {(map: Map<string, number>) => string} */
const counted = (map) =>
  [...map]
    .sort()
    .map(([key, number]) => `${number} ${key}`)
    .join(', ') || 'none';

/** Accesses until there are enough, or something differs. @type {(shape: Shape, format: Format, accesses: number) => Promise<Counts>} */
const compare = async (shape, format, accesses) => {
  const comparison = new Comparison(shape, format, Number(values.seed));
  try {
    await comparison.start();
    const { counts } = comparison;
    while (counts.compared < accesses && counts.differences.length === 0) await comparison.batch();
    return counts;
  } finally {
    comparison.end();
  }
};

/** Is the format as the emulator has it? @type {(shape: Shape) => Promise<boolean>} */
const agrees = async (shape) => {
  const { compared, ends, excused, differences } = await compare(
    shape,
    formats[shape.name],
    wanted,
  );
  say(`${shape.name}: ${compared} accesses: ${counted(ends)}; excused: ${counted(excused)}`);
  for (const difference of differences.slice(0, 10)) say(`  ${difference}`);
  return differences.length === 0;
};

/** A walk that does not see U/S must be found, or the comparison shows nothing. */
const findsPlanted = async () => {
  const blind = makeX86Format({
    ...x86_64Parts,
    permits: (access, allowed, control) => permits(access, { ...allowed, user: true }, control),
  });
  const { compared, differences } = await compare(shapes.x86_64, blind, wanted);
  const isFound = differences.length > 0;
  say(
    `planted, a walk that does not see U/S: ${isFound ? 'found' : 'NOT found'} within ${compared} accesses`,
  );
  return isFound;
};

const missing = missingTools();
if (missing.length > 0) {
  say(`skipped: ${missing.join(', ')} not installed`);
} else {
  say(`${emulatorVersion()}, seed ${values.seed}`);
  let isFine = await findsPlanted();
  for (const shape of Object.values(shapes)) isFine = (await agrees(shape)) && isFine;
  for (const [id, says] of Object.entries(excuses)) say(`  ${id}: ${says}`);
  say(isFine ? 'no other difference' : 'FAILED');
  process.exitCode = isFine ? 0 : 1;
}
