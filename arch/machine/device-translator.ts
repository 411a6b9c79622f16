import type { TableIommuName } from '../iommu/catalogue.ts';
import type { PhysicalMemory } from '../memory.ts';
import type { EditRefusal } from '../page.ts';
import type { DeviceContext, MachineState } from './state.ts';
import type { Cached, EditedSpace, MappedPage, Space } from './translator.ts';

/** An access of a device. Units: `address` as the device gives it, before any translation. */
export interface DmaAccess {
  readonly device: number;
  readonly address: number;
  readonly kind: 'load' | 'store';
}

/** Where the IOMMU lets an access go: to a physical address, or nowhere. */
export type LetThrough =
  { readonly kind: 'reached'; readonly physical: number } | { readonly kind: 'blocked' };

/** What an IOMMU goes by: memory, and what is so of devices. */
export type DmaWorld = Pick<MachineState, 'memory' | 'dma'>;

/**
 * How a kind of IOMMU translates for devices: by tables in memory, or by an abstract map. What it keeps and when
 * it lets go is the machine's (`make-dma.ts`).
 */
export interface DeviceTranslator {
  readonly name: TableIommuName | 'abstract';
  readonly pageBytes: number;
  /** Memory in which no device is attached, and there are the tables that say so. */
  readonly begin: (memory: PhysicalMemory) => PhysicalMemory;
  /** An empty domain, by its number. */
  readonly open: (domain: number) => Space;
  /** What is gone by for a device; absent where it is in no domain. */
  readonly findContext: (world: DmaWorld, device: number) => DeviceContext | undefined;
  readonly byTables: (world: DmaWorld, context: DeviceContext, access: DmaAccess) => LetThrough;
  /** An access by what was kept. Result: absent where it must be walked again. */
  readonly byKept: (world: DmaWorld, cached: Cached, access: DmaAccess) => LetThrough | undefined;
  readonly attach: (world: DmaWorld, device: number, domain: number) => PhysicalMemory;
  readonly detach: (world: DmaWorld, device: number) => PhysicalMemory;
  readonly map: (world: DmaWorld, domain: number, page: MappedPage) => EditedSpace | EditRefusal;
  readonly unmap: (world: DmaWorld, domain: number, address: number) => EditedSpace | EditRefusal;
  /** The first bytes of the physical pages that a domain leads to, in the order of their addresses. */
  readonly pages: (world: DmaWorld, domain: number) => readonly number[];
}
