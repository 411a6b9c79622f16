import type { Board, IommuKind } from '../boards/board.ts';
import type { Device } from '../boards/device.ts';
import type { Region } from '../boards/region.ts';

/**
 * What a machine has beside its cores and RAM.
 *
 * Shape: `doorbell` is where a write by a device becomes an interrupt, if anywhere; `remapping` says whether it is
 *        checked which device may write which.
 */
export interface Peripherals {
  readonly devices: readonly Device[];
  readonly iommu: IommuKind;
  readonly doorbell: Region | undefined;
  readonly remapping: boolean;
}

/** A machine without devices. */
export const noPeripherals: Peripherals = {
  devices: [],
  iommu: 'none',
  doorbell: undefined,
  remapping: false,
};

/** What a board has. */
export const peripheralsOf = ({ devices, iommu, interrupts }: Board): Peripherals => ({
  devices,
  iommu,
  doorbell: interrupts.doorbell,
  remapping: interrupts.remapping,
});

/** Does the IOMMU see what the device does? One that has no DMA is seen by nobody. */
export const isRemapped = ({ iommu }: Peripherals, { master }: Device): boolean =>
  iommu !== 'none' && master !== undefined && master.id.kind !== 'unremapped';
