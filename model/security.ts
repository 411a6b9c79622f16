import type { Sid } from './ids.ts';
import type { Span } from './span.ts';
import type { RecordValue } from './value.ts';
import type { Writer } from './writer.ts';

export const eventKinds = ['execute', 'request', 'response', 'error', 'security'] as const;

export type EventKind = (typeof eventKinds)[number];

/** Who takes part in an event. A name that is neither process nor class has no SID and no class. */
export type Subject =
  | { readonly kind: 'known'; readonly name: string; readonly sid: Sid; readonly className: string }
  | { readonly kind: 'unknown'; readonly name: string };

/** A message as the engine gets it: the parameters as given, or why they could not be read. */
export type Content =
  | { readonly kind: 'value'; readonly message: RecordValue }
  | { readonly kind: 'undecodable'; readonly fault: MessageFault };

/** What is wrong with a message: the path to the parameter, and why. */
export interface MessageFault {
  readonly path: string;
  readonly why: string;
}

/**
 * One interaction to be judged (S2, S20: no kernel type appears).
 *
 * Shape: in a response or error the server is `source`. Absent: `destination` in a security event;
 *        `endpoint` in execute and security events, and where only `interface` is known;
 *        `method` where the caller named none.
 */
export interface SecurityEvent {
  readonly kind: EventKind;
  readonly source: Subject;
  readonly destination: Subject | undefined;
  readonly endpoint: string | undefined;
  readonly interface: string | undefined;
  readonly method: string | undefined;
  readonly content: Content;
}

/** One rule that was asked, and what it answered. */
export interface Finding {
  readonly object: string;
  readonly rule: string;
  readonly at: Span;
  readonly result: 'granted' | 'denied' | 'failed';
  /** Why it was denied or failed, in words. */
  readonly why?: string;
}

export interface Granted {
  readonly kind: 'granted';
  readonly by: readonly [Finding, ...Finding[]];
}

/** The reasons for a denial, in the order of precedence of C-07. */
export type Denied =
  | {
      readonly kind: 'denied';
      readonly because: 'unknownSubject';
      readonly name: string;
      readonly by: readonly [];
    }
  | {
      readonly kind: 'denied';
      readonly because: 'unknownMethod';
      readonly name: string;
      readonly by: readonly [];
    }
  | {
      readonly kind: 'denied';
      readonly because: 'malformed';
      readonly fault: MessageFault;
      readonly by: readonly [];
    }
  | {
      readonly kind: 'denied';
      readonly because: 'ruleRefused';
      readonly by: readonly [Finding, ...Finding[]];
    }
  | {
      readonly kind: 'denied';
      readonly because: 'failed';
      readonly by: readonly [Finding, ...Finding[]];
    }
  | { readonly kind: 'denied'; readonly because: 'noRule'; readonly by: readonly [] };

/** `by` lists every finding of the decision in textual order, the granting ones too. */
export type Verdict = Granted | Denied;

export type DenialReason = Denied['because'];

/** What the audit log keeps of one decision. */
export interface AuditRecord {
  readonly event: SecurityEvent;
  readonly verdict: 'granted' | 'denied';
  /** The recorded calls; empty for denials that are recorded whatever the profile says. */
  readonly findings: readonly Finding[];
  readonly because?: DenialReason;
  /** What is wrong with a message that is malformed. */
  readonly fault?: MessageFault;
}

/** `next` is absent where the context did not move. */
export interface Decision<Context> {
  readonly verdict: Verdict;
  readonly next?: Context;
  readonly audit: AuditRecord | undefined;
}

/**
 * The security engine as a kernel sees it: it decides and never enforces.
 *
 * Result: a denied event leaves no `next` (C-32). `encode` is canonical: equal contexts, equal bytes.
 */
export interface SecurityModule<Context extends object> {
  readonly initial: Context;
  readonly decide: (context: Context, event: SecurityEvent) => Decision<Context>;
  /** Drops what the context holds for a SID whose object is gone (C-63). */
  readonly release: (context: Context, sid: Sid) => Context;
  readonly encode: (context: Context, writer: Writer) => void;
  /** Plain data for views and JSON. */
  readonly describe: (context: Context) => unknown;
}
