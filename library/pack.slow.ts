import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyTree, root } from '../tools/copy-tree.ts';

const run = (cwd: string, command: string, args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(command, [...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
};

/** The examples of the page, as people would copy them. */
const examples = (language: string): readonly string[] =>
  [...readFileSync(join(root, 'library', 'README.md'), 'utf8').matchAll(/```(\w+)\n([\s\S]*?)```/g)]
    .filter(([, word]) => word === language)
    .map(([, , text = '']) => text);

/** Refuses every module of Node to all that is loaded after it. */
const noBuiltins = `import { isBuiltin, register } from 'node:module';
register('data:text/javascript,' + encodeURIComponent(\`
import { isBuiltin } from 'node:module';
export const resolve = (name, context, next) => {
  if (isBuiltin(name)) throw new Error('a module of Node is imported: ' + name);
  return next(name, context);
};\`));
`;

describe('the package', () => {
  let copy = '';
  let empty = '';
  let files: readonly string[] = [];

  beforeAll(() => {
    copy = copyTree('refmon-pack-');
    empty = mkdtempSync(join(tmpdir(), 'refmon-empty-'));
    const packed = run(copy, 'npm', ['pack', '--json', '--pack-destination', empty]);
    expect(packed.stderr).not.toContain('npm error');
    const [{ filename, files: listed }] = JSON.parse(
      packed.stdout.slice(packed.stdout.indexOf('[')),
    ) as [{ filename: string; files: { path: string }[] }];
    files = listed.map(({ path }) => path);
    writeFileSync(join(empty, 'package.json'), '{ "name": "user", "type": "module" }\n');
    const installed = run(empty, 'npm', ['install', '--no-audit', '--no-fund', filename]);
    expect(installed).toMatchObject({ status: 0 });
  }, 300_000);

  afterAll(() => {
    for (const directory of [copy, empty]) rmSync(directory, { recursive: true, force: true });
  });

  it('has what runs and is read, and no source or test [VER-1]', () => {
    expect(files).toContain('dist/library/index.js');
    expect(files).toContain('dist/library/index.d.ts');
    expect(files).toContain('spec/own-model.md');
    expect(files.filter((path) => /\.(test|prop|slow)\.|\.tsbuildinfo$/.test(path))).toEqual([]);
    expect(files.filter((path) => /(?<!\.d)\.ts$/.test(path))).toEqual([]);
  });

  it('runs every example of its page as it stands there [VER-1]', () => {
    const [first, ...more] = examples('js');
    expect(more.length).toBeGreaterThan(0);
    const printed = examples('text');
    for (const [index, text] of [first, ...more].entries()) {
      const file = `example-${String(index)}.mjs`;
      writeFileSync(join(empty, file), text ?? '');
      const { stdout, stderr } = run(empty, process.execPath, [file]);

      expect(stderr).toBe('');
      expect(stdout).toBe(printed[index]);
    }
  });

  it('loads and decides by its entry for browsers where Node has no modules [VER-1]', () => {
    writeFileSync(join(empty, 'no-builtins.mjs'), noBuiltins);
    const [, browser = ''] = examples('js');
    expect(browser).toContain("from 'refmon/browser'");
    writeFileSync(join(empty, 'browser.mjs'), browser);
    const flags = ['--conditions=browser', '--import', './no-builtins.mjs'];
    const { stdout, stderr } = run(empty, process.execPath, [...flags, 'browser.mjs']);

    expect(stderr).toBe('');
    expect(stdout).toBe(examples('text')[1]);

    writeFileSync(join(empty, 'planted.mjs'), "import 'node:fs';\n");
    const planted = run(empty, process.execPath, [...flags, 'planted.mjs']);
    expect(planted.stderr).toContain('a module of Node is imported: node:fs');
  });

  it('has types that a strict user can build on [VER-1]', () => {
    const [typed = ''] = examples('ts');
    writeFileSync(join(empty, 'user.ts'), typed);
    writeFileSync(join(empty, 'wrong.ts'), `${typed}\nconst wrong: number = loadSolution;\n`);
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const flags = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext', '--target', 'es2023', '--lib', 'es2023']; // prettier-ignore

    expect(run(empty, process.execPath, [tsc, ...flags, 'user.ts'])).toMatchObject({
      status: 0,
      stdout: '',
    });
    expect(run(empty, process.execPath, [tsc, ...flags, 'wrong.ts']).stdout).toContain('TS2322');
  });

  it('has the command [VER-1]', () => {
    const line = '{"event":"request","src":"Gateway","dst":"Barrier","endpoint":"mech.motor.drive","method":"Command","message":{"action":1}}\n'; // prettier-ignore
    const refmon = join('node_modules', '.bin', 'refmon');
    const { status, stdout } = run(empty, refmon, ['decide', 'example:railway-crossing'], line);

    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'denied', because: 'noRule' });
  });
});
