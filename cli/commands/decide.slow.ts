import { spawn, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const refmon = join(root, 'dist', 'cli', 'main.js');
const decide = [refmon, 'decide', 'example:railway-crossing', '--quiet'];
const asked =
  '{"id":7,"event":"request","src":"Gateway","dst":"Barrier","endpoint":"mech.motor.drive","method":"Command","message":{"action":1}}\n';

describe('refmon decide as a process', () => {
  it('answers a line of 100 MB with an error, in little memory, and goes on [KSS-1]', () => {
    const block = 'x'.repeat(1 << 20);
    const { status, stdout } = spawnSync(process.execPath, ['--max-old-space-size=64', ...decide], {
      input: `${block.repeat(100)}\n${asked}`,
      encoding: 'utf8',
    });
    const [long = '', next = ''] = stdout.split('\n');

    expect(status).toBe(0);
    expect(JSON.parse(long)).toMatchObject({ id: null, error: { code: 'badLine' } });
    expect(JSON.parse(next)).toMatchObject({ id: 7, verdict: 'denied' });
  });

  it('ends without a word when nobody reads its answers any more [KSS-1]', async () => {
    const child = spawn(process.execPath, decide, { stdio: ['pipe', 'pipe', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk) => (errors += String(chunk)));
    child.stdin.on('error', () => undefined);
    child.stdout.once('data', () => child.stdout.destroy());
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    for (let sent = 0; sent < 20_000; sent += 1) child.stdin.write(asked);
    child.stdin.end();

    expect(await ended).toBe(141);
    expect(errors).toBe('');
  });

  it('survives random and malformed lines, its memory flat [KSS-1]', () => {
    const soak = [join(root, 'tools', 'soak.mjs'), '--lines', '100000', '--seed', '3'];
    const { status, stdout } = spawnSync(process.execPath, soak, { cwd: root, encoding: 'utf8' });

    expect(stdout).toContain('100000 lines a policy');
    expect(status).toBe(0);
  });
});
