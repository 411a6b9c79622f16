import type { HandleId, ProcessId, ThreadId } from './ids.ts';
import type { AuditRecord, Denied, EventKind, SecurityEvent, Verdict } from './security.ts';
import type { RecordValue } from './value.ts';

/**
 * How long a wait may last.
 *
 * Shape: `interrupt` is a handle to an IPC synchronisation object of the caller's own; setting it ends
 *        the wait.
 * Units: `timeout` in milliseconds; absent for ever.
 */
export interface WaitLimits {
  readonly timeout?: number;
  readonly interrupt?: HandleId;
}

/** What a program asks of the kernel. Endpoint and method stand by name; any text may be given. */
export type Intent =
  | ({
      readonly kind: 'call';
      readonly handle: HandleId;
      /** Empty for a callable handle, which is bound to one. */
      readonly endpoint: string;
      readonly method: string;
      readonly message: RecordValue;
    } & WaitLimits)
  /** From any channel of the process; with a handle of a listener or of a channel, over that alone. */
  | ({ readonly kind: 'recv'; readonly handle?: HandleId } & WaitLimits)
  | { readonly kind: 'reply'; readonly as: 'response' | 'error'; readonly message: RecordValue }
  | {
      readonly kind: 'querySecurity';
      readonly interface: string;
      readonly method: string;
      readonly message: RecordValue;
    }
  /** An exception of the thread's own. */
  | { readonly kind: 'trap'; readonly code: number }
  | AccessIntent
  | PortIntent;

/**
 * An access to memory: of the word of 4 bytes at an address of the process's own, aligned down to it.
 *
 * Shape: `way` says by what the core translates: by its tables, which is 0 and what is usual, or by what it
 *        has kept of an earlier walk.
 */
export type AccessIntent =
  | {
      readonly kind: 'load' | 'fetch';
      readonly address: number;
      readonly way?: number;
    }
  | {
      readonly kind: 'store';
      readonly address: number;
      readonly value: number;
      readonly way?: number;
    };

/**
 * A use of the x86 family's ports.
 *
 * Shape: `value` of a `portIn` is what the device answers: an input, as what devices do is chosen outside.
 */
export interface PortIntent {
  readonly kind: 'portIn' | 'portOut';
  readonly port: number;
  readonly value: number;
}

/**
 * An intent with its subject.
 *
 * Shape: `core` is where the thread runs; the first, if nothing is said.
 * Units: `clock` is what the clock shows, in milliseconds: an input, as the state knows no time.
 */
export type ThreadAction = Intent & {
  readonly by: ThreadId;
  readonly clock?: bigint;
  readonly core?: number;
};

export type CallAction = Extract<ThreadAction, { readonly kind: 'call' }>;

/**
 * What hardware does of its own. Devices are subjects: any of them reads and writes at any address, at any time, and
 * raises any line.
 *
 * Shape: `core` is who does what it was asked to: a core, the IOMMU behind the last, or a device behind that, which
 *        comes to rest. `device` is its number on the machine. `way` is one of those that the IOMMU may translate in;
 *        0 is what is usual.
 */
export type HardwareAction =
  | { readonly kind: 'completeInvalidation'; readonly core: number }
  | DmaAction
  | { readonly kind: 'raiseInterrupt'; readonly line: number };

/** An access of a device to the word of 4 bytes at an address. */
export type DmaAction =
  | {
      readonly kind: 'dmaRead';
      readonly device: number;
      readonly address: number;
      readonly way?: number;
    }
  | {
      readonly kind: 'dmaWrite';
      readonly device: number;
      readonly address: number;
      readonly value: number;
      readonly way?: number;
    };

/** All that can happen: what a thread does, what hardware does, and the passing of time. */
export type Action = ThreadAction | HardwareAction | { readonly kind: 'tick' };

/** Is it a thread that acts? Else it is hardware, or time. */
export const isByThread = (action: Action): action is ThreadAction => 'by' in action;

/** Is it an access to memory? */
export const isAccess = <Tried extends Intent>(intent: Tried): intent is Tried & AccessIntent =>
  intent.kind === 'load' || intent.kind === 'store' || intent.kind === 'fetch';

/** Retcodes by name; their numbers are in spec/retcodes.md (C-66). */
export type Retcode =
  | 'rcOk'
  | 'rcInvalidArgument'
  | 'rcSecurityDisallow'
  | 'rcNotConnected'
  | 'rcHandleRevoked'
  | 'rcIpcInterrupt'
  | 'rcTimeout'
  | 'rcResourceNotFound'
  | 'rcUnimplemented'
  | 'rcBufferTooLarge'
  | 'rcAbort'
  | 'rcAlreadyExists'
  | 'rcInvalidThreadState'
  | 'rcFutexWouldBlock'
  | 'rcOutOfMemory';

