import { describe, expect, it } from 'vitest';
import { formats } from '../catalogue.ts';
import type { Mmu } from '../format.ts';
import type { Words } from '../known-answer.ts';
import { readWord, unitsOf } from '../memory.ts';
import type { PhysicalMemory } from '../memory.ts';
import type { FormatName } from '../names.ts';
import type { Edited, Page } from '../page.ts';
import { hex, memoryOf } from '../test-known-answers.ts';
import { formatWord } from '../word.ts';

const base = hex('0x1000');
const rights = { read: true, write: true, execute: false, user: true };
const frames = [0x2000, 0x3000, 0x4000];
const mmu = formats.x86_64.under({});
const none = memoryOf({}, 8);
const page: Page = {
  address: hex('0x8080604000'),
  physical: 0x5000,
  size: 4096,
  rights,
  holds: 'memory',
};

const mapped = (change: Partial<Page> = {}, by: Mmu = mmu, given = frames): Edited =>
  by.map(none, base, { ...page, ...change }, given);

const memoryAfter = (edited: Edited): PhysicalMemory => {
  if (edited.kind === 'refused') throw new Error(edited.because);
  return edited.memory;
};

const wordsIn = (memory: PhysicalMemory): Words =>
  Object.fromEntries(
    unitsOf(memory)
      .map(([at]) => Math.floor(at / 8) * 8)
      .map((at) => [`0x${at.toString(16)}`, formatWord(readWord(memory, at, 8) ?? hex('0x0'))]),
  );

