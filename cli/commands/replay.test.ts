import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readText } from '../read-text.ts';
import { replay } from './replay.ts';
import type { ReplayChoice } from './replay.ts';
import { run } from './run.ts';
import { givenBy, recording } from './test-command.ts';

const given = givenBy('execute { grant () } request { grant () } response { grant () }');
const directory = mkdtempSync(join(tmpdir(), 'refmon-replay-'));

/** The text of a trace that `run` writes. */
const written = async (name: string): Promise<string> => {
  const file = join(directory, name);
  await run(given, { seed: 1, steps: 9, trace: file }, recording().output);
  return readFileSync(file, 'utf8');
};

const replaying = (text: string, more: Partial<ReplayChoice> = {}) => {
  const { output, documents, told } = recording();
  const choice = { file: 't.jsonl', text, to: undefined, fork: undefined, ...more };
  const exit = replay(given, choice, output);
  return { exit, document: documents[0], told };
};

describe('refmon replay', () => {
  it('ends well with the trace of a run, and shows a state as JSON [SIM-3]', async () => {
    const text = await written('a.jsonl');
    const shown = replaying(text, { to: 1 });

    expect(replaying(text)).toMatchObject({ exit: 0, document: { ok: true, difference: null } });
    expect(() => JSON.stringify(shown.document)).not.toThrow();
    expect(shown.document).toMatchObject({ steps: 1, state: { processes: expect.anything() } });
  });

  it('runs on the machine that the head names [SIM-3] [BOARD-1]', async () => {
    const file = join(directory, 'board.jsonl');
    await run(given, { seed: 1, steps: 9, trace: file, board: 'mips24k' }, recording().output);
    const text = readFileSync(file, 'utf8');
    const elsewhere = text.replace('"mips32","board":"mips24k"', '"x86","board":null');

    expect(replaying(text)).toMatchObject({ exit: 0, document: { difference: null } });
    expect(replaying(elsewhere)).toMatchObject({ exit: 1, document: { difference: { step: 0 } } });
  });

  it('fails with a difference, told in words [SIM-3]', async () => {
    const text = (await written('b.jsonl')).replace('"verdict":"granted"', '"verdict":"denied"');

    expect(replaying(text)).toMatchObject({
      exit: 1,
      document: { ok: false, difference: { step: 0, field: 'events[0].verdict' } },
    });
  });

  it('tells a malformed line at its place [SIM-3] [LANG-3]', async () => {
    const text = (await written('c.jsonl')).replace('"n":1', '"n":');

    expect(replaying(text)).toMatchObject({ exit: 1, told: ['TRC-001 3'] });
  });

  it('goes on from a step as a trace that replays itself [SIM-3]', async () => {
    const file = join(directory, 'fork.jsonl');
    const fork = { after: 2, seed: 9, steps: 12, trace: file };

    expect(replaying(await written('d.jsonl'), { fork }).exit).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('"forks":[{"after":2,"seed":9}]');
    expect(replaying(readFileSync(file, 'utf8')).exit).toBe(0);
  });

  it('tells a file that cannot be read, or is too long [LANG-3]', async () => {
    await written('e.jsonl');

    expect(readText(join(directory, 'none')).kind).toBe('unreadable');
    expect(readText(directory).kind).toBe('unreadable');
    expect(readText(join(directory, 'e.jsonl'), 10).kind).toBe('unreadable');
  });
});
