import type { Finding } from '../../model/security.ts';
import type { Value } from '../../model/value.ts';
import type { Call } from '../../solution/syntax/tree/expression.ts';
import { objectOf } from '../event-environment.ts';
import { reasons } from '../reasons.ts';
import { findingOf } from './finding.ts';
import { nativeRule } from './native-rule.ts';
import type { RuleCode } from './native-rule.ts';
import { outcomes } from './outcome.ts';
import type { Outcome, Refusal } from './outcome.ts';
import type { Recorder } from './recorder.ts';
import type { Scope } from './scope.ts';

/** A rule of a program: its code, and its finding where it grants. */
export interface RuleStep {
  readonly kind: 'rule';
  readonly run: RuleCode;
  readonly granted: Finding;
  readonly call: Call;
  /** It answers the same whatever event and context, and leaves no trace. */
  readonly isConstant: boolean;
}

/** What runs a rule on its argument. */
type Apply = (argument: Value) => Outcome;

/** A granted `set_level` of any object moves the audit level (C-31). */
const applySetLevel =
  ({ frame, noteLevel }: Scope, apply: Apply): Apply =>
  (argument) => {
    const outcome = apply(argument);
    if (outcome === outcomes.granted && typeof argument === 'bigint') {
      noteLevel();
      frame.level = Number(argument);
    }
    return outcome;
  };

const applyOf = (scope: Scope, call: Call): Apply => {
  const { frame, stores } = scope;
  const object = objectOf(call);
  const store = stores.get(object);
  if (store === undefined) {
    return () => {
      frame.why = reasons.noObject(object);
      return outcomes.failed;
    };
  }
  const method = call.method.text;
  const apply: Apply = (argument) => store.rule(method, argument);
  return method === 'set_level' ? applySetLevel(scope, apply) : apply;
};

/** The finding of a rule that did not grant. */
export const refusalOf = (call: Call, outcome: Refusal, why: string): Finding =>
  findingOf(call, outcome === outcomes.denied ? 'denied' : 'failed', why);

const recordedCode = (scope: Scope, call: Call, recorder: Recorder): RuleCode => {
  const { frame } = scope;
  const argumentCode = scope.compile(call.argument).code;
  const apply = applyOf(scope, call);
  const granted = findingOf(call, 'granted');
  return () => {
    const argument = argumentCode();
    const listening = recorder.listen({ method: call.method.text, argument });
    if (argument === undefined) {
      listening(findingOf(call, 'failed', frame.why));
      return outcomes.failed;
    }
    const outcome = apply(argument);
    listening(outcome === outcomes.granted ? granted : refusalOf(call, outcome, frame.why));
    return outcome;
  };
};

const unrecordedCode = (scope: Scope, call: Call): RuleCode => {
  const native = nativeRule(scope, call);
  if (native !== undefined) return native;
  const argumentCode = scope.compile(call.argument).code;
  const apply = applyOf(scope, call);
  return () => {
    const argument = argumentCode();
    return argument === undefined ? outcomes.failed : apply(argument);
  };
};

const constantMethods = new Set(['grant', 'assert', 'deny']);

/** Compiles the call of a rule. */
export const compileRule = (scope: Scope, call: Call): RuleStep => {
  const recorder = scope.recorderOf(objectOf(call));
  const isPlain = scope.stores.get(objectOf(call))?.kind === 'base' && recorder === undefined;
  return {
    kind: 'rule',
    run: recorder === undefined ? unrecordedCode(scope, call) : recordedCode(scope, call, recorder),
    granted: findingOf(call, 'granted'),
    call,
    isConstant:
      isPlain &&
      constantMethods.has(call.method.text) &&
      scope.compile(call.argument).constant !== undefined,
  };
};
