import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyMemory, unitsOf, writeWord } from '../memory.ts';
import type { PhysicalMemory } from '../memory.ts';
import { anyEntry, anySettings, anyWord, hostileFrames, hostileSize } from '../test-hostile.ts';
import { numberOf, wordOf } from '../word.ts';
import { iommus } from './catalogue.ts';
import type { TableIommuName } from './catalogue.ts';
import type { IommuFormat } from './iommu.ts';
import { changed } from './test-holes.ts';
import { anyHostileCase, lawfulTranslations, translated } from './test-lawful.ts';
import type { Hostility } from './test-lawful.ts';
import { smmuHostility } from './smmuv3/test-hostility.ts';
import { vtdHostility } from './vtd/test-hostility.ts';

const seeded = { seed: 1, numRuns: 3000 };

const hostilities: Readonly<Record<TableIommuName, Hostility>> = {
  vtd: vtdHostility,
  smmuv3: smmuHostility,
};

/** The codes of the faults that each can end in, by its manual; 0 where there is none. */
const codes: Readonly<Record<TableIommuName, readonly number[]>> = {
  vtd: [1, 2, 3, 4, 5, 6, 7, 8, 9, 0xa, 0xb, 0xc],
  smmuv3: [0, 2, 3, 4, 6, 9, 0xa, 0xb, 0x10, 0x11, 0x12, 0x13],
};

const each = [['vtd', iommus.vtd] as const, ['smmuv3', iommus.smmuv3] as const];

/** Hardware with one offence each. */
const offending = (format: IommuFormat): readonly (readonly [string, IommuFormat])[] => [
  [
    'goes to where no memory is',
    changed(format, ({ walk }) => ({
      walk: (read, context, request) => {
        const found = walk(read, context, request);
        return found.kind === 'faulted'
          ? { kind: 'translated', address: numberOf(request.address) }
          : found;
      },
    })),
  ],
  [
    'reads on and on',
    changed(format, ({ walk }) => ({
      walk: (read, context, request) =>
        Array.from({ length: 9 }, () => walk(read, context, request)).at(-1) ??
        walk(read, context, request),
    })),
  ],
  [
    'throws where nothing answers',
    changed(format, ({ walk }) => ({
      walk: (read, context, request) => {
        const found = walk(read, context, request);
        if (found.kind === 'faulted' && found.fault === 'externalOnWalk') throw new Error('gone');
        return found;
      },
    })),
  ],
];

describe('hostile tables of devices', () => {
  it.each(each)(
    'never make a request throw, loop, read or reach beyond physical memory: %s [DMA-2]',
    (name, format) => {
      fc.assert(lawfulTranslations(format, hostilities[name]), seeded);
    },
  );

  it.each(each)('lead requests to every end that there is: %s [DMA-2]', (name, format) => {
    const ends = fc
      .sample(anyHostileCase(format, hostilities[name]), seeded)
      .map((one) => translated(format, one).walk);
    const told = new Set(ends.map((end) => (end.kind === 'faulted' ? end.code : end.kind)));

    expect(codes[name].filter((code) => !told.has(code))).toEqual([]);
    expect(told.has('translated')).toBe(true);
  });

  it.each(
    each.flatMap(([name, format]) =>
      offending(format).map(([what, other]) => [name, what, other] as const),
    ),
  )('find hardware of %s that %s [GATE-1]', (name, _, format) => {
    expect(fc.check(lawfulTranslations(format, hostilities[name]), seeded).failed).toBe(true);
  });

  it.each(each)(
    'never make an edit throw, or change the memory that was: %s [DMA-2]',
    (_, format) => {
      const slot = fc.tuple(
        fc.constantFrom(...hostileFrames),
        fc.constantFrom(0, 8, 16, 24, 0x100, 0x108, 0xff8),
        fc.oneof({ weight: 4, arbitrary: anyEntry }, anyWord),
      );
      fc.assert(
        fc.property(
          fc.array(slot, { maxLength: 12 }),
          fc.oneof(fc.constant(wordOf(0, 0x1000)), anyWord),
          anySettings(format),
          fc.constantFrom(0, 1, 0x10, 0x110, 0xffff),
          fc.constantFrom(0, 0x1000, 0x200000, 0x40000000, 0xfee00000),
          fc.constantFrom(4096, 2 ** 21, 2 ** 30, 12345),
          (slots, base, settings, requester, low, size) => {
            const memory = slots.reduce<PhysicalMemory>(
              (held, [frame, offset, word]) => writeWord(held, frame + offset, 8, word),
              emptyMemory(hostileSize),
            );
            const before = unitsOf(memory);
            const { attach, detach, tables } = format.under(settings);
            const rights = { read: true, write: true, execute: false, user: true };
            const address = wordOf(0, low);
            const page = { address, physical: 0, size, rights, holds: 'memory' } as const;
            const root = wordOf(0, 0x3000);
            const edits = [
              attach(memory, base, requester, { number: 5, root: 0x3000 }, hostileFrames),
              detach(memory, base, requester),
              tables.map(memory, root, page, hostileFrames),
              tables.unmap(memory, root, address),
              tables.protect(memory, root, address, rights),
            ];
            const taken = edits.flatMap((one) => (one.kind === 'edited' ? one.taken : []));

            expect(taken.filter((frame) => !hostileFrames.includes(frame))).toEqual([]);
            expect(unitsOf(memory)).toEqual(before);
          },
        ),
        { seed: 1, numRuns: 1000 },
      );
    },
  );
});
