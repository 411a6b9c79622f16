import { describe, expect, it } from 'vitest';
import type { PageHalf, PagePair } from '../software-tlb.ts';
import { hex } from '../test-known-answers.ts';
import { mips32 } from './format.ts';

const rights = { read: true, write: true, execute: false, user: true };
const even: PageHalf = { physical: 0x777000, rights, holds: 'memory' };
const odd: PageHalf = {
  physical: 0x12345000,
  rights: { ...rights, write: false },
  holds: 'device',
};
const pair: PagePair = { address: hex('0x402000'), size: 4096, asid: 5, even, odd };
const refusalOf = (change: Partial<PagePair>) => mips32.entryOf({ ...pair, ...change });

describe('the entry of a pair of pages', () => {
  it('has their frames and rights, and C by what they hold [ARCH-3]', () => {
    expect(mips32.entryOf(pair)).toEqual({
      entryHi: hex('0x402005'),
      entryLo0: hex('0x1ddde'),
      entryLo1: hex('0x48d152'),
      pageMask: hex('0x0'),
    });
  });

  it('is global in both halves, and not valid in one without a page [ARCH-3]', () => {
    const large = { ...pair, address: hex('0x0'), size: 2 ** 20, asid: 'all' } as const;

    expect(
      mips32.entryOf({ ...large, even: { ...even, physical: 0x700000 }, odd: undefined }),
    ).toEqual({
      entryHi: hex('0x0'),
      entryLo0: hex('0x1c01f'),
      entryLo1: hex('0x1'),
      pageMask: hex('0x1fe000'),
    });
  });

  it.each([
    ['size', { size: 8192 }],
    ['misaligned', { address: hex('0x401000') }],
    ['misaligned', { even: { ...even, physical: 0x777800 } }],
    ['outOfRange', { address: hex('0x80000000') }],
    ['outOfRange', { address: hex('0x100000000') }],
    ['outOfRange', { even: { ...even, physical: 2 ** 32 } }],
    ['noRights', { odd: { ...odd, rights: { ...rights, read: false, write: false } } }],
  ] as const)('is refused: %s, case %# [ARCH-3]', (because, change) => {
    expect(refusalOf(change)).toBe(because);
  });

  it("is refused where users would reach the kernel's page, or not their own [ARCH-3]", () => {
    const kernels = { ...even, rights: { ...rights, user: false } };

    expect(refusalOf({ even: kernels })).toBe('outOfRange');
    expect(refusalOf({ address: hex('0xc0002000') })).toBe('outOfRange');
    expect(refusalOf({ address: hex('0xc0002000'), even: kernels, odd: undefined })).toMatchObject({
      entryHi: hex('0xc0002005'),
    });
  });
});
