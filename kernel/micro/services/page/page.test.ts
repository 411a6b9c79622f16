import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { services } from '../table.ts';
import { endpointPage, pageName } from './endpoint-page.ts';
import { faultsOf, untested } from './faults.ts';
import { overviewPage } from './overview.ts';
import { endings } from './read-code.ts';
import type { Files } from './read-code.ts';
import { readServices } from './read-services.ts';
import type { EndpointEntry } from './read-services.ts';
import { readWhen } from './refusals.ts';

const root = new URL('../../../../', import.meta.url);
const folders = ['kernel/micro', 'solution/sdk/kl/core', 'tla', 'spec'];

/** The texts that the pages are made of, and that they are checked against. */
const files: Files = new Map(
  folders.flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => /\.(?:ts|idl|tla|md)$/u.test(path))
      .map((path) => [path, readFileSync(new URL(path, root), 'utf8')] as const),
  ),
);

const textOf = (path: string): string => {
  const text = files.get(path);
  if (text === undefined) throw new Error(`no ${path}`);
  return text;
};

const read = (texts: Files): readonly EndpointEntry[] => readServices(texts, Object.keys(services));

const endpoints = read(files);
const general = readWhen(textOf('spec/retcodes.md'));
const directory = '../../../../spec/services';
const copyPath = 'kernel/micro/services/handle/copy.ts';

/** The texts with one changed; the change must be one. */
const planted = (path: string, from: string, to: string): Files => {
  const text = textOf(path);
  if (!text.includes(from)) throw new Error(`no ${from} in ${path}`);
  return new Map([...files, [path, text.replace(from, to)]]);
};

const without = (path: string): Files => new Map([...files].filter(([one]) => one !== path));

describe('the pages of the services', () => {
  it.each(endpoints.map((endpoint) => [pageName(endpoint.name), endpoint] as const))(
    'has %s as the IDL and the docstrings say it [EVD-1]',
    async (name, endpoint) => {
      await expect(endpointPage(endpoint, general)).toMatchFileSnapshot(`${directory}/${name}`);
    },
  );

  it('has the overview as the IDL and the docstrings say it [EVD-1]', async () => {
    await expect(overviewPage(endpoints)).toMatchFileSnapshot(`${directory}/README.md`);
  });

  it('has a page for each endpoint and no other [EVD-1]', () => {
    const pages = readdirSync(new URL('spec/services', root));

    expect([...pages].sort()).toEqual(
      ['README.md', ...endpoints.map(({ name }) => pageName(name))].sort(),
    );
  });

  it('has every service, and nothing that the kernel does not have [IPC-3]', () => {
    const described = endpoints.flatMap((one) => one.services.map(({ name }) => name));

    expect([...described].sort()).toEqual(Object.keys(services).sort());
  });

  it('finds a page that is not current: a docstring has changed [EVD-1] [GATE-1]', () => {
    const changed = read(planted(copyPath, 'Copies a handle', 'Doubles a handle'));
    const [handle] = changed;
    if (handle === undefined) throw new Error('no endpoint');

    expect(endpointPage(handle, general)).not.toBe(textOf('spec/services/handle.md'));
  });
});

describe('the docstrings of the services', () => {
  it('says what the code does: refusals, blocking, rights, arguments, twins [IPC-3]', () => {
    expect(faultsOf(files, endpoints)).toEqual([]);
  });

  it('has a test beside every service [IPC-3]', () => {
    expect(untested(files, endpoints)).toEqual([]);
  });

  it('knows every refusal that ends a wait [IPC-3]', () => {
    const told = [...files].flatMap(([path, text]) =>
      path.endsWith('.test.ts')
        ? []
        : [...text.matchAll(/unblock\([^;]*?refusedAnswer\('(\w+)'/gu)],
    );
    const known = new Set<string>(Object.values(endings).flat());

    expect(told.map(([, name = '']) => name).filter((name) => !known.has(name))).toEqual([]);
    expect(told.length).toBeGreaterThan(3);
  });
});

describe('faultsOf', () => {
  const faults = (texts: Files): readonly string[] => faultsOf(texts, read(texts));

  it('finds a refusal that the docstring does not have [IPC-3] [GATE-1]', () => {
    expect(faults(planted(copyPath, '; `tableFull`.', '.'))).toEqual([
      'handle.Handle.Copy refuses tableFull, and its docstring does not say so',
    ]);
  });

  it('finds a refusal that the code does not have [IPC-3] [GATE-1]', () => {
    expect(faults(planted(copyPath, '; `tableFull`.', '; `tableFull`; `woken`.'))).toEqual([
      'handle.Handle.Copy does not refuse woken, and its docstring says so',
    ]);
  });

  it('finds a refusal that a helper has gained [IPC-3] [GATE-1]', () => {
    const from = "if (handle === undefined) return 'tableFull';";
    const texts = planted(
      'kernel/micro/make.ts',
      from,
      `${from} if (made.rights === 0) return 'woken';`,
    );

    expect(faults(texts)).toContain('fs.FS.Open refuses woken, and its docstring does not say so');
  });

  it('finds a right that is not told, and one that is not asked for [CAP-1] [GATE-1]', () => {
    expect(faults(planted(copyPath, 'rights.copy', 'rights.transfer'))).toEqual([
      'handle.Handle.Copy asks for the right transfer, untold',
      'handle.Handle.Copy does not ask for the right copy',
    ]);
  });

  it('finds a docstring without a source, and a wait that it does not tell [IPC-3] [GATE-1]', () => {
    const path = 'kernel/micro/services/thread/sleep.ts';
    const source = planted(path, 'Source:', 'Seen in:');
    const blocks = planted(path, 'Blocks:', 'Stays:');

    expect(faults(source)).toEqual(['the docstring of thread.Thread.Sleep names no source']);
    expect(faults(blocks)).toEqual([
      'thread.Thread.Sleep blocks, and its docstring says otherwise',
    ]);
  });

  it('finds a service without a docstring [IPC-3] [GATE-1]', () => {
    expect(faults(planted(copyPath, '/**', '/*'))).toEqual(['handle.Handle.Copy has no docstring']);
  });

  it('finds a parameter of which nothing is said [IPC-3] [GATE-1]', () => {
    const texts = planted('solution/sdk/kl/core/Time.idl', 'GetTime(', 'GetTime(in Handle clock, ');

    expect(faults(texts)).toEqual([
      'nothing says what clock of time.Time.GetTime is',
      'no right for clock of time.Time.GetTime',
    ]);
  });

  it('finds an operator that the module does not define [PAIR-1] [GATE-1]', () => {
    const module = 'tla/handles/Handles.tla';
    const fault = `handle.Handle.Copy names Copy…, which ${module} does not define`;
    const defining = (operator: string): readonly string[] =>
      faults(new Map([...files, [module, `${operator}(p) ==\n  TRUE`]]));

    expect(defining('Copy')).not.toContain(fault);
    expect(defining('CopyDone')).not.toContain(fault);
    expect(defining('Close')).toContain(fault);
  });
});

describe('untested', () => {
  it('finds a service whose test is missing [IPC-3] [GATE-1]', () => {
    const path = 'kernel/micro/services/handle/copy.test.ts';

    expect(untested(without(path), endpoints)).toContain(`handle.Handle.Copy has no test ${path}`);
  });
});
