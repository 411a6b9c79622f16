import { descend } from '../../radix/descend.ts';
import type { Visited } from '../../radix/descend.ts';
import { isSet, meets, numberOf, ones } from '../../word.ts';
import type { DmaRequest, DmaWalk, Iommu } from '../iommu.ts';
import { bitsOfLevels, hostAddressWidth, levelsByWidth } from './control.ts';
import type { VtdControl } from './control.ts';
import { inContext, pointerOf, translationTypes } from './context.ts';
import { absentFault, vtdFault } from './faults.ts';
import { entryBits, judge, levelsOf } from './levels.ts';

/** May a request pass, by all entries that it goes through? Source: D51397 3.7.1: R and W, their AND. */
export const permitsDma = ({ kind }: DmaRequest, path: readonly Visited[]): boolean =>
  path.every(({ word }) => isSet(word, entryBits[kind]));

/** Parts that another can be planted for. */
export interface VtdParts {
  readonly permits: typeof permitsDma;
}

/** Is an address beyond so many bits? */
const exceeds = ({ address }: DmaRequest, bits: number): boolean =>
  bits < 64 && meets(address, ones(bits, 63));

/** A request that is not translated: its address must be one of memory. */
const passed = (request: DmaRequest, fpd: number): DmaWalk =>
  exceeds(request, hostAddressWidth)
    ? vtdFault('beyondWidth', request, fpd)
    : { kind: 'translated', address: numberOf(request.address) };

/**
 * Walks the second-level tables of a context entry.
 *
 * Source: D51397 3.7; 7.2.1; appendix A: 3h where the root table does not answer, 7h below it.
 */
export const walkBy =
  (parts: VtdParts, control: VtdControl): Iommu['walk'] =>
  (read, { words }, request) => {
    const fpd = inContext(words, 'FPD');
    const count = levelsByWidth[inContext(words, 'AW')] ?? 0;
    const bits = Math.min(control.mgaw, bitsOfLevels(count));
    if (exceeds(request, bits)) return vtdFault('beyondWidth', request, fpd);
    if (inContext(words, 'T') === translationTypes.passThrough) return passed(request, fpd);
    const levels = levelsOf(count, control);
    const radix = { bytes: 8, levels, nobody: { why: 'external' } } as const;
    const { path, end } = descend<'notPresent' | 'reserved' | 'external'>(
      read,
      pointerOf(words),
      radix,
      judge,
      request.address,
    );
    if (end.kind === 'page') {
      return parts.permits(request, path)
        ? { kind: 'translated', address: end.address }
        : vtdFault(request.kind, request, fpd);
    }
    if (end.why === 'notPresent') return absentFault(request, fpd);
    if (end.why === 'reserved') return vtdFault('entryReserved', request, fpd);
    return vtdFault(path.length === 1 ? 'contextInvalid' : 'entryAccess', request, fpd);
  };
