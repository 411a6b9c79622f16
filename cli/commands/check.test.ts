import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { standardOptions } from '../../kss/engine-options.ts';
import { analysisExamples } from '../../kss/analyse/example.ts';
import { baseFiles, policyHead } from '../../kss/test-solution.ts';
import { check } from './check.ts';
import { recording } from './test-command.ts';

/** What the command tells of a policy that lies in a directory of its own. */
const checked = (policy: string, analyse: boolean) => {
  const solution = mkdtempSync(join(tmpdir(), 'refmon-check-'));
  try {
    const files = [...baseFiles, ['security.psl', `${policyHead}${policy}`] as const];
    for (const [path, text] of files) {
      mkdirSync(dirname(join(solution, path)), { recursive: true });
      writeFileSync(join(solution, path), text);
    }
    const { output, documents, told } = recording();
    const choice = { solution, include: [], definitions: new Map<string, string>() };
    const exit = check([choice], output, standardOptions, { analyse });
    return { exit, document: documents[0], told };
  } finally {
    rmSync(solution, { recursive: true });
  }
};

const [, , example] = analysisExamples;

describe('refmon check --analyse', () => {
  it('tells findings as warnings: the exit is that of check [POL-4]', () => {
    const { exit, document, told } = checked(example?.policy ?? '', true);

    expect(exit).toBe(0);
    expect(told).toContain('ANA-003 11');
    expect(document).toMatchObject({
      ok: true,
      analysis: {
        findings: [{ code: 'ANA-003', severity: 'warning', line: 11, witness: { after: [] } }],
        unknown: [],
        bounds: { contexts: 64, depth: 8 },
      },
    });
  });

  it('is not done unless it is asked for [POL-4]', () => {
    const { document, told } = checked(example?.policy ?? '', false);

    expect(document).not.toHaveProperty('analysis');
    expect(told.filter((one) => one.startsWith('ANA'))).toEqual([]);
  });
});
