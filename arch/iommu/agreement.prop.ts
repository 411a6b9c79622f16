import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page, Rights } from '../page.ts';
import { wordOfNumber } from '../word.ts';
import { iommus } from './catalogue.ts';
import type { IommuFormat } from './iommu.ts';
import { firstStageHoles, secondStageHoles } from './smmuv3/test-holes.ts';
import { domains, findDmaDisagreement } from './test-agreement.ts';

import { changed, dmaHolesOf, vtdHoles } from './test-holes.ts';
import type { DmaCommand, DmaSubject } from './test-plain-maps.ts';

const seeded = { seed: 1, numRuns: 150 };

const anyRights: fc.Arbitrary<Rights> = fc.record({
  read: fc.boolean(),
  write: fc.boolean(),
  execute: fc.boolean(),
  user: fc.constant(true),
});

/** Pages near each other, and near the addresses of interrupts. */
const starts: readonly (readonly [size: number, at: number])[] = [
  ...[0, 0x1000, 0x40000000, 0x401ff000, 0xfedff000, 0xfee00000, 0xfef00000].map(
    (at) => [4096, at] as const,
  ),
  ...[0, 0x40000000, 0xfec00000, 0xfee00000].map((at) => [2 ** 21, at] as const),
  ...[0x40000000, 0xc0000000].map((at) => [2 ** 30, at] as const),
];

const anyPage: fc.Arbitrary<Page> = fc
  .record({
    start: fc.constantFrom(...starts),
    frame: fc.integer({ min: 0, max: 1 }),
    rights: anyRights,
    holds: fc.constantFrom('memory' as const, 'device' as const),
  })
  .map(({ start: [size, at], frame, rights, holds }) => ({
    address: wordOfNumber(at),
    physical: 0x80000000 + frame * size,
    size,
    rights,
    holds,
  }));

/** Of these, the first and the second, and the first and the third, are alike in half of their bits. */
const anyRequester = fc.constantFrom(0x110, 0x10, 0x111, 0x2ff);
const anyDomain = fc.integer({ min: 0, max: domains.length - 1 });
const anyStart = fc.constantFrom(...starts).map(([, at]) => at);
const address = anyStart.map(wordOfNumber);

const anyCommand: fc.Arbitrary<DmaCommand> = fc.oneof(
  fc.record({ kind: fc.constant('attach' as const), requester: anyRequester, domain: anyDomain }),
  fc.record({ kind: fc.constant('detach' as const), requester: anyRequester }),
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('map' as const), domain: anyDomain, page: anyPage }),
  },
  fc.record({ kind: fc.constant('unmap' as const), domain: anyDomain, address }),
  fc.record({
    kind: fc.constant('protect' as const),
    domain: anyDomain,
    address,
    rights: anyRights,
  }),
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('dma' as const),
      request: fc.record({
        requester: anyRequester,
        address: fc
          .tuple(anyStart, fc.constantFrom(0, 0x123, 0xfff, 0x1000))
          .map(([at, offset]) => wordOfNumber(at + offset)),
        kind: fc.constantFrom('read' as const, 'write' as const),
      }),
    }),
  },
);

const anyCommands = fc.array(anyCommand, { minLength: 1, maxLength: 60, size: 'max' });

const agreement = (subject: DmaSubject) =>
  fc.property(anyCommands, (commands) => {
    expect(findDmaDisagreement(subject, commands)).toBeUndefined();
  });

/** Writes to 0xfee00000 … 0xfeefffff of a PC are interrupts. */
const ofPc = (address: number): boolean => address >= 0xfee00000 && address < 0xfef00000;

const vtdSubject = (format: IommuFormat, settings = {}): DmaSubject => ({
  format,
  settings,
  doorbells: ofPc,
});

/** Devices of an SMMU have no addresses of their own for interrupts. */
const smmuSubject = (format: IommuFormat, settings = {}): DmaSubject => ({
  format,
  settings,
  doorbells: () => false,
});

const ofSecondStage = { s1p: 0 };

/** A format that tells what requests come to. */
const telling = (format: IommuFormat, tell: (end: string) => void): IommuFormat =>
  changed(format, ({ isInterrupt, findContext, walk }) => ({
    isInterrupt: (address) => {
      if (isInterrupt(address)) tell('interrupt');
      return isInterrupt(address);
    },
    findContext: (read, base, request) => {
      const found = findContext(read, base, request);
      if (found.kind === 'faulted') tell(found.fault);
      return found;
    },
    walk: (read, context, request) => {
      const found = walk(read, context, request);
      tell(found.kind === 'faulted' ? found.fault : found.kind);
      return found;
    },
  }));

describe('an IOMMU, and a plain map for each domain', () => {
  it.each([
    ['vtd', vtdSubject(iommus.vtd)],
    ['vtd of three levels', vtdSubject(iommus.vtd, { sagaw: 2, mgaw: 39 })],
    ['vtd of five levels', vtdSubject(iommus.vtd, { sagaw: 8, mgaw: 57 })],
    ['smmuv3 by stage 1', smmuSubject(iommus.smmuv3)],
    ['smmuv3 by stage 2', smmuSubject(iommus.smmuv3, ofSecondStage)],
  ])(
    'agree on who is attached where, on maps, unmaps, protections and DMA: %s [DMA-2]',
    (_, subject) => {
      fc.assert(agreement(subject), seeded);
    },
  );
});

describe('the agreement with plain maps', () => {
  it.each([...dmaHolesOf(iommus.vtd), ...vtdHoles])('finds VT-d that %s [GATE-1]', (_, format) => {
    expect(fc.check(agreement(vtdSubject(format)), seeded).failed).toBe(true);
  });

  it.each([...dmaHolesOf(iommus.smmuv3), ...firstStageHoles])(
    'finds SMMUv3 by stage 1 that %s [GATE-1]',
    (_, format) => {
      expect(fc.check(agreement(smmuSubject(format)), seeded).failed).toBe(true);
    },
  );

  it.each([...dmaHolesOf(iommus.smmuv3), ...secondStageHoles])(
    'finds SMMUv3 by stage 2 that %s [GATE-1]',
    (_, format) => {
      expect(fc.check(agreement(smmuSubject(format, ofSecondStage)), seeded).failed).toBe(true);
    },
  );

  it.each([
    ['vtd', vtdSubject, iommus.vtd, ['interrupt']],
    ['smmuv3', smmuSubject, iommus.smmuv3, []],
  ] as const)(
    'is about DMA of every end, what is reached, and what is not for each reason: %s [DMA-2]',
    (_, subjectOf, format, more) => {
      const ends = new Set<string>();
      fc.assert(agreement(subjectOf(telling(format, (end) => ends.add(end)))), {
        seed: 1,
        numRuns: 60,
      });

      const expected = [...more, 'noContext', 'notPresent', 'permission', 'translated'];
      expect([...ends].sort()).toEqual(expected);
    },
  );
});
