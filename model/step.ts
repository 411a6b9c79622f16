import type { HandleId, ThreadId } from './ids.ts';
import type { AuditRecord, Denied, EventKind, SecurityEvent, Verdict } from './security.ts';
import type { RecordValue } from './value.ts';

/** What a program asks of the kernel. Endpoint and method stand by name; any text may be given. */
export type Intent =
  | {
      readonly kind: 'call';
      readonly handle: HandleId;
      readonly endpoint: string;
      readonly method: string;
      readonly message: RecordValue;
    }
  | { readonly kind: 'recv' }
  | { readonly kind: 'reply'; readonly as: 'response' | 'error'; readonly message: RecordValue };

/** An intent with its subject. */
export type Action = Intent & { readonly by: ThreadId };

/** Retcodes by name; their numbers are in spec/retcodes.md (C-66). */
export type Retcode =
  | 'rcOk'
  | 'rcInvalidArgument'
  | 'rcSecurityDisallow'
  | 'rcResourceNotFound'
  | 'rcUnimplemented'
  | 'rcInvalidThreadState'
  | 'rcOutOfMemory';

/** What a thread learns when its action is done. */
export type Result =
  /** A call: the answer. */
  | { readonly kind: 'answered'; readonly as: 'response' | 'error'; readonly message: RecordValue }
  /** A recv: the request that it took. */
  | {
      readonly kind: 'received';
      readonly endpoint: string;
      readonly method: string;
      readonly message: RecordValue;
    }
  /** A reply: the client has it. */
  | { readonly kind: 'replied' };

/** How one action ended; the ways to say no never mix (ARCHITECTURE.md, "Outcomes"). */
export type Outcome =
  | { readonly kind: 'done'; readonly result: Result }
  | {
      readonly kind: 'denied';
      /** The action of this thread that the denial ended: a denied answer ends a reply and a call. */
      readonly ends: 'call' | 'reply';
      readonly phase: EventKind;
      readonly verdict: Denied;
    }
  | { readonly kind: 'refused'; readonly because: Refusal; readonly retcode: Retcode }
  | { readonly kind: 'blocked' };

/** Why the kernel refuses, each with its row in spec/retcodes.md. */
export type Refusal =
  'badHandle' | 'notServing' | 'alreadyServing' | 'rightsMissing' | 'tableFull' | 'unimplemented';

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

export interface Report {
  readonly outcome: Outcome;
  readonly events: readonly Judged[];
  readonly completions: readonly Completion[];
}

export interface Step<State> extends Report {
  readonly next: State;
}
