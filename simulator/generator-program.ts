import type { Program } from '../model/running.ts';
import type { Denied, EventKind } from '../model/security.ts';
import type { Intent, Outcome, Result } from '../model/step.ts';
import { writeValue } from '../model/write-value.ts';
import type { Writer } from '../model/writer.ts';

/** What a program sees of the end of an action: of a denial its reason, and not the rules. */
export type Seen =
  | Exclude<Outcome, { readonly kind: 'denied' | 'blocked' }>
  | { readonly kind: 'denied'; readonly phase: EventKind; readonly because: Denied['because'] };

/** A scenario: what a thread does, one intent after another; each `yield` gives what came of it. */
export type Scenario = () => Generator<Intent, void, Seen>;

const seenOf = (outcome: Outcome): readonly Seen[] => {
  switch (outcome.kind) {
    case 'blocked':
      return [];
    case 'denied': {
      const { phase, verdict } = outcome;
      return [{ kind: 'denied', phase, because: verdict.because }];
    }
    case 'done':
    case 'refused':
    case 'faulted':
      return [outcome];
  }
};

const writeResult = (result: Result, writer: Writer): void => {
  writer.text(result.kind);
  if (result.kind === 'answered') {
    writer.text(result.as);
    writeValue(result.message, writer);
  }
  if (result.kind === 'received') {
    writer.text(result.endpoint);
    writer.text(result.method);
    writer.text(result.context === undefined ? '' : String(result.context));
    writeValue(result.message, writer);
  }
};

const writeSeen = (seen: Seen, writer: Writer): void => {
  writer.text(seen.kind);
  switch (seen.kind) {
    case 'done':
      writeResult(seen.result, writer);
      return;
    case 'denied':
      writer.text(seen.phase);
      writer.text(seen.because);
      return;
    case 'refused':
      writer.text(seen.because);
      return;
    case 'faulted':
      writer.text(String(seen.code));
  }
};

/** The intent that a scenario comes to after what it has seen; absent once it has ended. */
const intentAfter = (scenario: Scenario, seen: readonly Seen[]): Intent | undefined => {
  const running = scenario();
  let next = running.next();
  for (const one of seen) if (next.done !== true) next = running.next(one);
  return next.done === true ? undefined : next.value;
};

/**
 * A program for tests, written as a generator function. Its Local is what it saw: a scenario is told all of
 * it anew for each choice, so that states can be compared and searched.
 *
 * Shape: the scenario depends on nothing but what it sees.
 */
export const generatorProgram = (scenario: Scenario): Program<readonly Seen[]> => ({
  initial: [],
  choose: (seen) => {
    const intent = intentAfter(scenario, seen);
    return intent === undefined ? [] : [intent];
  },
  observe: (seen, outcome) => {
    const more = seenOf(outcome);
    return more.length === 0 ? seen : [...seen, ...more];
  },
  encode: (seen, writer) => {
    writer.text(String(seen.length));
    for (const one of seen) writeSeen(one, writer);
  },
});
