import { describe, expect, it } from 'vitest';
import { hex } from '../../test-known-answers.ts';
import { formatWord } from '../../word.ts';
import type { DmaInvalidation } from '../invalidation.ts';
import { smmuv3 } from './format.ts';

const sync = ['0x46', '0x0'];
const ofFirst = smmuv3.under({});
const ofSecond = smmuv3.under({ s1p: 0 });

type Known = readonly (readonly [what: DmaInvalidation, words: readonly string[]])[];

const known: Known = [
  [{ kind: 'page', domain: 5, address: 0x8080604000 }, ['0x5000000000012', '0x8080604000']],
  [{ kind: 'domain', domain: 5 }, ['0x5000000000011', '0x0']],
  [{ kind: 'devices' }, ['0x4', '0x1f']],
  [{ kind: 'domains' }, ['0x30', '0x0']],
];

const knownOfSecond: Known = [
  [{ kind: 'page', domain: 5, address: 0x80604000 }, ['0x50000002a', '0x80604000']],
  [{ kind: 'domain', domain: 5 }, ['0x500000028', '0x0']],
];

const rows = [
  ...known.map(([what, words]) => [ofFirst, what, words] as const),
  ...knownOfSecond.map(([what, words]) => [ofSecond, what, words] as const),
];

describe('commands of SMMUv3', () => {
  it.each(rows)(
    'have the words of IHI 0070 4, and CMD_SYNC behind them: %# [DMA-2]',
    (iommu, what, words) => {
      expect(iommu.commandsFor(what).map((one) => one.map(formatWord))).toEqual([words, sync]);
    },
  );

  it.each(rows)('mean what they were made for: %# [DMA-2]', (iommu, what, words) => {
    expect(iommu.meaningOf(words.map(hex))).toEqual([what]);
  });

  it('have a device forgotten by its entry and its descriptor [DMA-2]', () => {
    const commands = ofFirst.commandsFor({ kind: 'device', requester: 0x110, domain: 5 });

    expect(commands.map((one) => one.map(formatWord))).toEqual([
      ['0x11000000003', '0x1'],
      ['0x11000000005', '0x1'],
      sync,
    ]);
    expect(commands.flatMap(ofFirst.meaningOf)).toEqual([
      { kind: 'device', requester: 0x110, domain: 'any' },
      { kind: 'device', requester: 0x110, domain: 'any' },
      { kind: 'wait' },
    ]);
  });

  it('mean as many streams as their range says, from a multiple of that [DMA-2]', () => {
    expect(ofFirst.meaningOf([hex('0x1300000004'), hex('0x0')])).toEqual(
      [0x12, 0x13].map((requester) => ({ kind: 'device', requester, domain: 'any' })),
    );
  });

  it.each([
    ['another VMID', ofFirst, '0x5000100000011'],
    ['an ASID, where domains have VMIDs', ofSecond, '0x5000000000011'],
    ['an IPA, where domains have ASIDs', ofFirst, '0x2a'],
    ['no command', ofFirst, '0xff'],
  ] as const)('mean nothing to domains that they do not name: %s [DMA-2]', (_, iommu, word) => {
    expect(iommu.meaningOf([hex(word), hex('0x0')])).toEqual([]);
  });
});
