import type { MachineDesign } from '../arch/machine/design.ts';
import type { Rights } from '../arch/page.ts';
import type { Component } from '../model/component.ts';
import type { HandleId, ProcessId, Sid, ThreadId } from '../model/ids.ts';
import type { AccessIntent, Action, Judged, Step } from '../model/step.ts';
import type { SecurityModule } from '../model/security.ts';
import type { Solution } from '../solution/solution.ts';

/** What a kernel is given: static, and the same for the whole run. */
export interface System<Context extends object> {
  readonly solution: Solution;
  readonly security: SecurityModule<Context>;
  readonly limits: Limits;
  /** What it runs on; the abstract machine of one core, if nothing is said. */
  readonly machine?: MachineDesign;
}

/**
 * Limits of the kernel; reaching one is refused or counted, never a defect (AVL-1). Each is a share of
 * one process alone, so that no process takes what another was promised.
 */
export interface Limits {
  /** Processes that a process of the init description and its descendants may create together. */
  readonly processes: number;
  /** Threads of one process. */
  readonly threads: number;
  /** Entries of one process's handle table. */
  readonly handles: number;
  /** Handles of a server's table that one channel has brought there. */
  readonly transfers: number;
  /** Resources that one process has made: user objects, badges, receivers, channels, images … */
  readonly resources: number;
  /** Frames of memory that are one process's own. */
  readonly frames: number;
  /** Frames for the page tables of one process, beside the root. */
  readonly tables: number;
  /** Pages of its address space that one process may have reserved; 0 where no memory is looked at. */
  readonly pages: number;
  /** Pages of code, of data and of stack each that a process begins with. */
  readonly image: number;
  /** Domains of the IOMMU that one process may make, beside its own. */
  readonly domains: number;
  /** Requests of one process that wait for one server. */
  readonly queue: number;
  /** Entries of one receiver of notifications. */
  readonly subscriptions: number;
  /** Variables of the environment of one process. */
  readonly variables: number;
  /** Channels that creators may give one process before it starts. */
  readonly connections: number;
  /** Units: bytes of the values of one message. */
  readonly messageBytes: number;
  /** Units: ticks that a wait can be told apart by; a longer one counts as so many. */
  readonly ticks: number;
  /** Units: milliseconds in a tick. */
  readonly msecsPerTick: number;
  /** Records that the audit log keeps of each process; beyond them records are lost and counted, up to `lost`. */
  readonly auditRecords: number;
  /** Where the count of lost records stops, so that exploration ends. */
  readonly lost: number;
}

/** Limits for exploration and twins: no log is kept, and only whether a record was lost. */
export const exploring: Limits = {
  processes: 0,
  threads: 1,
  handles: 8,
  transfers: 2,
  resources: 4,
  frames: 0,
  tables: 0,
  pages: 0,
  image: 0,
  domains: 0,
  queue: 1,
  subscriptions: 2,
  variables: 32,
  connections: 16,
  messageBytes: 65_536,
  ticks: 1,
  msecsPerTick: 1,
  auditRecords: 0,
  lost: 1,
};

/** Limits for runs that people watch. */
export const running: Limits = {
  processes: 4,
  threads: 8,
  handles: 64,
  transfers: 16,
  resources: 64,
  frames: 64,
  tables: 32,
  pages: 1024,
  image: 1,
  domains: 2,
  queue: 8,
  subscriptions: 16,
  variables: 32,
  connections: 16,
  messageBytes: 65_536,
  ticks: 0x7fff_ffff,
  msecsPerTick: 1,
  auditRecords: 256,
  lost: 0xffff_ffff,
};

/** What a boot has come to (C-65). */
export interface Booted<State> {
  readonly state: State;
  readonly events: readonly Judged[];
  /** The kernel or Einit was denied: nothing runs. */
  readonly halted: boolean;
}

/**
 * What any kernel is, its system already given: the engine's `Context` ends here, and nothing to
 * the right names it (S2).
 */
