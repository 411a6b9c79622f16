import { describe, expect, it } from 'vitest';
import { formatWord, wordOfNumber, zero } from '../../word.ts';
import { readWord } from '../../memory.ts';
import { hex, memoryOf } from '../../test-known-answers.ts';
import { vtd } from './format.ts';
import { base, paged, requester, words } from './scene.ts';

const iommu = vtd.under({});
const domain = { number: 5, root: 0x3000 };
const root = hex(base);

describe('attaching a device', () => {
  it('writes the root entry and the context entry as D51397 9.1 and 9.3 have them [DMA-2]', () => {
    const done = iommu.attach(memoryOf({}, 8), root, requester, domain, [0x2000]);

    if (done.kind === 'refused') throw new Error(done.because);
    const held = [0x1010, 0x1018, 0x2100, 0x2108].map((at) => readWord(done.memory, at, 8) ?? zero);
    expect(held.map(formatWord)).toEqual(['0x2001', '0x0', '0x3001', '0x502']);
    expect(done.taken).toEqual([0x2000]);
  });

  it.each([
    ['noFrame', memoryOf({}, 8), []],
    ['occupied', memoryOf(paged('0x7003'), 8), []],
    ['damaged', memoryOf(words('0x2003'), 8), [0x2000]],
  ] as const)('is refused: %s [DMA-2]', (because, memory, frames) => {
    expect(iommu.attach(memory, root, requester, domain, frames)).toEqual({
      kind: 'refused',
      because,
    });
  });
});

describe('detaching a device', () => {
  it('clears its context entry alone [DMA-2]', () => {
    const done = iommu.detach(memoryOf(paged('0x7003'), 8), root, requester);

    if (done.kind === 'refused') throw new Error(done.because);
    const held = [0x1010, 0x2100, 0x2108, 0x3008].map((at) => readWord(done.memory, at, 8) ?? zero);
    expect(held.map(formatWord)).toEqual(['0x2001', '0x0', '0x0', '0x4003']);
  });

  it.each([
    ['without a root entry', memoryOf({}, 8)],
    ['without a context entry', memoryOf(words('0x2001'), 8)],
  ])('is refused %s [DMA-2]', (_, memory) => {
    expect(iommu.detach(memory, root, requester)).toEqual({
      kind: 'refused',
      because: 'notMapped',
    });
  });
});

describe('mapping a page of a domain', () => {
  it('is refused at interrupt addresses, which no request would reach [DMA-2]', () => {
    const rights = { read: true, write: true, execute: false, user: true };
    const page = { physical: 0x7000, size: 4096, rights, holds: 'memory' } as const;
    const at = (address: number) =>
      iommu.tables.map(
        memoryOf({}, 8),
        wordOfNumber(0x3000),
        { ...page, address: wordOfNumber(address) },
        [0x4000, 0x5000, 0x6000],
      ).kind;

    expect([0xfee00000, 0xfedff000, 0xfef00000].map(at)).toEqual(['refused', 'edited', 'edited']);
  });
});

describe('rights of pages of a domain', () => {
  it('do not have execution among them: a page with nothing else has none [DMA-2]', () => {
    const rights = { read: false, write: false, execute: true, user: true };
    const memory = memoryOf(paged('0x7003'), 8);
    const page = {
      address: wordOfNumber(0),
      physical: 0,
      size: 4096,
      rights,
      holds: 'memory',
    } as const;
    const { map, protect } = iommu.tables;
    const none = { kind: 'refused', because: 'noRights' };

    expect(map(memory, wordOfNumber(0x3000), page, [0x8000])).toEqual(none);
    expect(protect(memory, wordOfNumber(0x3000), hex('0x8080604000'), rights)).toEqual(none);
  });
});
