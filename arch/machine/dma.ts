import type { EditRefusal } from '../page.ts';
import type { Peripherals } from './peripherals.ts';
import type { DeviceTranslator, DmaAccess } from './device-translator.ts';
import type { Reached } from './dma-access.ts';
import type { DmaState, MachineState } from './state.ts';
import type { MappedPage } from './translator.ts';

/** How devices reach memory: through an IOMMU, or past all checks where there is none. */
export interface Dma {
  readonly initial: DmaState;
  /**
   * In how many ways an access may go: as the device is attached now, first, and by each attachment that the IOMMU has
   * not forgotten; of each its tables, or what was kept of them.
   */
  readonly ways: (state: MachineState, access: DmaAccess) => number;
  /** Where an access goes in one of its ways. Throws: `Defect`, for a way that it has not. */
  readonly translate: (state: MachineState, access: DmaAccess, way: number) => Reached;
  readonly map: (
    state: MachineState,
    domain: number,
    page: MappedPage,
  ) => MachineState | EditRefusal;
  /** The first bytes of the physical pages that a domain leads to. */
  readonly pages: (state: MachineState, domain: number) => readonly number[];
  /** Takes a page out of a domain, and has the IOMMU forget it. */
  readonly unmap: (
    state: MachineState,
    domain: number,
    address: number,
  ) => MachineState | EditRefusal;
  /** Puts a device that is in none into a domain. */
  readonly attach: (state: MachineState, device: number, domain: number) => MachineState;
  /** Takes a device out of its domain, if it is in one, and has the IOMMU forget that it was. */
  readonly detach: (state: MachineState, device: number) => MachineState;
  /** Lets a device read and write memory. */
  readonly start: (state: MachineState, device: number) => MachineState;
  /** Tells a device to stop. */
  readonly stop: (state: MachineState, device: number) => MachineState;
  /** The IOMMU forgets what it was asked to. */
  readonly complete: (state: MachineState) => MachineState;
  /** A device that was told to stop has come to rest. */
  readonly rest: (state: MachineState, device: number) => MachineState;
}

/** Who translates for devices, what there is, and when what is asked of them is done. */
export interface DmaParts {
  readonly translator: DeviceTranslator;
  readonly peripherals: Peripherals;
  readonly shootdown: 'immediate' | 'delayed';
}