describe('editing tables', () => {
  it('puts tables in the frames that it is given, with all rights, and the page below [ARCH-3]', () => {
    const done = mapped();

    expect(done).toMatchObject({ kind: 'edited', taken: frames, freed: [] });
    expect(wordsIn(memoryAfter(done))).toEqual({
      '0x1008': '0x2007',
      '0x2010': '0x3007',
      '0x3018': '0x4007',
      '0x4020': '0x8000000000005007',
    });
  });

  it('clears the frames that it puts tables in [ARCH-3]', () => {
    const dirty = memoryOf({ '0x2ff8': '0x7', '0x3000': '0x7' }, 8);
    const done = mmu.map(dirty, base, page, frames);

    expect(wordsIn(memoryAfter(done))).not.toHaveProperty('0x2ff8');
  });

  it('takes away the tables that hold nothing any more, and says which [ARCH-3]', () => {
    const one = memoryAfter(mapped());
    const two = memoryAfter(mmu.map(one, base, { ...page, address: hex('0x8080605000') }, []));

    expect(mmu.unmap(two, base, page.address)).toMatchObject({ freed: [] });
    const last = memoryAfter(mmu.unmap(two, base, page.address));
    const done = mmu.unmap(last, base, hex('0x8080605000'));
    expect(done).toMatchObject({ freed: [0x4000, 0x3000, 0x2000] });
    expect(wordsIn(memoryAfter(done))).toEqual({});
  });

  it('changes the rights of a page, and nothing else of its entry [ARCH-3]', () => {
    const memory = memoryOf(
      { '0x1008': '0x2007', '0x2010': '0x3007', '0x3018': '0x4007', '0x4020': '0x30000000005e67' },
      8,
    );
    const less = { read: true, write: false, execute: true, user: false };
    const done = mmu.protect(memory, base, page.address, less);

    expect(wordsIn(memoryAfter(done))).toHaveProperty('0x4020', '0x30000000005e61');
  });

  it('maps the registers of devices so that no cache holds them [ARCH-3]', () => {
    const ofX86 = wordsIn(memoryAfter(mapped({ holds: 'device' })));
    const ept = formats.ept.under({});
    const ofEpt = wordsIn(memoryAfter(mapped({ holds: 'device' }, ept)));

    expect(ofX86).toHaveProperty('0x4020', '0x800000000000501f');
    expect(ofEpt).toHaveProperty('0x4020', '0x5003');
    expect(wordsIn(memoryAfter(mapped({}, ept)))).toHaveProperty('0x4020', '0x5033');
  });

  it('maps a page of 4 MB above 4 GB where the format has the bits [ARCH-3]', () => {
    const x86 = formats.x86.under({});
    const at = { address: hex('0xc00000'), physical: 0x8000800000, size: 2 ** 22 };
    const memory = memoryAfter(mapped(at, x86));

    expect(readWord(memory, 0x100c, 4)).toEqual({ high: 0, low: 0x900087 });
  });

  it.each<[string, Partial<Page>, Mmu]>([
    ['size', { size: 8192 }, mmu],
    ['size', { size: 2 ** 22, address: hex('0x0'), physical: 0 }, formats.x86.under({ pse: 0 })],
    ['misaligned', { address: hex('0x8080604001') }, mmu],
    ['misaligned', { physical: 0x5800 }, mmu],
    ['outOfRange', { physical: 2 ** 40 }, mmu],
    ['outOfRange', { address: hex('0x800000000000') }, mmu],
    ['outOfRange', { address: hex('0x100000000') }, formats['x86-pae'].under({})],
    ['outOfRange', { address: hex('0x1000'), physical: 2 ** 32 }, formats.x86.under({})],
    ['noRights', { rights: { ...rights, read: false, write: false } }, mmu],
  ])('refuses by the reason %s: case %# [ARCH-3]', (because, change, by) => {
    expect(mapped(change, by)).toEqual({ kind: 'refused', because });
  });

  it('refuses where frames for tables are missing, or have no place in an entry [ARCH-3]', () => {
    expect(mapped({}, mmu, frames.slice(1))).toEqual({ kind: 'refused', because: 'noFrame' });
    expect(mapped({}, mmu, [2 ** 40])).toEqual({ kind: 'refused', because: 'outOfRange' });
  });

  it('refuses what is mapped already, by a page of any size [ARCH-3]', () => {
    const large = { ...page, address: hex('0x8080600000'), physical: 0, size: 2 ** 21 };
    const occupied = { kind: 'refused', because: 'occupied' };

    expect(mmu.map(memoryAfter(mapped()), base, page, [])).toEqual(occupied);
    expect(mmu.map(memoryAfter(mapped()), base, large, [])).toEqual(occupied);
    expect(mmu.map(memoryAfter(mapped(large)), base, page, [])).toEqual(occupied);
  });

  it('refuses tables that others have damaged [ARCH-3]', () => {
    const memory = memoryOf({ '0x1008': '0x2087' }, 8);
    const damaged = { kind: 'refused', because: 'damaged' };

    expect(mmu.map(memory, base, page, frames)).toEqual(damaged);
    expect(mmu.unmap(memory, base, page.address)).toEqual(damaged);
    expect(mmu.protect(memory, base, page.address, rights)).toEqual(damaged);
  });

  it('takes tables where no memory answers for damaged ones [ARCH-3]', () => {
    const outside = hex('0x10000000000');
    const damaged = { kind: 'refused', because: 'damaged' };
    const arm = formats.armv8.under({});
    const below = memoryOf({ '0x1008': '0x10000000003' }, 8);

    expect(arm.map(none, outside, page, frames)).toEqual(damaged);
    expect(arm.map(below, base, page, frames)).toEqual(damaged);
    expect(arm.unmap(below, base, page.address)).toEqual(damaged);
    expect(arm.protect(below, base, page.address, rights)).toEqual(damaged);
  });
});

/** The words of a page of 4 KB that a format maps in memory with nothing else in it. */
const wordsOf = (name: FormatName, change: Partial<Page>, given = frames): Words =>
  wordsIn(memoryAfter(mapped(change, formats[name].under({}), given)));

