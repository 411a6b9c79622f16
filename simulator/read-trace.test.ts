import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../model/diagnostic.ts';
import { readTrace, traceLimits } from './read-trace.ts';
import { checkTrace } from './replay.ts';
import { askingSolution, sampleOf, traceOfRun } from './test-trace.ts';
import { traceCodes } from './trace-codes.ts';

const solution = askingSolution();
const options = {
  seed: 3,
  steps: 4,
  forks: [{ after: 2, seed: 8 }],
  faults: [{ at: 3, process: 'client', fault: 'hang' }],
} as const;
const whole = traceOfRun(solution, options);

/** The trace with a line replaced. */
const withLine = (number: number, change: (line: string) => string): string =>
  whole
    .split('\n')
    .map((line, index) => (index === number - 1 ? change(line) : line))
    .join('\n');

const toldOf = (text: string, asked?: number, sha256: string = sampleOf.sha256) => {
  const trace = readTrace('t.jsonl', text);
  return [...trace.diagnostics, ...checkTrace('t.jsonl', trace, solution, { sha256 }, asked)];
};

const shown = ({ code, at }: Diagnostic): string =>
  `${code} ${String(at.line)}:${String(at.column)}`;

type TraceExample = readonly [told: string, about: string, text: string, asked?: number];

/** An example of every code: what is told, and of what. */
const examples: readonly TraceExample[] = [
  ['TRC-001 3:5', 'a sign that is no JSON', withLine(3, (line) => line.replace(':', ';'))],
  ['TRC-001 1:1', 'an empty file', ''],
  ['TRC-001 2:1', 'a list', withLine(2, () => '[]')],
  ['TRC-002 1:1', 'another format', withLine(1, (line) => line.replace('trace/1', 'trace/9'))],
  ['TRC-002 1:1', 'no seed', withLine(1, (line) => line.replace('"seed"', '"sed"'))],
  [
    'TRC-002 1:1',
    'a machine without a name',
    withLine(1, (line) => line.replace('"arch":null', '"arch":7')),
  ],
  [
    'TRC-007 1:1',
    'no such board',
    withLine(1, (line) => line.replace('"board":null', '"board":"toy"')),
  ],
  [
    'TRC-007 1:1',
    'forks out of order',
    withLine(1, (line) => line.replace('"forks":[', '"forks":[{"after":2,"seed":1},')),
  ],
  ['TRC-003 4:2', 'a step twice', withLine(4, () => whole.split('\n')[2] ?? '')],
  ['TRC-003 3:1', 'no outcome', withLine(3, (line) => line.replace('"outcome"', '"out"'))],
  ['TRC-003 1:1', 'no boot', whole.split('\n')[0] ?? ''],
  ['TRC-005 3:65', 'deep nesting', withLine(3, () => '['.repeat(70))],
  ['TRC-006 1:1', 'a step after the last', whole, 5],
  ['TRC-007 1:1', 'no such fault', withLine(1, (line) => line.replace('hang', 'sing'))],
  [
    'TRC-007 1:1',
    'no such process',
    withLine(1, (line) => line.replace('"process":"client"', '"process":"nobody"')),
  ],
];

const cases = examples.map(([told, about, text, asked]) => ({ told, about, text, asked }));

describe('readTrace', () => {
  it('reads back what a run has written, with forks and faults [SIM-3]', () => {
    const { head, steps, diagnostics } = readTrace('t.jsonl', whole);

    expect(diagnostics).toEqual([]);
    expect(head).toEqual({ of: sampleOf, options });
    expect(steps.map(({ n }) => n)).toEqual([0, 1, 2, 3, 4]);
    expect(toldOf(whole.replaceAll('\n', '\r\n'))).toEqual([]);
  });

  it.each(cases)('tells $told of $about [SIM-3] [LANG-3]', ({ told, text, asked }) => {
    expect(toldOf(text, asked).map(shown)).toEqual([told]);
  });

  it('warns of a trace of another solution [SIM-3]', () => {
    const found = toldOf(whole, undefined, 'cd'.repeat(32));

    expect(found.map(({ code, severity }) => [code, severity])).toEqual([['TRC-004', 'warning']]);
  });

  it('has an example of each of its codes [LANG-3]', () => {
    const shownCodes = new Set([...examples.map(([told]) => told.slice(0, 7)), 'TRC-004']);

    expect([...shownCodes].sort()).toEqual(Object.keys(traceCodes));
  });

  it('has each of its codes on the page of the format [LANG-3]', () => {
    const page = readFileSync(new URL('../spec/formats/trace.md', import.meta.url), 'utf8');
    const rows = Object.entries(traceCodes).map(([code, says]) => `| ${code} | ${says} |`);

    expect(rows.filter((row) => !page.includes(row))).toEqual([]);
  });

  it('takes no line that is longer than the limit [SIM-3]', () => {
    const long = withLine(3, () => `"${'x'.repeat(traceLimits.line)}"`);

    expect(toldOf(long).map(shown)).toEqual(['TRC-005 3:1']);
  });

  it('never throws, whatever byte of a trace is changed [SIM-3]', () => {
    for (let at = 0; at < whole.length; at += 7) {
      const changed = `${whole.slice(0, at)}}${whole.slice(at + 1)}`;

      expect(() => toldOf(changed)).not.toThrow();
    }
  });
});
