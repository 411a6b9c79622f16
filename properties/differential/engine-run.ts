import type { AuditRecord, SecurityEvent, SecurityModule, Verdict } from '../../model/security.ts';
import type { Sid } from '../../model/ids.ts';
import { makeKeyWriter } from '../../model/writer.ts';
import { describeContext, encodeContext } from '../../kss/context.ts';
import type { Session } from '../../kss/compiled/session.ts';

/** What an engine says of one event. */
export interface Answer {
  readonly verdict: Verdict;
  readonly audit: AuditRecord | undefined;
}

/** An engine under way, whatever keeps its context. */
export interface EngineRun {
  readonly decide: (event: SecurityEvent) => Answer;
  readonly release: (sid: Sid) => void;
  /** The canonical bytes of the context. */
  readonly bytes: () => string;
  /** The context as plain data. */
  readonly view: () => unknown;
}

/** A module, its context handed on from event to event; bytes are made anew only where it has moved. */
export const runOfModule = <Context extends object>(module: SecurityModule<Context>): EngineRun => {
  const writer = makeKeyWriter();
  let context = module.initial;
  let encoded: { readonly of: Context; readonly bytes: string } | undefined;
  return {
    decide: (event) => {
      const { verdict, audit, next } = module.decide(context, event);
      context = next ?? context;
      return { verdict, audit };
    },
    release: (sid) => {
      context = module.release(context, sid);
    },
    bytes: () => {
      if (encoded?.of !== context) {
        module.encode(context, writer);
        encoded = { of: context, bytes: writer.take() };
      }
      return encoded.bytes;
    },
    view: () => module.describe(context),
  };
};

/**
 * A session of the compiled engine, whose context is changed in place. Every other event is looked up
 * beforehand, so that both ways of deciding are tried.
 */
export const runOfSession = (session: Session): EngineRun => {
  const writer = makeKeyWriter();
  let count = 0;
  return {
    decide: (event) => {
      count += 1;
      const verdict =
        count % 2 === 0 ? session.decidePrepared(session.prepare(event)) : session.decide(event);
      return { verdict, audit: session.audit() };
    },
    release: session.release,
    bytes: () => {
      encodeContext(session.context(), writer);
      return writer.take();
    },
    view: () => describeContext(session.context()),
  };
};