export interface Kernel<State> {
  readonly boot: () => Booted<State>;
  /** Places for threads: the numbers of threads are below. */
  readonly threads: number;
  /** `Panel`, or `Panel#1` for a further thread of it. */
  readonly nameOf: (state: State, thread: ThreadId) => string;
  /** The threads that can act; `step` on another is a Defect. */
  readonly ready: (state: State) => readonly ThreadId[];
  /** Does some wait end with time, so that a `tick` makes a difference? */
  readonly isTimed: (state: State) => boolean;
  /** Who was asked to forget translations or to come to rest, and has not: `completeInvalidation` of another changes nothing. */
  readonly invalidating: (state: State) => readonly number[];
  readonly step: (state: State, action: Action) => Step<State>;
  readonly components: readonly Component<State>[];
  /** Plain data for views and JSON. */
  readonly describe: (state: State) => unknown;
  readonly facts: (state: State) => Facts;
}

/**
 * How the scheduler is to treat a thread.
 *
 * Units: `policy` 0 standard, 1 real-time first in, first out, 2 real-time round robin; a greater `priority` goes first.
 */
export interface ThreadSchedule {
  readonly policy: number;
  readonly priority: number;
}

/** A kernel that tells how its threads are to be scheduled; the choice among them is not its own. */
export interface ScheduledKernel<State> extends Kernel<State> {
  readonly schedule: (state: State, thread: ThreadId) => ThreadSchedule;
}

/** A kernel of which it does not matter what its states are made of. */
export type AnyKernel = <Result>(
  use: <State extends object>(kernel: Kernel<State>) => Result,
) => Result;

export const anyKernel =
  <State extends object>(kernel: Kernel<State>): AnyKernel =>
  (use) =>
    use(kernel);

/** Makes a kernel of one design for a system. */
export type KernelDesign = <Context extends object>(system: System<Context>) => AnyKernel;

/** A state in words that any kernel of this kind can say, for properties. Each list is made when it is asked for. */
export interface Facts {
  readonly processes: readonly ProcessFact[];
  readonly threads: readonly ThreadFact[];
  /** Requests that were granted and have neither been answered nor ended. */
  readonly pending: readonly PendingFact[];
  /** Every entry of every handle table. */
  readonly handles: readonly HandleFact[];
  /** Every resource that has been made since boot. */
  readonly resources: readonly ResourceFact[];
  /** Every frame of every process's share. */
  readonly frames: readonly FrameFact[];
  /** Every page that is mapped. */
  readonly mappings: readonly MappingFact[];
  /** Every run of ports that a process may use. */
  readonly ports: readonly PortFact[];
  /** Every device that there is. */
  readonly devices: readonly DeviceFact[];
  /** Every page that devices of a domain are let reach. */
  readonly domains: readonly DomainFact[];
  /** Every access to the first word of a page that would be done now. */
  readonly reach: readonly ReachFact[];
  /** Every word of a frame that is not zero, in the order of their addresses. */
  readonly words: readonly WordFact[];
  /** Who was asked to forget translations or to come to rest, and has not. */
  readonly invalidating: readonly number[];
}

/** Ports that a process may use, by the resource that was registered. */
export interface PortFact {
  readonly process: ProcessId;
  readonly first: number;
  readonly count: number;
  readonly by: Sid;
}

/**
 * A device.
 *
 * Shape: `device` is its number on the machine; `claimedBy` is whose it is. One that is `stopping` was told to stop
 *        and has not; a quiet one reads and writes nothing. `attached` are lines of its own that somebody is attached to.
 */
export interface DeviceFact {
  readonly device: number;
  readonly name: string;
  readonly claimedBy: ProcessId | undefined;
  readonly power: 'quiet' | 'running' | 'stopping';
  readonly attached: readonly number[];
  readonly domain: number | undefined;
  /** Domains that it was in, and that the IOMMU may still go by. */
  readonly former: readonly number[];
}

