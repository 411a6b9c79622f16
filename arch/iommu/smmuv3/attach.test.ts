import { describe, expect, it } from 'vitest';
import { readWord } from '../../memory.ts';
import { hex, memoryOf } from '../../test-known-answers.ts';
import { formatWord, zero } from '../../word.ts';
import { smmuv3 } from './format.ts';
import { base, paged, stream } from './scene.ts';

const root = hex(base);
const domain = { number: 5, root: 0x3000 };
const held = (memory: ReturnType<typeof memoryOf>, places: readonly number[]) =>
  places.map((at) => formatWord(readWord(memory, at, 8) ?? zero));

describe('attaching a stream', () => {
  it('writes an entry and a descriptor as IHI 0070 5.2 and 5.4 have them [DMA-2]', () => {
    const done = smmuv3.under({}).attach(memoryOf({}, 8), root, stream, domain, [0x2000]);

    if (done.kind === 'refused') throw new Error(done.because);
    expect(held(done.memory, [0x10040, 0x10048, 0x10050, 0x10058])).toEqual([
      ...['0x200b', '0xd4', '0x0', '0x0'],
    ]);
    expect(held(done.memory, [0x2000, 0x2008, 0x2010, 0x2018])).toEqual([
      ...['0x5e202c0003510', '0x3000', '0x0', '0x4ff'],
    ]);
    expect(done.taken).toEqual([0x2000]);
  });

  it('writes the entry alone where there is no first stage [DMA-2]', () => {
    const done = smmuv3.under({ s1p: 0 }).attach(memoryOf({}, 8), root, stream, domain, []);

    if (done.kind === 'refused') throw new Error(done.because);
    expect(held(done.memory, [0x10040, 0x10048, 0x10050, 0x10058])).toEqual([
      ...['0xd', '0x100000000000', '0x40a355900000005', '0x3000'],
    ]);
  });

  it.each([
    ['occupied', memoryOf(paged('0x7443'), 8), stream, [0x9000]],
    ['noFrame', memoryOf({}, 8), stream, []],
    ['outOfRange', memoryOf({}, 8), 0x400, [0x2000]],
  ] as const)('is refused: %s [DMA-2]', (because, memory, requester, frames) => {
    expect(smmuv3.under({}).attach(memory, root, requester, domain, frames)).toEqual({
      kind: 'refused',
      because,
    });
  });
});

describe('detaching a stream', () => {
  it('clears its entry, and gives the frame of its descriptor back [DMA-2]', () => {
    const done = smmuv3.under({}).detach(memoryOf(paged('0x7443'), 8), root, stream);

    if (done.kind === 'refused') throw new Error(done.because);
    expect(held(done.memory, [0x10040, 0x10048, 0x3008])).toEqual(['0x0', '0x0', '0x4003']);
    expect(done.freed).toEqual([0x2000]);
  });

  it('is refused without an entry [DMA-2]', () => {
    expect(smmuv3.under({}).detach(memoryOf({}, 8), root, stream)).toEqual({
      kind: 'refused',
      because: 'notMapped',
    });
  });
});
