import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyTree } from './copy-tree.ts';

/** Every gate is run on a copy of the tree in which something is planted that it must find. */
describe('gates', () => {
  let copy = '';

  beforeAll(() => {
    copy = copyTree('refmon-gates-');
    mkdirSync(join(copy, 'build'));
  });

  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  const run = (
    ...args: readonly string[]
  ): { readonly status: number | null; readonly output: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...args], {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    return { status, output: stdout + stderr };
  };

  /** Runs a tool with a file planted, which is taken out again. */
  const planted = (file: string, text: string, ...args: readonly string[]) => {
    writeFileSync(join(copy, file), text);
    const result = run(...args);
    rmSync(join(copy, file));
    return result;
  };

  const imports = [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    'model',
    'kss',
    'kernel',
    'cli',
  ];

  it('let an honest tree pass the import gate [GATE-1]', () => {
    expect(run(...imports).status).toBe(0);
  });

  it.each([
    [
      'a value import to the right',
      'model/planted.ts',
      "import { explain } from '../kss/explain.ts';\nexport const x = explain;\n",
      'model-imports-only-from-the-left',
    ],
    [
      'a type-only import to the right',
      'model/planted.ts',
      "import type { Kernel } from '../kernel/kernel.ts';\nexport type X = Kernel<null>;\n",
      'model-imports-only-from-the-left',
    ],
    [
      'the kernel reaching for the engine',
      'kernel/planted.ts',
      "import { interpret } from '../kss/interpreter.ts';\nexport const x = interpret;\n",
      'kernel-knows-no-engine',
    ],
    [
      'a Node module in a pure room',
      'kss/planted.ts',
      "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;\n",
      'pure-rooms-have-no-node',
    ],
    [
      'a package in a room that may not use it',
      'kss/planted.ts',
      "import { parse } from 'yaml';\nexport const x = parse;\n",
      'yaml-in-its-rooms',
    ],
  ])('find %s [GATE-1]', (_, file, text, rule) => {
    const { status, output } = planted(file, text, ...imports);

    expect(status).not.toBe(0);
    expect(output).toContain(rule);
  });

  it('find a dead file [GATE-1]', () => {
    const { status, output } = planted(
      'model/planted.ts',
      'export const unused = 1;\n',
      'node_modules/knip/bin/knip.js',
      '--no-progress',
    );

    expect(status).not.toBe(0);
    expect(output).toContain('model/planted.ts');
  });

  it('find a type that is any, by compiler and by lint [GATE-1]', () => {
    const text =
      'export const first = (list: any): unknown => list.length;\nexport const second = (x) => x;\n';
    const compiled = planted(
      'model/planted.ts',
      text,
      'node_modules/typescript/bin/tsc',
      '-p',
      'tsconfig.json',
      '--noEmit',
    );
    const linted = planted(
      'model/planted.ts',
      text,
      'node_modules/eslint/bin/eslint.js',
      'model/planted.ts',
    );

    expect(compiled.status).not.toBe(0);
    expect(compiled.output).toContain("implicitly has an 'any' type");
    expect(linted.status).not.toBe(0);
    expect(linted.output).toContain('no-explicit-any');
  });

  it('find an effect in a pure room [GATE-1]', () => {
    const text = 'export const now = (): number => Date.now();\n';
    const { status, output } = planted(
      'kss/planted.ts',
      text,
      'node_modules/eslint/bin/eslint.js',
      'kss/planted.ts',
    );

    expect(status).not.toBe(0);
    expect(output).toContain('no-restricted-globals');
  });

  it('find a file that is not formatted [GATE-1]', () => {
    const { status } = planted(
      'model/planted.ts',
      'export const x   = 1\n',
      'node_modules/prettier/bin/prettier.cjs',
      '--check',
      'model/planted.ts',
    );

    expect(status).not.toBe(0);
  });

  it('find a result file that is missing from the evidence [EVD-1] [GATE-1]', () => {
    const built = run('tools/build.mjs');
    const report = ['dist/cli/main.js', 'report', 'example:railway-crossing', '--out', 'build/e'];
    const whole = run(...report, '--demand', 'solution');
    rmSync(join(copy, 'build', 'e', 'results', 'test.json'));
    const { status, output } = run(...report, '--reuse', '--demand', 'solution');

    expect([built.status, whole.status, status]).toEqual([0, 0, 1]);
    expect(output).toMatch(/unsupported: .*test/);
  });
});
