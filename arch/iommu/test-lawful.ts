import fc from 'fast-check';
import type { ReadWord } from '../memory.ts';
import { anySettings, anyWord, hostileSize, spy } from '../test-hostile.ts';
import { wordOf, wordOfNumber } from '../word.ts';
import type { Word } from '../word.ts';
import { translate } from './iommu.ts';
import type { DmaRequest, DmaWalk, IommuFormat } from './iommu.ts';

/** Tables that hold anything, with the register that leads to them. */
export interface HostileTables {
  readonly base: Word;
  readonly read: ReadWord;
}

/** What the law needs to know of an IOMMU: tables that lead somewhere at times, and the most words that a request takes. */
export interface Hostility {
  readonly anyTables: fc.Arbitrary<HostileTables>;
  readonly mostReads: number;
}

/** Requests of requesters that tables say something of, and of any; at addresses of every size. */
const anyRequest: fc.Arbitrary<DmaRequest> = fc.record({
  requester: fc.oneof(fc.constantFrom(0, 1, 0x110), fc.integer({ min: 0, max: 0xffff })),
  address: fc.oneof(
    anyWord,
    fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((low) => wordOf(0, low)),
    fc.integer({ min: 0, max: 2 ** 39 - 1 }).map(wordOfNumber),
    fc.constant(wordOf(0, 0xfee00000)),
  ),
  kind: fc.constantFrom('read', 'write'),
});

/** What is asked of an IOMMU in a hostile world. */
export interface HostileCase {
  readonly tables: HostileTables;
  readonly settings: Readonly<Record<string, number>>;
  readonly request: DmaRequest;
}

export const anyHostileCase = (
  format: IommuFormat,
  { anyTables }: Hostility,
): fc.Arbitrary<HostileCase> =>
  fc.record({ tables: anyTables, settings: anySettings(format), request: anyRequest });

/** Whatever tables hold and registers say: what a request comes to, and what was read for it. */
export const translated = (
  format: IommuFormat,
  { tables, settings, request }: HostileCase,
): { readonly walk: DmaWalk; readonly reads: readonly number[] } => {
  const { reads, spying } = spy(tables.read);
  const walk = translate(format.under(settings), spying, tables.base, request);
  return { walk, reads };
};

const isOutside = (address: number): boolean => address < 0 || address >= hostileSize;

/** What no IOMMU does, whatever the tables hold: what is wrong, if anything is. */
const findOffence = (
  format: IommuFormat,
  { mostReads }: Hostility,
  one: HostileCase,
): string | undefined => {
  const { walk, reads } = translated(format, one);
  if (reads.length > mostReads) return `read ${String(reads.length)} words`;
  if (reads.some((at) => isOutside(at) || at % 8 !== 0)) return 'read what is no word of memory';
  if (walk.kind === 'translated' && isOutside(walk.address)) return 'left physical memory';
  return undefined;
};

/** No request throws, reads without end, reads what is no memory, or reaches beyond it. */
export const lawfulTranslations = (format: IommuFormat, hostility: Hostility) =>
  fc.property(
    anyHostileCase(format, hostility),
    (one) => findOffence(format, hostility, one) === undefined,
  );
