import { describe, it, expect } from 'vitest';
import { buildEvidence } from './evidence.ts';
import { parseJson } from './json-value.ts';
import { renderJson } from './json.ts';
import { inputOf, sampleResults, withStatus } from './sample-evidence.ts';

const documentOf = (text: string): object => {
  const parsed = parseJson(text);
  return parsed.kind === 'value' && typeof parsed.value === 'object' ? (parsed.value ?? {}) : {};
};

describe('renderJson', () => {
  it('is one document with its version and every part of the evidence [EVD-1]', () => {
    const evidence = buildEvidence(inputOf(sampleResults));
    const document = documentOf(renderJson(evidence));

    expect(Object.keys(document)).toEqual([
      'format',
      'refmon',
      'ok',
      'overall',
      'solution',
      'steps',
      'requirements',
      'assumptions',
      'tools',
      'inputs',
      'diagnostics',
    ]);
    expect(document).toMatchObject({ format: 'report/1', refmon: '0.1.0', ok: true });
  });

  it('gives equal bytes to equal results, in whatever order they come [EVD-2]', () => {
    const backwards = [...sampleResults].reverse();

    expect(renderJson(buildEvidence(inputOf(backwards)))).toBe(
      renderJson(buildEvidence(inputOf(sampleResults))),
    );
  });

  it('is not ok if a step failed [EVD-1]', () => {
    const evidence = buildEvidence(inputOf(withStatus('test', 'failed')));

    expect(documentOf(renderJson(evidence))).toMatchObject({ ok: false });
  });
});
