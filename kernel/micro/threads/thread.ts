import type { Branded, HandleId, ProcessId, Sid, ThreadId } from '../../../model/ids.ts';
import type { Outcome, Refusal } from '../../../model/step.ts';
import type { RecordValue } from '../../../model/value.ts';
import type { ServiceName } from '../services/service-name.ts';

/**
 * A request that was granted and has not ended.
 * A standing right: holding one proves the grant. It licenses the delivery of the request, and the
 * end of the client's own wait.
 *
 * Shape:  `listener` is where it comes to, also when the channel is no more. `message` is in the words of its receiver; `brought` are the numbers in the receiver's table
 *         of the handles that come with it. `context` is that of the callable handle it goes by.
 * Source: TLA+ `wait`, `limit` and `queue` in tla/ipc/Rendezvous.tla.
 */
export type Pending = Branded<
  {
    readonly client: ThreadId;
    readonly from: ProcessId;
    readonly server: ProcessId;
    readonly channel: Sid;
    readonly listener: Sid;
    readonly endpoint: string;
    readonly method: string;
    readonly message: RecordValue;
    readonly brought: readonly HandleId[];
    readonly context: bigint | undefined;
  },
  'Pending'
>;

/** What a service of the kernel waits for. */
export type WaitFor =
  /** `invalidation`: until no core has the rights any more that pages of the process had. */
  | { readonly kind: 'time' | 'resumption' | 'invalidation' }
  | { readonly kind: 'word' | 'event'; readonly sid: Sid }
  | { readonly kind: 'end'; readonly thread: ThreadId }
  | {
      readonly kind: 'acceptance';
      readonly server: ProcessId;
      readonly service: string;
      /** The server has been told of it. */
      readonly isListed: boolean;
    }
  | { readonly kind: 'client'; readonly filter: string };

/**
 * A service of the kernel that was granted and has not ended. A standing right: it licenses the end of
 * the caller's own wait, and what it is given then.
 *
 * Units: `remaining` counts ticks; absent for ever.
 */
export type Waiting = Branded<
  {
    readonly thread: ThreadId;
    readonly process: ProcessId;
    readonly service: ServiceName;
    readonly waitsFor: WaitFor;
    readonly remaining: number | undefined;
  },
  'Waiting'
>;

/** How a wait may end before what it waits for. */
export interface Ending {
  /** Units: ticks. */
  readonly remaining: number | undefined;
  /** The synchronisation object that interrupts it. */
  readonly interrupt: Sid | undefined;
}

/** What a thread waits for: `calling` until a server takes the request, `awaiting` its answer. */
export type Wait =
  | { readonly kind: 'ready' }
  | { readonly kind: 'calling'; readonly pending: Pending; readonly ending: Ending }
  | { readonly kind: 'awaiting'; readonly pending: Pending; readonly ending: Ending }
  /** `over` is the listener or the channel whose requests it takes; absent for any. */
  | { readonly kind: 'receiving'; readonly over: Sid | undefined; readonly ending: Ending }
  | { readonly kind: 'waiting'; readonly waiting: Waiting }
  /** It has ended; what it left is kept while somebody holds it. */
  | { readonly kind: 'ended'; readonly status: number };

/** 0 standard, 1 real-time FIFO, 2 real-time round robin. */
export type Policy = 0 | 1 | 2;

/** What a thread waits for and whom it serves stand apart: a server may call (C-64). */
export interface Thread {
  readonly process: ProcessId;
  readonly wait: Wait;
  readonly serving: Pending | undefined;
  /** The client of what it serves is gone: the answer has nobody to go to. */
  readonly isAbandoned: boolean;
  readonly entry: number;
  readonly priority: number;
  readonly policy: Policy;
}

/** A wait that has ended in this step and is still to be told: its outcome, or the answer of a service. */
export type EndedWait =
  | { readonly kind: 'told'; readonly thread: ThreadId; readonly outcome: Outcome }
  | {
      readonly kind: 'served';
      readonly waiting: Waiting;
      readonly message: RecordValue;
      /** Handles that were made for the answer. */
      readonly made: readonly HandleId[];
      /** Why it was refused; absent if it was done. */
      readonly because: Refusal | undefined;
    };
