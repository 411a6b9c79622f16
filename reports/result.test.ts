import { describe, it, expect } from 'vitest';
import * as fc from 'fast-check';
import { readStepResult, statuses, ways, writeStepResult } from './result.ts';
import type { StepResult } from './result.ts';

const one: StepResult = {
  step: 'check',
  status: 'passed',
  how: 'tested',
  detail: '2 files',
  inputs: { b: '2', a: '1' },
  tools: {},
};

describe('readStepResult', () => {
  it('reads what was written, whatever it holds [EVD-1]', () => {
    fc.assert(
      fc.property(
        fc.record({
          step: fc.string({ unit: 'binary' }),
          status: fc.constantFrom(...statuses),
          how: fc.constantFrom(...ways),
          detail: fc.string({ unit: 'binary' }),
          inputs: fc.dictionary(fc.string(), fc.string()),
          tools: fc.dictionary(fc.string(), fc.string()),
        }),
        (result) => {
          const text = writeStepResult(result);

          expect(readStepResult('r.json', text)).toEqual({ result, diagnostics: [] });
        },
      ),
    );
  });

  it('gives equal bytes to equal results, in whatever order their names stand [EVD-2]', () => {
    expect(writeStepResult({ ...one, inputs: { a: '1', b: '2' } })).toBe(writeStepResult(one));
  });

  it.each(['', 'null', '[]', '{}', '"check"', '\u007fELF', '{"step":"check"', '[[[['])(
    'tells what is wrong with %j and does not throw [EVD-1]',
    (text) => {
      const { result, diagnostics } = readStepResult('results/x.json', text);

      expect(result).toBeUndefined();
      expect(diagnostics.length).toBeGreaterThan(0);
      expect(new Set(diagnostics.map(({ code, at }) => `${code} ${at.file}`))).toEqual(
        new Set(['EVD-001 results/x.json']),
      );
    },
  );

  it('refuses a status that it does not know: unknown is not passed [EVD-1]', () => {
    const text = writeStepResult(one).replace('"passed"', '"ok"');

    expect(readStepResult('r.json', text).diagnostics.map(({ message }) => message)).toEqual([
      'status is no passed or failed or skipped or vacuous',
    ]);
  });
});
