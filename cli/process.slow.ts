import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const refmon = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist', 'cli', 'main.js');
const directory = mkdtempSync(join(tmpdir(), 'refmon-process-'));
const railway = 'example:railway-crossing';
const full = '/dev/full';

const ran = (line: string, more: { readonly out?: string; readonly input?: string } = {}) => {
  const out = more.out === undefined ? 'pipe' : openSync(more.out, 'w');
  const { status, stderr } = spawnSync(process.execPath, [refmon, ...line.split(' ')], {
    input: more.input ?? '',
    encoding: 'utf8',
    stdio: ['pipe', out, 'pipe'],
  });
  return { status, stderr: stderr.trim().split('\n').at(-1) };
};

describe('refmon as a process', () => {
  it('says that nobody reads its results, and never that all is fine [LANG-3]', async () => {
    const child = spawn(process.execPath, [refmon, 'run', railway, '--steps', '3000']);
    child.stdout.once('data', () => child.stdout.destroy());
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));

    expect(await ended).toBe(141);
  });

  it.skipIf(!existsSync(full))('is 1 where its results cannot be written [LANG-3]', () => {
    expect(ran(`check ${railway} --json`, { out: full })).toEqual({
      status: 1,
      stderr: 'refmon: standard output cannot be written: ENOSPC',
    });
  });

  it.skipIf(!existsSync(full))('is 1 where an audit file cannot be written [LANG-3]', () => {
    const asked = '{"event":"request"}\n';

    expect(ran(`decide ${railway} --quiet --audit ${full}`, { input: asked })).toEqual({
      status: 1,
      stderr: 'output:1:1: error SOL-004: it cannot be read or written: ENOSPC',
    });
  });

  it('is 1 where a directory stands in the place of a report [LANG-3]', () => {
    const page = join(directory, 'report.html');
    mkdirSync(page);

    expect(ran(`report ${railway} --quiet --reuse --out ${directory}`)).toEqual({
      status: 1,
      stderr: `${page}:1:1: error SOL-004: it cannot be read or written: EISDIR`,
    });
  });

  it.each([
    ['--trace x.txt --diagram x.txt', '--trace and --diagram name one file'],
    ['--steps 200001 --json', '--trace, --diagram and --json tell of at most 200000 steps'],
  ])('refuses options that make no sense: run %s [LANG-3]', (options, stderr) => {
    expect(ran(`run ${railway} ${options}`)).toEqual({ status: 2, stderr });
  });

  it('runs many steps in little memory where nothing is to be kept of them [SIM-2]', () => {
    const { status } = spawnSync(
      process.execPath,
      ['--max-old-space-size=96', refmon, 'run', railway, '--steps', '50000'],
      { stdio: 'ignore' },
    );

    expect(status).toBe(0);
  });
});