describe('editing long descriptors', () => {
  const low = { address: hex('0x604000') };
  const code = { rights: { read: true, write: false, execute: true, user: true } };
  const kernel = { rights: { ...rights, user: false } };

  it('puts references to tables without limits, and descriptors that were accessed [ARCH-3]', () => {
    expect(wordsOf('armv8', {})).toEqual({
      '0x1008': '0x2003',
      '0x2010': '0x3003',
      '0x3018': '0x4003',
      '0x4020': '0x60000000005f43',
    });
    expect(wordsOf('armv7-lpae', low)).toEqual({
      '0x1000': '0x2003',
      '0x2018': '0x3003',
      '0x3020': '0x60000000005f43',
    });
    expect(wordsOf('armv8-s2', {})).toHaveProperty('0x4020', '0x400000000057ff');
  });

  it('keeps users from executing pages of the kernel, and the kernel from those of users [ARCH-3]', () => {
    const kernelCode = { rights: { ...code.rights, user: false } };

    expect(wordsOf('armv8', kernel)).toHaveProperty('0x4020', '0x60000000005f03');
    expect(wordsOf('armv8', kernelCode)).toHaveProperty('0x4020', '0x40000000005f83');
    expect(wordsOf('armv8', code)).toHaveProperty('0x4020', '0x20000000005fc3');
    expect(wordsOf('armv7-lpae', { ...low, ...kernelCode })).toHaveProperty('0x3020', '0x5f83');
    expect(wordsOf('armv7-lpae', { ...low, ...code })).toHaveProperty('0x3020', '0x20000000005fc3');
  });

  it('maps the registers of devices so that no cache holds them [ARCH-3]', () => {
    const device = { holds: 'device' } as const;

    expect(wordsOf('armv8', device)).toHaveProperty('0x4020', '0x60000000005f47');
    expect(wordsOf('armv8-s2', device)).toHaveProperty('0x4020', '0x400000000057c7');
  });

  it('takes DBM away with a right to write, so that hardware does not give it back [ARCH-3]', () => {
    const memory = memoryOf(
      { '0x1008': '0x2003', '0x2010': '0x3003', '0x3018': '0x4003', '0x4020': '0x8000000005443' },
      8,
    );
    const less = { ...rights, write: false };
    const managing = formats.armv8.under({ ha: 1, hd: 1 });
    const done = memoryAfter(managing.protect(memory, base, page.address, less));

    expect(wordsIn(done)).toHaveProperty('0x4020', '0x600000000054c3');
  });

  it('puts as many tables in a row at the start of a second stage as its addresses need [ARCH-3]', () => {
    const concatenated = formats['armv8-s2'].under({ t0sz: 24, sl0: 1 });
    const large = { address: hex('0x8080000000'), physical: 0x40000000, size: 2 ** 30 };
    const done = concatenated.map(none, hex('0x2000'), { ...page, ...large }, []);

    expect(wordsIn(memoryAfter(done))).toEqual({ '0x3010': '0x400000400007fd' });
  });

  it.each<[string, Partial<Page>, Mmu]>([
    ['outOfRange', { address: hex('0x1000000000000') }, formats.armv8.under({ tbi: 1 })],
    ['outOfRange', { address: hex('0xab00000000604000') }, formats.armv8.under({ tbi: 1 })],
    ['outOfRange', low, formats.armv8.under({ epd0: 1 })],
    ['outOfRange', low, formats.armv8.under({ t0sz: 15 })],
    ['outOfRange', low, formats['armv8-s2'].under({ sl0: 3 })],
    ['outOfRange', { ...low, physical: 2 ** 40 }, formats['armv7-lpae'].under({})],
    ['outOfRange', { ...low, physical: 2 ** 32 }, formats.armv8.under({ ips: 0 })],
    ['size', { ...low, size: 2 ** 30 }, formats['armv8-s2'].under({ t0sz: 39, sl0: 0 })],
  ])('refuses by the reason %s: case %# [ARCH-3]', (because, change, by) => {
    expect(mapped(change, by)).toEqual({ kind: 'refused', because });
  });
});
