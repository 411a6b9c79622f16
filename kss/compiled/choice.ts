import type { Finding } from '../../model/security.ts';
import type { Value } from '../../model/value.ts';
import type { Call } from '../../solution/syntax/tree/expression.ts';
import type { Choice } from '../../solution/syntax/tree/psl.ts';
import { evaluate, plainEnvironment } from '../evaluate.ts';
import { objectOf } from '../event-environment.ts';
import { reasons } from '../reasons.ts';
import { yielded } from '../security-model.ts';
import type { Yielded } from '../security-model.ts';
import { askOf, isSize } from './call.ts';
import { findingOf } from './finding.ts';
import type { Frame } from './frame.ts';
import type { Recorder } from './recorder.ts';
import type { Scope } from './scope.ts';

/** No case; the reason is left in the frame. */
const none = (frame: Frame, why: string): number | undefined => {
  frame.why = why;
  return undefined;
};

/** The number of the case that a value takes; nothing, with the reason in the frame, if none. */
type Choose = (value: Value) => number | undefined;

/** What the cases are, in textual order; without the default. */
interface Label {
  readonly index: number;
  /** Absent if the case is no constant. */
  readonly when: Value | undefined;
}

const labelsOf = ({ options }: Scope, { cases }: Choice): readonly Label[] => {
  const nothingThere = plainEnvironment(new Map(), options.switches);
  return cases.flatMap(({ when }, index) => {
    if (when === undefined) return [];
    const literal = evaluate(when, nothingThere);
    return [{ index, when: literal.kind === 'value' ? literal.value : undefined }];
  });
};

const defaultOf = ({ cases }: Choice): number => cases.findIndex(({ when }) => when === undefined);

/** Cases by equality: one look-up. */
const chooseEqual = (scope: Scope, choice: Choice): Choose | undefined => {
  const { frame } = scope;
  const byValue = new Map<Value, number>();
  for (const { index, when } of labelsOf(scope, choice)) {
    if (when === undefined) return undefined;
    if (!byValue.has(when)) byValue.set(when, index);
  }
  const otherwise = defaultOf(choice);
  return (value) => {
    const index = byValue.get(value) ?? otherwise;
    return index === -1 ? none(frame, reasons.noCase) : index;
  };
};

/** Cases in their order, as the scrutinee's object sees them: patterns. */
const chooseFirst = (scope: Scope, choice: Choice, call: Call): Choose => {
  const { frame, stores } = scope;
  const labels = labelsOf(scope, choice);
  const store = stores.get(objectOf(call));
  const method = call.method.text;
  const otherwise = defaultOf(choice);
  const fits = (value: Value, when: Value): Yielded =>
    store === undefined || choice.scrutinee.kind !== 'call'
      ? yielded(value === when)
      : store.fitsCase(method, value, when);
  return (value) => {
    for (const { index, when } of labels) {
      if (when === undefined) return none(frame, reasons.caseNotConstant);
      const fitting = fits(value, when);
      if (fitting.kind === 'failed') return none(frame, fitting.why);
      if (fitting.value === true) return index;
    }
    return otherwise === -1 ? none(frame, reasons.noCase) : otherwise;
  };
};

const chooseOf = (scope: Scope, choice: Choice, call: Call): Choose => {
  const kind = scope.stores.get(objectOf(call))?.kind;
  const isEqual = choice.scrutinee.kind !== 'call' || kind === 'flow' || kind === 'hashset';
  return (isEqual ? chooseEqual(scope, choice) : undefined) ?? chooseFirst(scope, choice, call);
};

/** What stands before the cases, as a call. */
const scrutineeCall = ({ scrutinee, at }: Choice): Call =>
  scrutinee.kind === 'call'
    ? scrutinee.call
    : { object: undefined, method: { text: 'choice', at }, argument: scrutinee, at };

/** The case that is taken, by its number, or the finding that none is (C-22). */
export type Pick = () => number | Finding;

/** The scrutinee's value, and then what its call came to, for the audit. */
type Scrutinize = () => {
  readonly value: Value | undefined;
  readonly end: (failure: Finding | undefined) => void;
};

const scrutinizeRecorded = (
  scope: Scope,
  { scrutinee }: Choice,
  call: Call,
  recorder: Recorder,
): Scrutinize => {
  const method = call.method.text;
  if (scrutinee.kind !== 'call' || isSize(call)) {
    const { code } = scope.compile(scrutinee);
    return () => {
      const value = code();
      const listening = recorder.listen({ method, argument: value });
      return {
        value,
        end: (failure) => {
          if (failure !== undefined) listening(failure);
        },
      };
    };
  }
  const argumentCode = scope.compile(call.argument).code;
  const ask = askOf(scope, call);
  return () => {
    const argument = argumentCode();
    const listening = recorder.listen({ method, argument });
    return {
      value: argument === undefined ? undefined : ask(argument),
      end: (failure) => {
        listening(failure ?? findingOf(call, 'granted'));
      },
    };
  };
};

/** Compiles what picks the case of a choice. */
export const compilePick = (scope: Scope, choice: Choice): Pick => {
  const { frame } = scope;
  const call = scrutineeCall(choice);
  const choose = chooseOf(scope, choice, call);
  const failure = (): Finding => ({ ...findingOf(call, 'failed', frame.why), at: choice.at });
  const recorder = scope.recorderOf(objectOf(call));
  if (recorder === undefined) {
    const { code } = scope.compile(choice.scrutinee);
    return () => {
      const value = code();
      return (value === undefined ? undefined : choose(value)) ?? failure();
    };
  }
  const scrutinize = scrutinizeRecorded(scope, choice, call, recorder);
  return () => {
    const { value, end } = scrutinize();
    const chosen = value === undefined ? undefined : choose(value);
    if (chosen === undefined) {
      const finding = failure();
      end(finding);
      return finding;
    }
    end(undefined);
    return chosen;
  };
};
