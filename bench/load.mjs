// @ts-check
/**
 * Bench `load`: text to checked solution, beside peers that only parse; then sizes up to 10 MB.
 * Ratios are to refmon's parse; of sizes, of their speed a megabyte to that of the smallest.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { built, peer } from './engine.mjs';
import { generateSolution } from './generate.mjs';
import { median, time } from './measure.mjs';
import { makeParser } from './psl-chevrotain.mjs';

const here = dirname(fileURLToPath(import.meta.url));

const rules = 5000;
const warmUps = 12;
const runs = 21;
/** Megabytes of policy. */
const sizes = [0.4, 1, 2.5, 5, 10];

/** Milliseconds of each, warm; their runs take turns. @type {(works: Map<string, () => unknown>) => Map<string, { middle: number, least: number }>} */
const measure = (works) => {
  const times = new Map([...works.keys()].map((name) => [name, /** @type {number[]} */ ([])]));
  for (let run = 0; run < warmUps + runs; run++) {
    for (const [name, work] of works) {
      const ms = time(work);
      if (run >= warmUps) times.get(name)?.push(ms);
    }
  }
  return new Map(
    [...times].map(([name, all]) => [name, { middle: median(all), least: Math.min(...all) }]),
  );
};

/** The parsers of peers that are installed. @param {(line: string) => void} say @returns {Promise<[string, (text: string) => unknown][]>} */
const parsers = async (say) => {
  const peggy = await peer('peggy');
  const chevrotain = await peer('chevrotain');
  /** @type {[string, (text: string) => unknown][]} */
  const found = [];
  if (peggy === undefined) say('skipped: peggy is not installed (npm run bench installs it)');
  else {
    const grammar = readFileSync(join(here, 'psl.peggy'), 'utf8');
    found.push(['peggy', peggy.default.generate(grammar, { cache: false }).parse]);
  }
  if (chevrotain === undefined) {
    say('skipped: chevrotain is not installed (npm run bench installs it)');
  } else found.push(['chevrotain', makeParser(chevrotain)]);
  return found;
};

/** @type {(choice: import('./measure.mjs').Choice) => Promise<import('./measure.mjs').Row[]>} */
export const benchLoad = async ({ say }) => {
  const { scan } = await built('solution/syntax/scanner.js');
  const { parsePsl } = await built('solution/syntax/psl.js');
  const { loadSolution } = await built('library/load-solution.js');
  const peers = await parsers(say);
  const { files, psl, rules: made, classes } = generateSolution(rules);
  const input = { name: 'bench', files };
  const source = { file: 'security.psl', text: psl };
  const loaded = loadSolution(input);
  if (loaded.solution === undefined) {
    throw new Error(
      `the generated solution does not load: ${JSON.stringify(loaded.diagnostics.slice(0, 3))}`,
    );
  }
  if (parsePsl(source).diagnostics.length > 0) throw new Error('the generated policy has faults');
  const bindings = loaded.solution.policy.bindings.length;
  say(
    `${(psl.length / 1000).toFixed(0)} kB, ${made} rules in ${bindings} bindings, ${classes} classes, ${loaded.diagnostics.length} diagnostics; median of ${runs} warm runs`,
  );
  const results = measure(
    new Map([
      ['scan', () => scan(source)],
      ['parse', () => parsePsl(source)],
      ...peers.map(([name, parse]) => /** @type {const} */ ([`parse: ${name}`, () => parse(psl)])),
      ['parse, link and check', () => loadSolution(input)],
    ]),
  );
  const base = results.get('parse')?.middle ?? 1;
  const rows = [...results].map(([name, { middle }]) => ({
    bench: 'load',
    name,
    opsPerSecond: 1000 / middle,
    ratio: base / middle,
  }));
  for (const [name, { middle, least }] of results) {
    say(`${name}: ${middle.toFixed(1)} ms, at least ${least.toFixed(1)} ms`);
  }
  say('');
  /** Of the smallest size, in milliseconds a megabyte. @type {number | undefined} */
  let first;
  for (const size of sizes) {
    const larger = generateSolution(Math.round((rules * size * 1e6) / psl.length));
    const whole = { name: 'bench', files: larger.files };
    const count = size > 2 ? 3 : 7;
    const ms = median(Array.from({ length: count }, () => time(() => loadSolution(whole))));
    const parse = median(
      Array.from({ length: count }, () => time(() => parsePsl({ ...source, text: larger.psl }))),
    );
    const mega = larger.psl.length / 1e6;
    say(
      `${mega.toFixed(1)} MB, ${larger.classes} classes: parse ${(parse / mega).toFixed(0)} ms a MB, load ${(ms / mega).toFixed(0)} ms a MB (${ms.toFixed(0)} ms)`,
    );
    first ??= ms / mega;
    const ratio = first / (ms / mega);
    rows.push({ bench: 'load', name: `load ${String(size)} MB`, opsPerSecond: 1000 / ms, ratio });
  }
  return rows;
};
