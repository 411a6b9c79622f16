import { describe, expect, it } from 'vitest';
import { contains, overlapsOf } from './region.ts';
import type { Region } from './region.ts';

const region = (base: number, bytes: number): Region => ({ base, bytes });

const met = (...regions: readonly Region[]): readonly (readonly [number, number])[] =>
  overlapsOf(regions, (one) => one).map((overlap) => [overlap.item.base, overlap.met.base]);

describe('regions', () => {
  it('that touch do not overlap [BOARD-2]', () => {
    expect(met(region(0x2000, 0x1000), region(0x1000, 0x1000), region(0x3000, 1))).toEqual([]);
  });

  it('meet one that began long before them [BOARD-2]', () => {
    expect(met(region(0, 0x10000), region(0x10, 1), region(0x8000, 0x10))).toEqual([
      [0x10, 0],
      [0x8000, 0],
    ]);
  });

  it('without a byte meet nothing [BOARD-2]', () => {
    expect(met(region(0, 0x1000), region(0x10, 0))).toEqual([]);
  });

  it('hold what ends where they end, and nothing that goes on [BOARD-2]', () => {
    expect(contains(region(0x1000, 0x1000), region(0x1800, 0x800))).toBe(true);
    expect(contains(region(0x1000, 0x1000), region(0x1800, 0x801))).toBe(false);
    expect(contains(region(0x1000, 0x1000), region(0xfff, 2))).toBe(false);
  });
});
