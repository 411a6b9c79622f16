import type { AccessKind } from '../access.ts';
import type { EditRefusal, Rights } from '../page.ts';
import type { Walk } from '../walk.ts';
import type { Dma } from './dma.ts';
import type { Peripherals } from './peripherals.ts';
import type { Invalidation, MachineState } from './state.ts';
import type { MappedPage, Translator } from './translator.ts';

/** An access of a program, on a core. */
export interface CoreAccess {
  readonly core: number;
  readonly space: number;
  readonly address: number;
  readonly kind: AccessKind;
}

/** What an access comes to, and the machine after it: a walk writes bits, and the core may keep it. */
export interface Translating {
  readonly walk: Walk;
  readonly next: MachineState;
}

/** What a physical address belongs to. Shape: `index` counts the frames of a space's share. */
export type Owner =
  | { readonly kind: 'frame'; readonly space: number; readonly index: number }
  /** Tables of a space. */
  | { readonly kind: 'tables'; readonly space: number }
  /** The kernel's own, and whatever was handed to nobody. */
  | { readonly kind: 'kernel' }
  /** No RAM: registers of devices, or nothing. */
  | { readonly kind: 'outside' };

/** What a machine is made of. Units: bytes. */
export interface MachineSize {
  readonly cores: number;
  /** Address spaces: one for each place of a process. */
  readonly spaces: number;
  /** Frames that are the share of each space, for what programs have. */
  readonly frames: number;
  /** Frames that are the share of each space, for tables beside its root. */
  readonly tables: number;
  readonly ram: { readonly base: number; readonly bytes: number };
  /** The least address behind all that answers, RAM and registers of devices. */
  readonly physicalEnd: number;
  /** Do cores forget at once what they are asked to, or when they come to it (`complete`)? And the IOMMU, and do devices stop at once? */
  readonly shootdown: 'immediate' | 'delayed';
  /** Domains of the IOMMU. */
  readonly domains: number;
  readonly peripherals: Peripherals;
}

/**
 * What a kernel runs on: cores, each with its TLB, and memory.
 *
 * Law: what a machine of tables does, the abstract one can do as well (ARCHITECTURE.md, "Machines").
 */
export interface Machine {
  readonly name: Translator['name'];
  readonly size: MachineSize;
  readonly pageBytes: number;
  readonly addressEnd: number;
  readonly effective: Translator['effective'];
  readonly initial: MachineState;
  /** The physical address of a frame of a space's share. */
  readonly frame: (space: number, index: number) => number;
  readonly ownerOf: (physical: number) => Owner;
  /** In how many ways an access may go: 0 by the tables, then by each thing that the core has kept, the oldest first. */
  readonly ways: (state: MachineState, access: CoreAccess) => number;
  /** Translates an access in one of its ways. Throws: `Defect`, for a way that it has not. */
  readonly translate: (state: MachineState, access: CoreAccess, way: number) => Translating;
  readonly map: (
    state: MachineState,
    space: number,
    page: MappedPage,
  ) => MachineState | EditRefusal;
  /** Takes a page away from the tables; what cores have kept of it stays until `invalidate`. */
  readonly unmap: (
    state: MachineState,
    space: number,
    address: number,
  ) => MachineState | EditRefusal;
  readonly protect: (
    state: MachineState,
    space: number,
    address: number,
    rights: Rights,
  ) => MachineState | EditRefusal;
  /** A core, if one is named, forgets at once; the others are asked to. */
  readonly invalidate: (
    state: MachineState,
    core: number | undefined,
    what: Invalidation,
  ) => MachineState;
  /** A core does what it was asked to. */
  readonly complete: (state: MachineState, core: number) => MachineState;
  /** An empty space in the place of what was there: its tables are cleared. Cores are to be invalidated before. */
  readonly reopen: (state: MachineState, space: number) => MachineState;
  /** Zeros in a frame of the machine's page size. */
  readonly clear: (state: MachineState, physical: number) => MachineState;
  readonly dma: Dma;
  /** The word of 4 bytes at a physical address, aligned down to it; absent where nothing answers. */
  readonly read: (state: MachineState, physical: number) => number | undefined;
  readonly write: (state: MachineState, physical: number, value: number) => MachineState;
}
