// @ts-check
/**
 * Bench `explore`: transitions a second of the explorer over the twin Ipc, full tier, beside TLC on the module of
 * the same graph. TLC at its best: no dump, no invariants, its start (Java, parsing, initial states) not counted.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { built } from './engine.mjs';
import { manifest, twin } from './kernel.mjs';

/** The explorer in a process of its own, from a cold start. @returns {{ transitions: number, seconds: number, bytesPerState: number }} */
const byRefmon = () => {
  const explorer = fileURLToPath(new URL('explorer.mjs', import.meta.url));
  const { stdout, stderr } = spawnSync(process.execPath, [explorer], { encoding: 'utf8' });
  if (stdout === '') throw new Error(`the explorer did not end: ${stderr.slice(-400)}`);
  return JSON.parse(stdout);
};

/** TLC's wall time on a next-state relation. @type {(jar: string, next: string, workers: number) => { seconds: number, generated: number, distinct: number }} */
const runTlc = (jar, next, workers) => {
  const directory = mkdtempSync(join(tmpdir(), 'refmon-bench-'));
  try {
    mkdirSync(join(directory, 'tmp'));
    const write = (/** @type {string} */ name, /** @type {string} */ text) =>
      writeFileSync(join(directory, name), text);
    for (const [name, text] of files) write(name, text);
    write(
      'Bench.tla',
      '---- MODULE Bench ----\nEXTENDS MCIpcFull\nNothing == FALSE /\\ UNCHANGED vars\n====\n',
    );
    write('Bench.cfg', config(next));
    const started = performance.now();
    const { stdout } = spawnSync(
      'java',
      [
        ...['-XX:+UseParallelGC', '-Xss16m', '-Xmx4g', '-Dfile.encoding=UTF-8'],
        ...[`-Djava.io.tmpdir=${join(directory, 'tmp')}`, `-Duser.home=${directory}`],
        ...['-cp', jar, 'tlc2.TLC', '-tool', '-workers', String(workers), '-fp', '0'],
        ...['-metadir', join(directory, 'meta'), '-config', 'Bench.cfg', 'Bench'],
      ],
      { cwd: directory, encoding: 'utf8', maxBuffer: 1 << 26 },
    );
    const seconds = (performance.now() - started) / 1000;
    const counts = /(\d+) states generated, (\d+) distinct states found, 0 states left/.exec(
      stdout,
    );
    if (counts === null) throw new Error(`TLC did not end: ${stdout.slice(-400)}`);
    return { seconds, generated: Number(counts[1]), distinct: Number(counts[2]) };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};

const { generateCfg, generatedFiles, shippedFiles } = await built('tla/generate.js');

/** @type {ReadonlyMap<string, string>} */
const files = new Map([...shippedFiles(twin), ...generatedFiles(twin, twin.tiers.full)]);

/** The constants of the full tier, without invariants. @param {string} next */
const config = (next) => {
  const text = generateCfg(twin, twin.tiers.full, next, []);
  return text.replace(/^INVARIANTS?\s*$/m, '');
};

const byTlc = async () => {
  const { findTools } = await built('tla/tlc/jar.js');
  const tools = await findTools();
  if (tools.kind !== 'ready') return undefined;
  const start = runTlc(tools.jar, 'Nothing', 1).seconds;
  return [1, 2].map((workers) => {
    const { seconds, generated, distinct } = runTlc(tools.jar, 'Next', workers);
    if (distinct !== manifest.states)
      throw new Error(`TLC finds ${distinct} states, not ${manifest.states}`);
    return { workers, transitions: generated, seconds: Math.max(0.001, seconds - start) };
  });
};

/** @type {(choice: import('./measure.mjs').Choice) => Promise<import('./measure.mjs').Row[]>} */
export const benchExplore = async ({ say }) => {
  say('explore: the twin Ipc, full tier');
  const { transitions, seconds, bytesPerState } = byRefmon();
  const rate = transitions / seconds;
  say(`  ${bytesPerState} bytes a state in the set, and 8 to 16 of its index`);
  const peers = await byTlc();
  if (peers === undefined) say('  TLC skipped: no Java or no jar');
  const best = Math.max(
    0,
    ...(peers ?? []).map(({ transitions, seconds }) => transitions / seconds),
  );
  return [
    {
      bench: 'explore',
      name: 'refmon, transitions',
      opsPerSecond: rate,
      ratio: best === 0 ? 1 : rate / best,
    },
    ...(peers ?? []).map(({ workers, transitions, seconds }) => ({
      bench: 'explore',
      name: `TLC, ${workers} worker${workers === 1 ? '' : 's'}`,
      opsPerSecond: transitions / seconds,
      ratio: transitions / seconds / best,
    })),
  ];
};
