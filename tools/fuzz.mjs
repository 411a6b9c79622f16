// @ts-check
/**
 * `npm run fuzz`: random and mutated inputs through each parser, the message decoder and `load`; then
 * hostile shapes of 1 to 10 MB, each in a process of its own. Runs the built code.
 *
 * --seed N          what fixes all inputs (1)
 * --count N         random inputs a target (100000); mutated ones are a tenth of it, at least 1000
 * --target NAME     this target alone, or with --replay FILE the one that takes the file
 * --replay FILE     takes one input again
 * --only inputs | shapes
 * --shape NAME      the time of one shape, and nothing else
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100000' },
    target: { type: 'string' },
    replay: { type: 'string' },
    only: { type: 'string' },
    shape: { type: 'string' },
  },
});

/** @type {(path: string) => Promise<any>} */
const built = (path) => import(pathToFileURL(join(root, 'dist', 'properties', 'fuzz', path)).href);
const { targets } = await built('targets.js');
const { runTarget, tryInput } = await built('campaign.js');
const { shapes, sizes, timeShape, judgeTimes } = await built('shapes.js');

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const machine = {
  encode: (/** @type {string} */ text) => encoder.encode(text),
  decode: (/** @type {Uint8Array} */ bytes) => decoder.decode(bytes),
  // The processor's time, not the wall's: other work on the machine must not count.
  now: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
};

setFlagsFromString('--expose-gc');
/** @type {() => void} */
const collect = runInNewContext('gc');

/** Live heap in megabytes. */
const heap = () => {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

/** What one target may leave on the heap, in megabytes. */
const mostGrowth = 64;

/** @type {(line: string) => void} */
const print = (line) => void process.stdout.write(`${line}\n`);

/** @type {(target: any, failure: any) => void} */
const printFailure = (target, failure) => {
  mkdirSync(join(root, 'build', 'fuzz'), { recursive: true });
  const file = join('build', 'fuzz', `${target.name}-${failure.case}.bin`);
  writeFileSync(join(root, file), failure.bytes);
  print(`\n${target.name} failed on case ${failure.case} of seed ${failure.seed}: ${failure.why}`);
  print(`the input is ${file}; to replay it:`);
  print(`  node tools/fuzz.mjs --target ${target.name} --replay ${file}\n`);
};

/** Gives each target its inputs. @type {() => boolean} */
const runInputs = () => {
  const count = Number(options.count);
  const plan = {
    seed: Number(options.seed),
    mutated: Math.max(1000, Math.floor(count / 10)),
    random: count,
  };
  print(`seed ${plan.seed}: ${plan.mutated} mutated and ${plan.random} random inputs a target`);
  print('target            cases     trees   refused  seconds  slowest ms   of bytes  heap MB');
  for (const target of targets) {
    if (options.target !== undefined && options.target !== target.name) continue;
    const own = target.kind === 'solution' ? { ...plan, random: Math.floor(count / 10) } : plan;
    const before = heap();
    const started = performance.now();
    const { cases, trees, refused, slowest, failure } = runTarget(target, own, machine);
    const seconds = (performance.now() - started) / 1000;
    const growth = heap() - before;
    const cells = [
      [cases, 7],
      [trees, 9],
      [refused, 9],
      [seconds.toFixed(1), 8],
      [slowest.ms.toFixed(1), 11],
      [slowest.bytes, 10],
      [growth.toFixed(1), 8],
    ];
    const row = cells.map(([cell, width]) => String(cell).padStart(Number(width))).join(' ');
    print(`${target.name.padEnd(15)}${row}`);
    if (failure !== undefined) {
      printFailure(target, failure);
      return false;
    }
    if (growth > mostGrowth) {
      print(`${target.name} left ${growth.toFixed(0)} MB on the heap`);
      return false;
    }
    if (count >= 1000 && (trees === 0 || refused === 0)) {
      print(`${target.name} was not tried both ways: trees ${trees}, refused ${refused}`);
      return false;
    }
  }
  return true;
};

/** What a shape may take, all its sizes together. */
const mostSeconds = 60;

/** Times each shape in a process of its own. @type {() => boolean} */
const runShapes = () => {
  const columns = sizes
    .map((/** @type {number} */ size) => `${size / 1e6} MB`.padStart(9))
    .join('');
  print(`\n${'shape: CPU ms by size'.padEnd(44)}${columns}  peak MB`);
  let isFine = true;
  for (const { name, most } of shapes) {
    const args = ['--max-old-space-size=3000', fileURLToPath(import.meta.url), '--shape', name];
    const run = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      timeout: mostSeconds * 1000,
    });
    const times = run.stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line));
    const why =
      run.status === 0
        ? judgeTimes(times)
        : `FELL: ${run.signal ?? run.stderr.match(/^.*(?:Error|FATAL|faulty).*$/m)?.[0] ?? ''}`;
    if (why !== undefined) isFine = false;
    const cells = times.map(({ ms }) => ms.toFixed(0).padStart(9)).join('');
    const peak = Math.max(0, ...times.map(({ mb }) => mb)).toFixed(0);
    const scale = most === undefined ? '' : ` (to ${String(Math.floor(most / 1000))} kB)`;
    print(
      `${`${name}${scale}`.padEnd(44)}${cells.padEnd(9 * sizes.length)}${peak.padStart(9)}  ${why ?? ''}`,
    );
  }
  return isFine;
};

if (options.shape !== undefined) {
  const shape = shapes.find((/** @type {any} */ one) => one.name === options.shape);
  for (const size of sizes) {
    const { answer, ms, bytes } = timeShape(shape, size, machine);
    const mb = process.resourceUsage().maxRSS / 1024;
    print(JSON.stringify({ ms, bytes, mb, answer: answer.kind }));
    if (answer.kind === 'faulty') {
      process.stderr.write(`faulty: ${answer.why.slice(0, 300)}\n`);
      process.exitCode = 1;
      break;
    }
  }
} else if (options.replay !== undefined) {
  const target = targets.find((/** @type {any} */ one) => one.name === options.target);
  const { answer, ms } = tryInput(target, new Uint8Array(readFileSync(options.replay)), machine);
  print(`${answer.kind}, ${ms.toFixed(1)} ms${answer.kind === 'faulty' ? `: ${answer.why}` : ''}`);
  process.exitCode = answer.kind === 'faulty' ? 1 : 0;
} else {
  const inputs = options.only === 'shapes' || runInputs();
  const timed = options.only === 'inputs' || options.target !== undefined || runShapes();
  process.exitCode = inputs && timed ? 0 : 1;
}
