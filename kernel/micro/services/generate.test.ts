import { readFileSync } from 'node:fs';
import * as prettier from 'prettier';
import { describe, expect, it } from 'vitest';
import { solutionWith } from '../../../kss/test-solution.ts';
import { kernelClass } from '../../../solution/solution.ts';
import type { ProcessClass } from '../../../solution/solution.ts';
import { generateServices } from './generate.ts';

const kernel = (): ProcessClass => {
  const found = solutionWith('').classes.get(kernelClass);
  if (found === undefined) throw new Error('the kernel has no class');
  return found;
};

const format = (text: string): Promise<string> =>
  prettier.format(text, { parser: 'typescript', printWidth: 100, singleQuote: true });

describe('generateServices', () => {
  it('has made the committed table of services [IPC-3]', async () => {
    const path = new URL('./generated.ts', import.meta.url);

    expect(readFileSync(path, 'utf8')).toBe(await format(generateServices(kernel())));
  });

  it('finds a table that is not current: a method that the IDL does not have [IPC-3] [GATE-1]', async () => {
    const { endpoints, ...rest } = kernel();
    const fewer = endpoints.map((endpoint) => ({
      ...endpoint,
      interface: { ...endpoint.interface, methods: endpoint.interface.methods.slice(1) },
    }));
    const path = new URL('./generated.ts', import.meta.url);

    expect(readFileSync(path, 'utf8')).not.toBe(
      await format(generateServices({ ...rest, endpoints: fewer })),
    );
  });

  it('refuses a type that no service has yet [IPC-3]', () => {
    const [endpoint] = kernel().endpoints;
    if (endpoint === undefined) throw new Error('no endpoint');
    const bit = { kind: 'integer', bits: 8, signed: false } as const;
    const rc = { name: 'rc', type: { kind: 'integer', bits: 32, signed: true } } as const;
    const list = { name: 'list', type: { kind: 'array', element: bit, length: 2 } } as const;
    const method = { name: 'Say', in: [list], out: [rc], error: [], open: false };
    const odd = { ...endpoint, interface: { name: 'x', methods: [method], open: false } };

    expect(() => generateServices({ ...kernel(), endpoints: [odd] })).toThrow(
      'no reading for the parameter list',
    );
  });
});