/** What a thread learns when its action is done. */
export type Result =
  /** A call: the answer. */
  | { readonly kind: 'answered'; readonly as: 'response' | 'error'; readonly message: RecordValue }
  /** A recv: the request that it took; `context` is that of the callable handle it came by. */
  | {
      readonly kind: 'received';
      readonly endpoint: string;
      readonly method: string;
      readonly message: RecordValue;
      readonly context?: bigint;
    }
  /** A reply: the client has it. */
  | { readonly kind: 'replied' }
  /** A query of the security module: it is granted. */
  | { readonly kind: 'permitted' }
  /** An access: the word that was read, or is there now. */
  | { readonly kind: 'accessed'; readonly value: number }
  /** Time has passed. */
  | { readonly kind: 'ticked' }
  /** A core has forgotten what it was asked to. */
  | { readonly kind: 'invalidated' }
  /** A line was raised. */
  | { readonly kind: 'raised' }
  /** The thread has ended itself, and learns nothing any more. */
  | { readonly kind: 'ended' };

/** How one action ended; the ways to say no never mix (ARCHITECTURE.md, "Outcomes"). */
export type Outcome =
  | { readonly kind: 'done'; readonly result: Result }
  | {
      readonly kind: 'denied';
      /** The action of this thread that the denial ended: a denied answer ends a reply and a call. */
      readonly ends: 'call' | 'reply' | 'query';
      readonly phase: EventKind;
      readonly verdict: Denied;
    }
  | { readonly kind: 'refused'; readonly because: Refusal; readonly retcode: Retcode }
  /** The subject's own exception. */
  | { readonly kind: 'faulted'; readonly code: number }
  | { readonly kind: 'blocked' };

/** Why the kernel refuses, each with its row in spec/retcodes.md. */
export type Refusal =
  | 'abandoned'
  | 'alreadyServing'
  | 'badHandle'
  | 'badgeless'
  | 'classMismatch'
  | 'classUnknown'
  | 'dropped'
  | 'framesFull'
  | 'handleRevoked'
  | 'imageMismatch'
  | 'interrupted'
  | 'invalidArgument'
  | 'logEmpty'
  | 'messageTooLarge'
  | 'nameTaken'
  | 'nameUnknown'
  | 'notConnected'
  | 'notMapped'
  | 'notServing'
  | 'occupied'
  | 'pagesFull'
  | 'processesFull'
  | 'queueFull'
  | 'resourcesFull'
  | 'rightsMissing'
  | 'serverDied'
  | 'startDenied'
  | 'subscriptionsFull'
  | 'tableFull'
  | 'threadsFull'
  | 'timedOut'
  | 'transfersFull'
  | 'unimplemented'
  | 'valueDiffers'
  | 'woken'
  | 'writeExecute'
  | 'wrongState'
  | 'wrongType';

/** An event and what the engine answered, in the order in which they were judged. */
export interface Judged {
  readonly event: SecurityEvent;
  readonly verdict: Verdict;
  readonly audit: AuditRecord | undefined;
}

/** A wait of another thread that this step ended. */
export interface Completion {
  readonly of: ThreadId;
  readonly outcome: Outcome;
}

/** A thread that exists since this step: it begins its program anew. */
export interface Started {
  readonly thread: ThreadId;
  readonly process: ProcessId;
  /** What the creator of the thread gave; 0 for the first thread of a process. */
  readonly entry: number;
}

/** An access to physical memory or to the registers of a device, as it was made. */
export interface Accessed {
  readonly by: ThreadId;
  readonly kind: AccessIntent['kind'];
  /** Units: the physical address of the word. */
  readonly physical: number;
  /** What was read, or written. */
  readonly value: number;
}

/** An access of a device to physical memory, as it was made. */
export interface Transferred {
  readonly device: number;
  readonly kind: DmaAction['kind'];
  /** Units: the physical address of the word. */
  readonly physical: number;
  readonly value: number;
}

export interface Report {
  readonly outcome: Outcome;
  readonly events: readonly Judged[];
  readonly completions: readonly Completion[];
  readonly started: readonly Started[];
  /** Threads that are no more. */
  readonly ended: readonly ThreadId[];
  readonly accesses: readonly Accessed[];
  readonly transfers: readonly Transferred[];
}

export interface Step<State> extends Report {
  readonly next: State;
}
