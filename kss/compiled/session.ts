import type { Sid } from '../../model/ids.ts';
import type { AuditRecord, SecurityEvent, Verdict } from '../../model/security.ts';
import type { Solution } from '../../solution/solution.ts';
import { auditRecord } from '../audit.ts';
import type { Context } from '../context.ts';
import { denialOf } from '../denial.ts';
import type { EngineOptions } from '../engine-options.ts';
import { resolve } from '../resolve.ts';
import { Defect } from '../../model/defect.ts';
import { makeContexts } from './contexts.ts';
import { makeFrame } from './frame.ts';
import type { Slot } from './places.ts';
import type { EngineParts } from './parts-of-engine.ts';
import { makeSlotCompiler } from './slot-compiler.ts';
import type { BindingIndex } from './binding-index.ts';
import { makeStores } from './stores.ts';

/** A place in a session's history, to go back to. */
export type Mark = number;

/**
 * An event whose names have been looked up in one session: what is left is to read its message and
 * to run its rules. Without a slot its parties or its method are not known.
 */
export interface PreparedEvent {
  readonly event: SecurityEvent;
  readonly slot: Slot | undefined;
}

/**
 * A policy under way: its context is changed in place.
 *
 * Shape: `audit` is of the event decided last, and absent where nothing of it is recorded. From the
 *        first `mark` on all changes are kept, until that mark is rewound to; a mark later than the
 *        one rewound to is void. `context` and `restore` lead to and from immutable contexts of this
 *        very session; marks taken before `restore` are void.
 */
export interface Session {
  readonly decide: (event: SecurityEvent) => Verdict;
  /** Looks up the names of an event, so that it can be decided often, in whatever context. */
  readonly prepare: (event: SecurityEvent) => PreparedEvent;
  readonly decidePrepared: (prepared: PreparedEvent) => Verdict;
  readonly audit: () => AuditRecord | undefined;
  readonly release: (sid: Sid) => void;
  readonly mark: () => Mark;
  readonly rewind: (mark: Mark) => void;
  readonly context: () => Context;
  readonly restore: (context: Context) => void;
}

/** Why an event has no slot, or its message does not fit: in the words of the interpreter. */
const denialBefore = (solution: Solution, event: SecurityEvent): Verdict => {
  const answer = resolve(solution, event);
  if (answer.kind === 'resolved') throw new Defect('the dispatch misses an event that is resolved');
  return denialOf(answer);
};

/** Starts a session of a policy, in the context before any event. */
export const startSession = (
  solution: Solution,
  bindings: BindingIndex,
  options: EngineOptions,
  { makeUndoLog, makeDispatch }: EngineParts,
): Session => {
  const frame = makeFrame(solution.policy.auditDefault.level);
  const log = makeUndoLog();
  const stores = makeStores(frame, log, solution, options);
  const compileSlot = makeSlotCompiler({ solution, bindings, options, frame, log, stores });
  const findSlot = makeDispatch(solution, compileSlot);
  const contexts = makeContexts(frame, log, stores);
  let isKeeping = false;
  let lastEvent: SecurityEvent | undefined;
  let lastVerdict: Verdict | undefined;

  const settle = (): void => {
    if (!isKeeping) log.forget();
  };
  const run = (slot: Slot, event: SecurityEvent): Verdict => {
    const { source, destination, content } = event;
    if (content.kind === 'undecodable') {
      return { kind: 'denied', because: 'malformed', fault: content.fault, by: [] };
    }
    const fault = slot.fill(frame, content.message);
    if (fault !== undefined) return { kind: 'denied', because: 'malformed', fault, by: [] };
    const { constant } = slot;
    if (constant !== undefined) return constant;
    frame.source = source.kind === 'known' ? source.sid : 0;
    frame.destination = destination?.kind === 'known' ? destination.sid : 0;
    const before = log.length();
    const verdict = slot.run();
    if (verdict.kind === 'denied') log.rewind(before);
    else settle();
    return verdict;
  };
  const decideIn = (slot: Slot | undefined, event: SecurityEvent): Verdict => {
    if (frame.recorded.length > 0) frame.recorded = [];
    const verdict = slot === undefined ? denialBefore(solution, event) : run(slot, event);
    lastEvent = event;
    lastVerdict = verdict;
    return verdict;
  };
  return {
    decide: (event) => decideIn(findSlot(event), event),
    prepare: (event) => ({ event, slot: findSlot(event) }),
    decidePrepared: ({ event, slot }) => decideIn(slot, event),
    audit: () =>
      lastEvent === undefined || lastVerdict === undefined
        ? undefined
        : auditRecord(lastEvent, lastVerdict, frame.recorded),
    release: (sid) => {
      for (const store of stores.values()) store.release(sid);
      settle();
    },
    mark: () => {
      isKeeping = true;
      return log.length();
    },
    rewind: (mark) => {
      log.rewind(mark);
      if (mark === 0) isKeeping = false;
    },
    context: contexts.take,
    restore: (context) => {
      log.forget();
      isKeeping = false;
      contexts.restore(context);
    },
  };
};
