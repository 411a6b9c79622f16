import { addressIn } from '../../layout.ts';
import type { ReadWord } from '../../memory.ts';
import { field, isSet, meets } from '../../word.ts';
import type { Word } from '../../word.ts';
import type { DmaFaulted } from '../fault.ts';
import type { DmaContext, DmaRequest, Iommu } from '../iommu.ts';
import { numberOfRecord } from '../record.ts';
import { hasWidth, hostAddressWidth, largestWidth } from './control.ts';
import type { VtdControl } from './control.ts';
import { busOf, functionOf, vtdFault } from './faults.ts';
import { contextHigh, contextLow, rootHigh, rootLow } from './layouts.ts';

/** Bytes of a root entry, and of a context entry. */
export const entryBytes = 16;

/** A root table has an entry for each bus. Source: D51397 3.4.2. */
export const rootTableBytes = 256 * entryBytes;

/** RTADDR_REG: the root table. Source: D51397 10.4.6. */
export const rootTableOf = (base: Word): number => field(base, 12, hostAddressWidth - 1) * 2 ** 12;

type Pair = readonly [low: Word, high: Word];

export const readPair = (read: ReadWord, at: number): Pair | undefined => {
  const [low, high] = [read(at), read(at + 8)];
  return low === undefined || high === undefined ? undefined : [low, high];
};

export const isReservedPair = ([low, high]: Pair, of: 'root' | 'context'): boolean =>
  of === 'root'
    ? meets(low, rootLow.reserved) || meets(high, rootHigh.reserved)
    : meets(low, contextLow.reserved) || meets(high, contextHigh.reserved);

/** What T says: second-level translation, the same with device TLBs, or none. Source: D51397 9.3: T. */
export const translationTypes = { untranslated: 0, deviceTlb: 1, passThrough: 2 } as const;

const contextLayouts = [contextLow, contextHigh] as const;

/** A number of a context entry. */
export const inContext = (words: readonly Word[], name: 'P' | 'FPD' | 'T' | 'AW' | 'DID'): number =>
  numberOfRecord<typeof name>(contextLayouts, words, name);

/** The second-level page-table pointer. */
export const pointerOf = ([low]: readonly Word[]): number =>
  low === undefined ? 0 : addressIn(contextLow, low);

/** Can hardware do what a context entry says? Pass-through asks for the largest AW. Source: D51397 9.3: T, AW. */
const isProgrammable = (words: Pair, control: VtdControl): boolean => {
  const [type, width] = [inContext(words, 'T'), inContext(words, 'AW')];
  if (!hasWidth(control, width)) return false;
  if (type === translationTypes.passThrough)
    return control.pt === 1 && width === largestWidth(control);
  if (type === translationTypes.deviceTlb) return control.dt === 1;
  return type === translationTypes.untranslated;
};

/** The context entry that a root entry leads to. */
const contextOf = (
  read: ReadWord,
  table: number,
  request: DmaRequest,
  control: VtdControl,
): DmaContext | DmaFaulted => {
  const words = readPair(read, table + functionOf(request.requester) * entryBytes);
  if (words === undefined) return vtdFault('contextAccess', request, 0);
  const fpd = inContext(words, 'FPD');
  if (inContext(words, 'P') === 0) return vtdFault('contextNotPresent', request, fpd);
  if (isReservedPair(words, 'context')) return vtdFault('contextReserved', request, fpd);
  if (!isProgrammable(words, control)) return vtdFault('contextInvalid', request, fpd);
  return { kind: 'context', domain: inContext(words, 'DID'), words };
};

/**
 * What the root table and a context table say of a requester.
 *
 * Source: D51397 3.4.2 and 3.4.3; 7.2.1.
 */
export const findContextBy =
  (control: VtdControl): Iommu['findContext'] =>
  (read, base, request) => {
    const root = readPair(read, rootTableOf(base) + busOf(request.requester) * entryBytes);
    if (root === undefined) return vtdFault('rootAccess', request, 0);
    const [low] = root;
    if (!isSet(low, 0)) return vtdFault('rootNotPresent', request, 0);
    if (isReservedPair(root, 'root')) return vtdFault('rootReserved', request, 0);
    return contextOf(read, addressIn(rootLow, low), request, control);
  };
