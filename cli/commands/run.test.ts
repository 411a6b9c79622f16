import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from './run.ts';
import type { RunChoice } from './run.ts';
import { givenBy, recording } from './test-command.ts';

const given = givenBy('execute { grant () } request { grant () } response { grant () }');
const directory = mkdtempSync(join(tmpdir(), 'refmon-run-'));

const fileOf = (name: string, text: string): string => {
  const file = join(directory, name);
  writeFileSync(file, text);
  return file;
};

const ran = (more: Partial<RunChoice>) => {
  const { output, documents, told } = recording();
  const exit = run(given, { seed: 1, steps: 9, ...more }, output);
  return { exit, document: documents[0], told };
};

describe('refmon run', () => {
  it('ends with a summary, and writes faults into the trace [SIM-2]', () => {
    const faults = fileOf('f.yaml', 'faults:\n- {at: 2, process: server, fault: trap}\n');
    const trace = join(directory, 't.jsonl');

    expect(ran({ faults, trace })).toMatchObject({
      exit: 0,
      document: { ok: true, summary: { faults: [{ process: 'server', fault: 'trap' }] } },
    });
    expect(readFileSync(trace, 'utf8')).toContain(
      '"faults":[{"at":2,"process":"server","fault":"trap"}]',
    );
  });

  it('takes a number of faults that the seed fixes [SIM-2]', () => {
    expect(ran({ faults: '3' }).document).toEqual(ran({ faults: '3' }).document);
    expect(ran({ faults: '3' }).document).toMatchObject({ summary: { faults: { length: 3 } } });
  });

  it('tells what is wrong with a faults file, and does not run [LANG-3]', () => {
    const faults = fileOf('g.yaml', 'faults:\n- {at: 2, process: nobody, fault: sing}\n');

    expect(ran({ faults })).toMatchObject({ exit: 1, told: ['FLT-001 2', 'FLT-002 2'] });
    expect(ran({ faults: '10001' })).toMatchObject({ exit: 1, told: ['SOL-004 1'] });
    expect(ran({ faults: join(directory, 'none') })).toMatchObject({
      exit: 1,
      told: ['SOL-004 1'],
    });
  });

  it('draws the run as a picture or as text, and as nothing else [SIM-2]', () => {
    const [svg, txt] = ['d.svg', 'd.txt'].map((name) => join(directory, name));
    ran({ diagram: svg ?? '' });
    ran({ diagram: txt ?? '' });

    expect(readFileSync(svg ?? '', 'utf8')).toMatch(/^<\?xml .*\n<svg /u);
    expect(readFileSync(txt ?? '', 'utf8')).toContain('waits for a request');
    expect(ran({ diagram: 'd.png' })).toMatchObject({ exit: 1, told: ['SOL-004 1'] });
  });

  it('runs on a board, tells what the machine did, and writes it into the head [BOARD-1]', () => {
    const trace = join(directory, 'board.jsonl');
    const { document } = ran({ board: 'imx27', trace });

    expect(document).toMatchObject({
      ok: true,
      summary: { machine: { arch: 'armv5', board: 'imx27', cores: 1, abstract: 0 } },
    });
    expect(readFileSync(trace, 'utf8')).toContain('"arch":"armv5","board":"imx27"');
  });

  it.each([
    ['MCH-001', { arch: 'vax' }],
    ['MCH-002', { board: 'toaster' }],
    ['MCH-003', { arch: 'mips32', board: 'imx27' }],
  ])('does not run on a machine that there is not: %s [BOARD-1]', (code, choice) => {
    expect(ran(choice)).toMatchObject({ exit: 1, told: [`${code} 1`] });
  });

  it('does not run on a board that lacks what a program reads of a device [DRV-1]', () => {
    const program = `programs:
- process: client
  devices: {key: gpio}
  initial: on
  states: {on: {do: "load { address : devices.key.registers }"}}
`;
    const ranOn = (board: string) => {
      const { output, told } = recording();
      const driving = givenBy('execute { grant () }', { 'programs.yaml': program });
      return { exit: run(driving, { seed: 1, steps: 2, board }, output), told };
    };

    expect(ranOn('imx27')).toEqual({ exit: 0, told: [] });
    expect(ranOn('mips24k')).toEqual({ exit: 1, told: ['MCH-005 3'] });
  });

  it('says that a live view needs a terminal, and tells the steps [SIM-1]', async () => {
    const { output, documents } = recording();
    const notes: string[] = [];
    const noted = { ...output, note: (line: string) => void notes.push(line) };

    expect(await run(given, { seed: 1, steps: 3, watch: 1000 }, noted)).toBe(0);
    expect(notes).toEqual([expect.stringContaining('--watch needs a terminal')]);
    expect(documents).toHaveLength(1);
  });

  it('is 1 where a program breaks its contract, and says what did [SIM-1] [GATE-1]', () => {
    const does = (list: string, value: string): string => `${list}:
- process: client
  initial: calling
  states: {calling: {do: "call server : impl.ping.Ping { value : ${value} }"}}
`;
    const ranUnder = (value: string) => {
      const { output, documents } = recording();
      const programs = `${does('programs', '3')}${does('contracts', value)}`;
      const bound = givenBy('execute { grant () } request { grant () }', {
        'programs.yaml': programs,
      });
      return { exit: run(bound, { seed: 1, steps: 9 }, output), document: documents[0] };
    };

    expect(ranUnder('3')).toMatchObject({ exit: 0, document: { ok: true } });
    expect(ranUnder('4')).toMatchObject({
      exit: 1,
      document: { ok: false, summary: { broken: [expect.stringContaining('{ value : 3 }')] } },
    });
  });
});
