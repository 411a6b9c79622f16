import type { Iommu, IommuFormat } from '../iommu.ts';
import { attachBy, detach } from './attach.ts';
import { findContextBy, rootTableBytes } from './context.ts';
import {
  bitsOfLevels,
  largestWidth,
  levelsByWidth,
  vtdControlBits,
  vtdControlOf,
} from './control.ts';
import type { VtdControl, VtdControlName } from './control.ts';
import { commandsFor, descriptorLayouts, meaningOf } from './descriptors.ts';
import { isInterruptAddress } from './faults.ts';
import {
  contextHigh,
  contextLow,
  pde,
  pdePage,
  pdpe,
  pdpePage,
  pml4e,
  pml5e,
  pte,
  recordHigh,
  recordLow,
  rootHigh,
  rootLow,
} from './layouts.ts';
import { tablesBy } from './tables.ts';
import { permitsDma, walkBy } from './walk.ts';
import type { VtdParts } from './walk.ts';

/** Domains have four levels where there are four, and otherwise as many as there are. */
const widthOf = (control: VtdControl): number =>
  Math.floor(control.sagaw / 4) % 2 === 1 ? 2 : largestWidth(control);

const iommuBy = (parts: VtdParts, control: VtdControl): Iommu => {
  const width = widthOf(control);
  return {
    isInterrupt: isInterruptAddress,
    findContext: findContextBy(control),
    walk: walkBy(parts, control),
    attach: attachBy(width),
    detach,
    tables: tablesBy(width, control),
    deviceTableBytes: rootTableBytes,
    addressEnd: 2 ** Math.min(control.mgaw, bitsOfLevels(levelsByWidth[width] ?? 3)),
    commandsFor,
    meaningOf,
  };
};

/** The format with these parts. */
export const makeVtd = (parts: VtdParts): IommuFormat<VtdControlName> => ({
  name: 'vtd',
  controlBits: vtdControlBits,
  layouts: [
    ...[rootLow, rootHigh, contextLow, contextHigh],
    ...[pml5e, pml4e, pdpe, pdpePage, pde, pdePage, pte],
    ...[recordLow, recordHigh],
    ...descriptorLayouts,
  ],
  under: (settings) => iommuBy(parts, vtdControlOf(settings)),
});

/** VT-d in legacy mode. Source: D51397 3.4, 3.7, 9; spec/arch/vtd.md. */
export const vtd = makeVtd({ permits: permitsDma });
