import type { RiskId } from '../../spec/risks.ts';
import type { ArchName } from '../names.ts';
import type { Device } from './device.ts';
import type { Region } from './region.ts';

/**
 * What a region of the memory map holds: memory for processes; memory on the chip; memory that
 * firmware keeps for itself; memory that cannot be written; registers of devices.
 */
export const regionKinds = ['ram', 'sram', 'firmware', 'rom', 'devices'] as const;

export type RegionKind = (typeof regionKinds)[number];

/** A named region of the memory map, of whole pages. */
export interface MapRegion extends Region {
  readonly name: string;
  readonly holds: RegionKind;
  readonly source: string;
}

export const interruptKinds = [
  'ioApic',
  'gicV1',
  'gicV2',
  'gicV3',
  'aitc',
  'intc',
  'i8259',
] as const;

/**
 * How interrupts reach the cores.
 *
 * Shape: lines are numbered as the controller does, from `first` on: those of a GIC by interrupt id,
 *        16 + n for private ones and 32 + n for shared ones; those of an I/O APIC by its inputs.
 *        `doorbell` is where a write by a device becomes an interrupt, if anywhere; `remapping` says
 *        whether it is checked which device may write which.
 */
export interface Interrupts {
  readonly kind: (typeof interruptKinds)[number];
  readonly first: number;
  readonly lines: number;
  readonly doorbell: Region | undefined;
  readonly remapping: boolean;
  readonly source: string;
}

export const iommuKinds = ['none', 'vtd', 'smmuv3'] as const;

export type IommuKind = (typeof iommuKinds)[number];

/** A page that holds registers of these devices. */
export interface SharedPage {
  readonly base: number;
  readonly devices: readonly string[];
}

/** An interrupt line that these devices raise. */
export interface SharedLine {
  readonly line: number;
  readonly devices: readonly string[];
}

/**
 * A machine, as far as isolation depends on it.
 *
 * Shape: `settings` are the control bits that page tables are used under, as `walk` names them;
 *        `physicalBits` are those of a physical address that the cores have, at most those of the
 *        format. Sharing and risks follow from the rest, and are listed all the same, so that nobody
 *        overlooks them. `notes` and sources are for readers.
 * Source: spec/formats/board.md.
 */
export interface Board {
  readonly name: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly source: string;
  readonly cores: number;
  readonly arch: ArchName;
  readonly settings: Readonly<Record<string, number>>;
  readonly physicalBits: number;
  readonly pageBytes: number;
  readonly map: readonly MapRegion[];
  readonly interrupts: Interrupts;
  readonly iommu: IommuKind;
  readonly devices: readonly Device[];
  readonly sharedPages: readonly SharedPage[];
  readonly sharedLines: readonly SharedLine[];
  readonly risks: readonly RiskId[];
}

/** The regions of memory for processes, in the order of the map. */
export const ramOf = ({ map }: Board): readonly MapRegion[] =>
  map.filter(({ holds }) => holds === 'ram');
