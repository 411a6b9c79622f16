import { describe, expect, it } from 'vitest';
import { formats } from '../catalogue.ts';
import type { Words } from '../known-answer.ts';
import { unitsOf, writeWord } from '../memory.ts';
import type { PhysicalMemory } from '../memory.ts';
import type { Edited, Page } from '../page.ts';
import { hex, memoryOf } from '../test-known-answers.ts';

const base = hex('0x4000');
const mmu = formats.armv7.under({});
const none = memoryOf({}, 4);
const rights = { read: true, write: true, execute: false, user: true };
const large: Page = {
  address: hex('0x12340000'),
  physical: 0x660000,
  size: 0x10000,
  rights,
  holds: 'memory',
};
const small: Page = { ...large, address: hex('0x12345000'), size: 0x1000 };

const memoryAfter = (edited: Edited): PhysicalMemory => {
  if (edited.kind === 'refused') throw new Error(edited.because);
  return edited.memory;
};

const wordsIn = (memory: PhysicalMemory): Words =>
  Object.fromEntries(
    unitsOf(memory).map(([at, word]) => [`0x${at.toString(16)}`, `0x${word.toString(16)}`]),
  );

/** The same word in 16 entries from an address on. */
const sixteen = (at: number, word: string): Words =>
  Object.fromEntries(
    Array.from({ length: 16 }, (_, index) => [`0x${(at + index * 4).toString(16)}`, word]),
  );

describe('pages that fill several entries', () => {
  it('are mapped by the same word in each, below a table of domain 0 [ARCH-3]', () => {
    const done = mmu.map(none, base, large, [0x8000]);

    expect(done).toMatchObject({ kind: 'edited', taken: [0x8000] });
    // XN, TEX 1, nG, S, AP 0b011, C, B; type 0b01. Source: DDI 0406C figure B3-5.
    expect(wordsIn(memoryAfter(done))).toEqual({
      '0x448c': '0x8001',
      ...sixteen(0x8100, '0x669c3d'),
    });
  });

  it('are mapped as supersections in the first level [ARCH-3]', () => {
    const page: Page = {
      ...large,
      address: hex('0x12000000'),
      physical: 0x3_5600_0000,
      size: 2 ** 24,
      rights: { ...rights, write: false, execute: true },
      holds: 'device',
    };

    expect(wordsIn(memoryAfter(mmu.map(none, base, page, [])))).toEqual(
      sixteen(0x4480, '0x56378c06'),
    );
  });

  it('are protected in each entry, and unmapped with their table [ARCH-3]', () => {
    const mapped = memoryAfter(mmu.map(none, base, large, [0x8000]));

    const protecting = mmu.protect(mapped, base, large.address, { ...rights, write: false });
    const unmapping = mmu.unmap(memoryAfter(protecting), base, large.address);

    expect(wordsIn(memoryAfter(protecting))).toMatchObject(sixteen(0x8100, '0x669e3d'));
    expect(unmapping).toMatchObject({ kind: 'edited', freed: [0x8000] });
    expect(wordsIn(memoryAfter(unmapping))).toEqual({});
  });

  it('are not mapped where a smaller page is in the way, nor found but from their beginning [ARCH-3]', () => {
    const mapped = memoryAfter(mmu.map(none, base, small, [0x8000]));
    const other = memoryAfter(mmu.map(none, base, large, [0x8000]));

    expect(mmu.map(mapped, base, large, [])).toEqual({ kind: 'refused', because: 'occupied' });
    expect(mmu.map(other, base, small, [])).toEqual({ kind: 'refused', because: 'occupied' });
    expect(mmu.unmap(other, base, small.address)).toMatchObject({ because: 'misaligned' });
  });

  it('are damaged where their entries differ [ARCH-3]', () => {
    const mapped = memoryAfter(mmu.map(none, base, large, [0x8000]));
    const changed = writeWord(mapped, 0x813c, 4, hex('0x0'));

    expect(mmu.unmap(changed, base, large.address)).toMatchObject({ because: 'damaged' });
    expect(mmu.protect(changed, base, large.address, rights)).toMatchObject({
      because: 'damaged',
    });
  });
});

describe('tables that are not edited', () => {
  it('are those whose walks are switched off, and fine ones [ARCH-3]', () => {
    const off = formats.armv7.under({ ttbcr: 0x10 });
    const fine = memoryOf({ '0x448c': '0x9013' }, 4);

    expect(off.map(none, base, small, [0x8000])).toMatchObject({ because: 'outOfRange' });
    expect(off.unmap(none, base, small.address)).toMatchObject({ because: 'outOfRange' });
    expect(off.protect(none, base, small.address, rights)).toMatchObject({
      because: 'outOfRange',
    });
    expect(formats.armv5.under({}).map(fine, base, small, [0x8000])).toMatchObject({
      because: 'damaged',
    });
  });
});
