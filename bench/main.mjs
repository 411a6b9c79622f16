// @ts-check
/** Runs the benches whose names contain the argument; `--json` prints rows and nothing else, `--quick` measures a moment. */
import { parseArgs } from 'node:util';
import { benchLoad } from './load.mjs';
import { benchRbac } from './rbac.mjs';
import { benchTe } from './te.mjs';

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

const benches = { load: benchLoad, te: benchTe, rbac: benchRbac };

/** @type {(line: string) => void} */
const say = (line) => void (values.json ? undefined : process.stdout.write(`${line}\n`));

const rows = [];
for (const [name, run] of Object.entries(benches)) {
  if (name.includes(positionals[0] ?? '')) rows.push(...(await run({ quick: values.quick, say })));
}
if (values.json) process.stdout.write(`${JSON.stringify({ rows })}\n`);
else if (rows.length > 0) {
  say('\nbench   name                        ms   a second   ratio');
  for (const { bench, name, opsPerSecond, ratio } of rows) {
    say(
      `${bench.padEnd(7)} ${name.padEnd(22)} ${(1000 / opsPerSecond).toFixed(1).padStart(8)} ${opsPerSecond.toFixed(1).padStart(10)} ${ratio.toFixed(2).padStart(7)}`,
    );
  }
}
if (rows.length === 0) {
  process.stderr.write(
    `no bench is named "${positionals[0] ?? ''}": there is ${Object.keys(benches).join(', ')}\n`,
  );
  process.exitCode = 1;
}
