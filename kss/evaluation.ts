import type { Finding } from '../model/security.ts';
import type { Value } from '../model/value.ts';
import type { Call, Expression } from '../solution/syntax/tree/expression.ts';
import type { Body, BodyItem, Choice, PolicyObject } from '../solution/syntax/tree/psl.ts';
import { choose } from './choose.ts';
import type { Context } from './context.ts';
import { withLevel, withObject } from './context.ts';
import { findModel, inOrder } from './engine-options.ts';
import type { EngineOptions } from './engine-options.ts';
import { evaluate } from './evaluate.ts';
import type { Environment, Evaluated } from './evaluate.ts';
import { environmentIn, objectOf } from './event-environment.ts';
import type { Heard } from './event-environment.ts';
import { reasons } from './reasons.ts';
import type { ResolvedEvent } from './resolve.ts';
import { holds } from './selectors.ts';

/** One call, or scrutinee of a choice, that was evaluated, with what audit and explanation need of it. */
export interface Asked {
  readonly as: 'statement' | 'scrutinee';
  readonly call: Call;
  readonly object: string;
  /** Absent for an expression that yielded a value, and before a case that was taken: no rules (C-23). */
  readonly finding: Finding | undefined;
  readonly argument: Evaluated;
  /** Calls of expressions that were made on the way to the argument, or to the case. */
  readonly heard: readonly Heard[];
  /** The audit profile that applies: the innermost around the call. */
  readonly profile: string;
  /** The context in which the call was evaluated. */
  readonly before: Context;
}

/** An evaluation under way: effects of earlier calls are seen by later ones (C-20). */
export interface Evaluation {
  readonly context: Context;
  readonly asked: readonly Asked[];
}

/** What is the same for all calls of one event. */
interface Setting {
  readonly resolved: ResolvedEvent;
  readonly objects: ReadonlyMap<string, PolicyObject>;
  readonly options: EngineOptions;
}

const findingOf = (
  call: Call,
  object: string,
  result: Finding['result'],
  why: string | undefined,
): Finding => ({
  object,
  rule: call.method.text,
  at: call.at,
  result,
  ...(why === undefined ? {} : { why }),
});

const environmentOf = (
  { resolved, options }: Setting,
  context: Context,
  heard: Heard[],
): Environment => environmentIn(resolved, context, heard, options.switches);

const isRule = ({ objects, options }: Setting, object: string, method: string): boolean => {
  const model = findModel(options, objects.get(object)?.model.text ?? '');
  return model?.methods.get(method)?.yields === 'rule';
};

/** The audit level moves with a granted `set_level` of any Base object (C-31). */
const withLevelSet = (context: Context, method: string, argument: Value): Context =>
  method === 'set_level' && typeof argument === 'bigint'
    ? withLevel(context, Number(argument))
    : context;

const evaluateRule = (
  setting: Setting,
  so: Evaluation,
  call: Call,
  object: string,
  profile: string,
): Evaluation => {
  const before = so.context;
  const heard: Heard[] = [];
  const argument = evaluate(call.argument, environmentOf(setting, before, heard));
  const as = 'statement';
  const record = (finding: Finding | undefined, context: Context): Evaluation => ({
    context,
    asked: [...so.asked, { as, call, object, finding, argument, heard, profile, before }],
  });
  if (argument.kind === 'failed') {
    return record(findingOf(call, object, 'failed', argument.why), before);
  }
  const running = before.objects.get(object);
  if (running === undefined) {
    return record(findingOf(call, object, 'failed', reasons.noObject(object)), before);
  }
  const { result, next } = running.rule(call.method.text, argument.value);
  if (result.kind !== 'granted') {
    return record(findingOf(call, object, result.kind, result.why), before);
  }
  const moved = next === running ? before : withObject(before, object, next);
  const context = withLevelSet(moved, call.method.text, argument.value);
  return record(findingOf(call, object, 'granted', undefined), context);
};

/** An expression as a statement is no rule, and its failure denies (C-23). */
const evaluateStatement = (
  setting: Setting,
  so: Evaluation,
  call: Call,
  object: string,
  profile: string,
): Evaluation => {
  const { context: before } = so;
  const expression: Expression = { kind: 'call', call, at: call.at };
  const heard: Heard[] = [];
  const argument = evaluate(expression, environmentOf(setting, before, heard));
  const finding =
    argument.kind === 'failed' ? findingOf(call, object, 'failed', argument.why) : undefined;
  const as = 'statement';
  const asked: Asked = { as, call, object, finding, argument, heard, profile, before };
  return { context: before, asked: [...so.asked, asked] };
};

/** What stands before the cases, as a call. */
const scrutineeCall = ({ scrutinee, at }: Choice): Call =>
  scrutinee.kind === 'call'
    ? scrutinee.call
    : { object: undefined, method: { text: 'choice', at }, argument: scrutinee, at };

/** A choice that finds no case fails, and so does one whose scrutinee has no value (C-22). */
const evaluateChoice = (
  setting: Setting,
  so: Evaluation,
  choice: Choice,
  profile: string,
): Evaluation => {
  const { context: before } = so;
  const heard: Heard[] = [];
  const value = evaluate(choice.scrutinee, environmentOf(setting, before, heard));
  const chosen =
    value.kind === 'failed' ? value : choose(before, choice, value.value, setting.options.switches);
  const call = scrutineeCall(choice);
  const object = objectOf(call);
  const record = (finding: Finding | undefined, argument: Evaluated): Evaluation => {
    const asked: Asked = {
      as: 'scrutinee',
      call,
      object,
      finding,
      argument,
      heard,
      profile,
      before,
    };
    return { context: before, asked: [...so.asked, asked] };
  };
  if (chosen.kind === 'case') {
    return evaluateBody(setting, record(undefined, value), chosen.chosen.body, profile);
  }
  const { why } = chosen;
  const { at } = choice;
  const finding = { ...findingOf(call, object, 'failed', why), at };
  return record(finding, { kind: 'failed', why, at });
};

const evaluateItem = (
  setting: Setting,
  so: Evaluation,
  item: BodyItem,
  profile: string,
): Evaluation => {
  if (item.kind === 'match') {
    return holds(setting.resolved, item.where) ? evaluateBody(setting, so, item.body, profile) : so;
  }
  if (item.kind === 'choice') return evaluateChoice(setting, so, item, profile);
  const object = objectOf(item.call);
  return isRule(setting, object, item.call.method.text)
    ? evaluateRule(setting, so, item.call, object, profile)
    : evaluateStatement(setting, so, item.call, object, profile);
};

/** Evaluates all calls of a body, in order and without stopping at a refusal (C-20). */
export const evaluateBody = (
  setting: Setting,
  so: Evaluation,
  { audit, items }: Body,
  outer: string,
): Evaluation => {
  const profile = audit?.text ?? outer;
  return inOrder(setting.options, items).reduce(
    (all, item) => evaluateItem(setting, all, item, profile),
    so,
  );
};