/** A page in a domain, and whose domain it is. Units: physical addresses of first bytes. */
export interface DomainFact {
  readonly domain: number;
  readonly owner: ProcessId;
  readonly physical: number;
}

/** A frame of memory. Units: the physical address of its first byte; its size in bytes. */
export interface FrameFact {
  readonly physical: number;
  readonly bytes: number;
  /** Whose share it is of. */
  readonly owner: ProcessId;
  /** `passing`: nothing uses it any more, and it is not cleared yet. */
  readonly state: 'free' | 'used' | 'passing';
}

/**
 * A page that a process has mapped.
 *
 * Shape: `by` is the resource that it maps; absent for the process's own memory. While `isChanging` some
 *        core may translate by rights that it had before.
 * Units: addresses of first bytes.
 */
export interface MappingFact {
  readonly process: ProcessId;
  readonly address: number;
  readonly physical: number;
  readonly rights: Rights;
  readonly by: Sid | undefined;
  readonly isChanging: boolean;
}

/**
 * An access of a process that would be done.
 *
 * Shape: `way` 0 is by the tables, on any core; another by what `core` has kept, whether the tables have it or not.
 * Units: the address, and the physical address that it comes to, of the first byte of a page.
 */
export interface ReachFact {
  readonly process: ProcessId;
  readonly address: number;
  readonly kind: AccessIntent['kind'];
  readonly physical: number;
  readonly core: number | undefined;
  readonly way: number;
}

/** A word of memory. Units: its physical address. */
export interface WordFact {
  readonly physical: number;
  readonly value: number;
}

export interface ProcessFact {
  readonly process: ProcessId;
  readonly name: string;
  readonly className: string;
  readonly sid: Sid;
  /** `running`: its start was granted, and it has not ended. */
  readonly state: 'new' | 'running' | 'frozen' | 'ended';
  /** How it ended, with what environment it begins, and the like, as bytes. */
  readonly rest: string;
}

/**
 * One thread that has not ended.
 *
 * Shape: `on` is what it waits for in the kernel, a resource or another thread, or over which listener or
 *        channel it takes requests; `asks` is the process that it
 *        asks for a channel.
 */
export interface ThreadFact {
  readonly thread: ThreadId;
  readonly process: ProcessId;
  readonly sid: Sid;
  readonly waits: 'no' | 'forServer' | 'forAnswer' | 'forRequest' | 'forKernel';
  readonly on: Sid | undefined;
  readonly asks: ProcessId | undefined;
  readonly serves: ThreadId | undefined;
}

export interface PendingFact {
  readonly client: ThreadId;
  readonly from: ProcessId;
  readonly server: ProcessId;
  readonly channel: Sid;
  readonly endpoint: string;
  readonly method: string;
  readonly taken: boolean;
}

/** Where an entry of a handle table is. */
export interface HandlePlace {
  readonly process: ProcessId;
  readonly number: HandleId;
}

export interface HandleFact extends HandlePlace {
  readonly sid: Sid;
  readonly rights: number;
  readonly parent: HandlePlace | undefined;
  readonly live: boolean;
  /** It came with a request that was not taken yet: its holder cannot use it. */
  readonly inTransit: boolean;
  /** The channel that brought it. */
  readonly channel: Sid | undefined;
  /** What marks the transfers and copies that it comes of, as far as they are not among its ancestors. */
  readonly marks: readonly Sid[];
}

/**
 * A resource that a process has made.
 *
 * Shape: `content` are its bytes; `watches` are the resources that it is told of; `frames` are those of a buffer,
 *        of one for devices too.
 * Units: `frames` by their physical addresses.
 */
export interface ResourceFact {
  readonly sid: Sid;
  readonly kind: string;
  readonly owner: ProcessId;
  readonly content: string;
  readonly watches: readonly Sid[];
  readonly frames: readonly number[];
}
