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
const checked = (
  policy: string,
  analyse: boolean,
  board?: string,
  more: readonly (readonly [string, string])[] = [],
) => {
  const solution = mkdtempSync(join(tmpdir(), 'refmon-check-'));
  try {
    const files = [...baseFiles, ['security.psl', `${policyHead}${policy}`] as const, ...more];
    for (const [path, text] of files) {
      mkdirSync(dirname(join(solution, path)), { recursive: true });
      writeFileSync(join(solution, path), text);
    }
    const { output, documents, told } = recording();
    const choice = { solution, include: [], definitions: new Map<string, string>() };
    const exit = check([choice], output, standardOptions, {
      analyse,
      ...(board === undefined ? {} : { board }),
    });
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

/** An init description of so many servers. */
const servers = (count: number): readonly [string, string] => [
  'init.yaml',
  [
    'entities:',
    '- {name: t.Client, task: client}',
    ...Array.from({ length: count }, (_, at) => `- {name: t.Server, task: server${String(at)}}`),
    '',
  ].join('\n'),
];

describe('refmon check --board', () => {
  const open = 'execute { grant () }';

  it('tells the budget of each process beside the memory of the board [MEM-1]', () => {
    const { exit, document } = checked(open, false, 'imx27');

    expect(exit).toBe(0);
    expect(document).toMatchObject({
      ok: true,
      budget: { board: 'imx27', ram: 2 ** 27, processes: [{ name: 'client' }, { name: 'server' }] },
    });
  });

  it('fails where the budget exceeds the memory [MEM-1] [GATE-1]', () => {
    const { exit, document, told } = checked(open, false, 'imx27', [servers(70)]);

    expect(exit).toBe(1);
    expect(told).toEqual(expect.arrayContaining(['BGT-001 1', 'BGT-003 1']));
    expect(document).toMatchObject({ ok: false, budget: { board: 'imx27' } });
  });

  it('fails where a program names a device that the board has not, and says where [DRV-1] [GATE-1]', () => {
    const naming = (role: string): readonly (readonly [string, string])[] => [
      [
        'programs.yaml',
        `programs:\n- process: client\n  devices: {it: ${role}}\n  initial: on\n  states: {on: {do: recv}}\n`,
      ],
    ];

    expect(checked(open, false, 'imx27', naming('gpio'))).toMatchObject({
      exit: 0,
      told: ['INIT-006 5'],
    });
    expect(checked(open, false, 'mips24k', naming('gpio'))).toMatchObject({
      exit: 1,
      told: ['INIT-006 5', 'MCH-005 3'],
      document: { ok: false },
    });
  });

  it('lists the boards where it does not know one [MEM-1]', () => {
    expect(checked(open, false, 'toaster')).toMatchObject({ exit: 1, told: ['MCH-002 1'] });
  });

  it('tells no budget unless it is asked for [MEM-1]', () => {
    expect(checked(open, false).document).not.toHaveProperty('budget');
  });
});
