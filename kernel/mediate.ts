import { Defect } from '../model/defect.ts';
import type { ProcessId } from '../model/ids.ts';
import type {
  Denied,
  EventKind,
  SecurityEvent,
  SecurityModule,
  Subject,
} from '../model/security.ts';
import type { Judged } from '../model/step.ts';
import type { RecordValue } from '../model/value.ts';

/** Who asks or is asked: a process, the kernel, or Einit while the system boots (C-60). */
export type Party = ProcessId | 'kernel' | 'einit';

/**
 * The process that a party is.
 *
 * Throws: `Defect`, for the kernel and Einit: neither has threads, handles or a queue.
 */
export const processOf = (party: Party): ProcessId => {
  if (party === 'kernel' || party === 'einit') throw new Defect(`${party} is no process`);
  return party;
};

/**
 * What is to be judged, and how it is read once it is granted.
 *
 * Shape: `message` is as the program gave it; `show` replaces the handles in it by what the engine
 *        may see; `read` gives the typed request, of the message and of what was shown of it. Both work
 *        on the one message, so that what was judged is what is done.
 */
export interface Ask<Request> {
  readonly kind: EventKind;
  readonly by: Party;
  readonly to: Party;
  readonly endpoint: string | undefined;
  readonly method: string;
  readonly message: RecordValue;
  readonly show: (message: RecordValue) => RecordValue;
  readonly read: (message: RecordValue, shown: RecordValue) => Request | undefined;
}

/** The engine, and who each party is to it. */
export interface Gate<Context extends object> {
  readonly security: SecurityModule<Context>;
  readonly subject: (party: Party) => Subject;
}

/**
 * Holding one proves that this request of `by` to `to` was granted in this step (MED-1).
 * Only its type leaves this file, so nothing else can make one, and its fields are private, so
 * nothing can copy or forge one.
 */
class GrantedEvent<Request> {
  readonly #ask: Ask<Request>;
  readonly #request: Request;
  #live = true;

  constructor(ask: Ask<Request>, request: Request) {
    this.#ask = ask;
    this.#request = request;
  }

  #used(): Ask<Request> {
    if (!this.#live) throw new Defect('a permit was used after its step');
    return this.#ask;
  }

  get kind(): EventKind {
    return this.#used().kind;
  }

  get by(): Party {
    return this.#used().by;
  }

  get to(): Party {
    return this.#used().to;
  }

  get endpoint(): string | undefined {
    return this.#used().endpoint;
  }

  get method(): string {
    return this.#used().method;
  }

  get request(): Request {
    this.#used();
    return this.#request;
  }

  static spend<Request>(permit: GrantedEvent<Request>): void {
    permit.#live = false;
  }
}

export type Permit<Request> = GrantedEvent<Request>;

/** How a step goes on after the verdict. */
export interface Answers<Context, Request, Result> {
  readonly granted: (permit: Permit<Request>, context: Context, judged: Judged) => Result;
  readonly denied: (verdict: Denied, judged: Judged) => Result;
}

const eventOf = <Context extends object, Request>(
  gate: Gate<Context>,
  ask: Ask<Request>,
  message: RecordValue,
): SecurityEvent => ({
  kind: ask.kind,
  source: gate.subject(ask.by),
  destination: gate.subject(ask.to),
  endpoint: ask.endpoint,
  interface: undefined,
  method: ask.method,
  content: { kind: 'value', message },
});

/**
 * Has an event judged, and goes on as the verdict says. The only way to a `Permit`.
 *
 * Result: what the continuation returns; a denial leaves the context as it was (C-32).
 * Throws: `Defect`, if the engine grants a message that is not of the declared type (TYPE-1).
 */
export const mediate = <Context extends object, Request, Result>(
  gate: Gate<Context>,
  context: Context,
  ask: Ask<Request>,
  answers: Answers<Context, Request, Result>,
): Result => {
  const shown = ask.show(ask.message);
  const event = eventOf(gate, ask, shown);
  const { verdict, next, audit } = gate.security.decide(context, event);
  const judged: Judged = { event, verdict, audit };
  if (verdict.kind === 'denied') return answers.denied(verdict, judged);
  const request = ask.read(ask.message, shown);
  if (request === undefined) throw new Defect('a malformed message was granted');
  const permit = new GrantedEvent(ask, request);
  try {
    return answers.granted(permit, next ?? context, judged);
  } finally {
    GrantedEvent.spend(permit);
  }
};
