import type { Component } from '../model/component.ts';
import type { ProcessId, ThreadId } from '../model/ids.ts';
import type { Judged, Step, Action } from '../model/step.ts';
import type { SecurityModule } from '../model/security.ts';
import type { Solution } from '../solution/solution.ts';

/** What a kernel is given: static, and the same for the whole run. */
export interface System<Context extends object> {
  readonly solution: Solution;
  readonly security: SecurityModule<Context>;
  readonly limits: Limits;
}

/** Limits of the kernel; reaching one is refused or counted, never a defect. */
export interface Limits {
  /** Entries of one process's handle table. */
  readonly handles: number;
  /** Records that the audit log keeps; beyond them records are lost and counted, up to `lost`. */
  readonly auditRecords: number;
  /** Where the count of lost records stops, so that exploration ends. */
  readonly lost: number;
}

/** Limits for exploration and twins: no log is kept, and only whether a record was lost. */
export const exploring: Limits = { handles: 8, auditRecords: 0, lost: 1 };

/** Limits for runs that people watch. */
export const running: Limits = { handles: 64, auditRecords: 1024, lost: 0xffff_ffff };

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
  /** The threads that can act; `step` on another is a Defect. */
  readonly ready: (state: State) => readonly ThreadId[];
  readonly step: (state: State, action: Action) => Step<State>;
  readonly components: readonly Component<State>[];
  /** Plain data for views and JSON. */
  readonly describe: (state: State) => unknown;
  readonly facts: (state: State) => Facts;
}

/** A state in words that any kernel of this kind can say, for properties. */
export interface Facts {
  readonly processes: readonly ProcessFact[];
  readonly threads: readonly ThreadFact[];
  /** Requests that were granted and have neither been answered nor ended. */
  readonly pending: readonly PendingFact[];
  /** The canonical bytes of all that belongs to each process alone. */
  readonly own: ReadonlyMap<ProcessId, string>;
}

export interface ProcessFact {
  readonly process: ProcessId;
  readonly started: boolean;
}

export interface ThreadFact {
  readonly thread: ThreadId;
  readonly process: ProcessId;
  readonly waits: 'no' | 'forServer' | 'forAnswer' | 'forRequest';
  readonly serves: ThreadId | undefined;
}

export interface PendingFact {
  readonly client: ThreadId;
  readonly server: ProcessId;
  readonly endpoint: string;
  readonly method: string;
  readonly taken: boolean;
}
