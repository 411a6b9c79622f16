import { describe, expect, it } from 'vitest';
import { judgeRun, readToolOutput } from './tool-output.ts';

const message = (code: number, body: string): string =>
  `@!@!@STARTMSG ${String(code)}:0 @!@!@\n${body}\n@!@!@ENDMSG ${String(code)} @!@!@\n`;

const success = message(2193, 'Model checking completed. No error has been found.');
const counted = (states: number, queued: number): string =>
  message(
    2199,
    `9 states generated, ${String(states)} distinct states found, ${String(queued)} states left on queue.`,
  );

describe('readToolOutput', () => {
  it('keeps messages within messages apart [TLA-1]', () => {
    const text = `Parsing file\n@!@!@STARTMSG 1000:1 @!@!@\nouter: ${message(5001, 'inner')}@!@!@ENDMSG 1000 @!@!@\n`;

    expect(readToolOutput(text)).toEqual({
      messages: [
        { code: 5001, body: 'inner' },
        { code: 1000, body: 'outer:' },
      ],
      outside: 'Parsing file\n',
    });
  });
});

describe('judgeRun', () => {
  it('passes a run only if every guard holds [TLA-1]', () => {
    const output = readToolOutput(success + counted(4, 0));

    expect(judgeRun(0, output).kind).toBe('passed');
  });

  it.each([
    [
      'it found a violation and went on',
      0,
      message(2110, 'Invariant Inv is violated.') + success + counted(4, 0),
      'violated',
    ],
    ['it stopped with states left', 0, success + counted(4, 2), 'failed'],
    ['it had no initial state', 0, success + counted(0, 0), 'failed'],
    ['it said nothing of success', 0, counted(4, 0), 'failed'],
    ['it ended with an error', 75, success + counted(4, 0), 'failed'],
  ])('does not pass a run when %s [TLA-1]', (_, exit, text, kind) => {
    expect(judgeRun(exit, readToolOutput(text)).kind).toBe(kind);
  });
});
