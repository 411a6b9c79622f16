import { describe, expect, it } from 'vitest';
import { tlaFiles } from '../embedded.ts';
import { generateCfg, generateMc, ipcInvariants, ipcReaches } from './generate.ts';
import { ipcModule, ipcTiers, tierNames } from './tiers.ts';

describe('generateMc', () => {
  it.each(tierNames)('has made the committed module of the %s tier [TLA-1]', (tier) => {
    const name = ipcModule[tier];

    expect(tlaFiles.get(`ipc/${name}.tla`)).toBe(generateMc(name, ipcTiers[tier]));
    expect(tlaFiles.get(`ipc/${name}.cfg`)).toBe(generateCfg(ipcInvariants));
  });

  it('names only what the module defines [TLA-1]', () => {
    const module = tlaFiles.get('ipc/Ipc.tla') ?? '';
    const defined = [...ipcInvariants, ...ipcReaches].filter((name) =>
      new RegExp(`^${name}\\s*==`, 'm').test(module),
    );

    expect(defined).toEqual([...ipcInvariants, ...ipcReaches]);
  });
});

describe('Ipc.tla', () => {
  it('is short enough to be read in one sitting [TLA-1]', () => {
    expect((tlaFiles.get('ipc/Ipc.tla') ?? '').split('\n').length).toBeLessThan(200);
  });
});
