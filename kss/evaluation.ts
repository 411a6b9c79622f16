import type { Finding } from '../model/security.ts';
import type { Value } from '../model/value.ts';
import type { Call, Expression } from '../solution/syntax/tree/expression.ts';
import type { Body, BodyItem, Choice } from '../solution/syntax/tree/psl.ts';
import type { Context } from './context.ts';
import { withLevel, withObject } from './context.ts';
import { evaluate } from './evaluate.ts';
import type { Environment, Evaluated } from './evaluate.ts';
import type { ResolvedEvent } from './resolve.ts';
import { securityModels } from './catalogue.ts';
import { holds } from './selectors.ts';
import type { PolicyObject } from '../solution/syntax/tree/psl.ts';

/** One call that was evaluated, with what audit and explanation need of it. */
export interface Asked {
  readonly call: Call;
  readonly object: string;
  /** Absent for an expression that yielded a value: it is no rule (C-23). */
  readonly finding: Finding | undefined;
  readonly argument: Evaluated;
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
}

const variablesOf = ({ message, source, destination }: ResolvedEvent) =>
  new Map<string, Value>([
    ['message', message],
    ['src_sid', BigInt(source.sid)],
    ...(destination === undefined ? [] : [['dst_sid', BigInt(destination.sid)] as const]),
  ]);

/** What expressions of an event see in a context. */
export const environmentIn = (resolved: ResolvedEvent, context: Context): Environment => ({
  variables: variablesOf(resolved),
  parameters: resolved.parameters,
  ask: (object, method, argument) => {
    const running = context.objects.get(object);
    if (running !== undefined) return running.expression(method, argument);
    return { kind: 'failed', why: `there is no policy object "${object}"` };
  },
});

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

const isRule = ({ objects }: Setting, object: string, method: string): boolean => {
  const model = securityModels.get(objects.get(object)?.model.text ?? '');
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
  const argument = evaluate(call.argument, environmentIn(setting.resolved, before));
  const record = (finding: Finding | undefined, context: Context): Evaluation => ({
    context,
    asked: [...so.asked, { call, object, finding, argument, profile, before }],
  });
  if (argument.kind === 'failed') {
    return record(findingOf(call, object, 'failed', argument.why), before);
  }
  const running = before.objects.get(object);
  if (running === undefined) {
    return record(
      findingOf(call, object, 'failed', `there is no policy object "${object}"`),
      before,
    );
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
  const expression: Expression = { kind: 'call', call, at: call.at };
  const argument = evaluate(expression, environmentIn(setting.resolved, so.context));
  const finding =
    argument.kind === 'failed' ? findingOf(call, object, 'failed', argument.why) : undefined;
  const asked: Asked = { call, object, finding, argument, profile, before: so.context };
  return { context: so.context, asked: [...so.asked, asked] };
};

/** A choice that finds no case fails, and so does one whose scrutinee has no value (C-22). */
const failedChoice = (
  so: Evaluation,
  { scrutinee, at }: Choice,
  why: string,
  profile: string,
): Evaluation => {
  const name = { text: 'choice', at };
  const call: Call =
    scrutinee.kind === 'call'
      ? scrutinee.call
      : { object: undefined, method: name, argument: scrutinee, at };
  const object = call.object?.text ?? 'base';
  const finding = { ...findingOf(call, object, 'failed', why), at };
  const argument: Evaluated = { kind: 'failed', why, at };
  const asked: Asked = { call, object, finding, argument, profile, before: so.context };
  return { context: so.context, asked: [...so.asked, asked] };
};

const isCase = (when: Expression | undefined, value: Value): boolean => {
  if (when === undefined) return true;
  const literal = evaluate(when, { variables: new Map(), parameters: [], ask: () => noObjects });
  return literal.kind === 'value' && literal.value === value;
};

const noObjects = { kind: 'failed', why: 'a case is a constant' } as const;

const evaluateChoice = (
  setting: Setting,
  so: Evaluation,
  choice: Choice,
  profile: string,
): Evaluation => {
  const value = evaluate(choice.scrutinee, environmentIn(setting.resolved, so.context));
  if (value.kind === 'failed') return failedChoice(so, choice, value.why, profile);
  const named = choice.cases.find(({ when }) => when !== undefined && isCase(when, value.value));
  const chosen = named ?? choice.cases.find(({ when }) => when === undefined);
  return chosen === undefined
    ? failedChoice(so, choice, 'no case fits the value', profile)
    : evaluateBody(setting, so, chosen.body, profile);
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
  const object = item.call.object?.text ?? 'base';
  return isRule(setting, object, item.call.method.text)
    ? evaluateRule(setting, so, item.call, object, profile)
    : evaluateStatement(setting, so, item.call, object, profile);
};

/** Evaluates all calls of a body, in textual order and without stopping at a refusal (C-20). */
export const evaluateBody = (
  setting: Setting,
  so: Evaluation,
  { audit, items }: Body,
  outer: string,
): Evaluation => {
  const profile = audit?.text ?? outer;
  return items.reduce((all, item) => evaluateItem(setting, all, item, profile), so);
};
