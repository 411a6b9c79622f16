import { readFileSync, readdirSync } from 'node:fs';
import * as prettier from 'prettier';
import { describe, expect, it } from 'vitest';
import { services } from '../table.ts';
import { generateOutcomes } from './generate-outcomes.ts';
import { readServices } from './read-services.ts';

const root = new URL('../../../../', import.meta.url);

const files = new Map(
  ['kernel/micro', 'solution/sdk/kl/core'].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => /\.(?:ts|idl)$/u.test(path))
      .map((path): [string, string] => [path, readFileSync(new URL(path, root), 'utf8')]),
  ),
);

const tableOf = (texts: ReadonlyMap<string, string>): Promise<string> =>
  prettier.format(generateOutcomes(readServices(texts, Object.keys(services))), {
    parser: 'typescript',
    printWidth: 100,
    singleQuote: true,
  });

const committed = readFileSync(new URL('../outcomes.ts', import.meta.url), 'utf8');

describe('generateOutcomes', () => {
  it('has made the committed table of what services refuse [IPC-3]', async () => {
    expect(committed).toBe(await tableOf(files));
  });

  it('finds a table that is not current: a service that refuses one thing less [IPC-3] [GATE-1]', async () => {
    const path = 'kernel/micro/services/handle/revoke-subtree.ts';
    const text = files.get(path) ?? '';
    const changed = text.replace("refused('badgeless')", "refused('badHandle')");

    expect(changed).not.toBe(text);
    expect(committed).not.toBe(await tableOf(new Map([...files, [path, changed]])));
  });
});
