import { absurd } from '../model/defect.ts';
import type { Span } from '../model/span.ts';
import { isTagged, record } from '../model/value.ts';
import type { LocalHandle, Value } from '../model/value.ts';
import type { Parameter } from '../solution/data-type.ts';
import { findUtf8Length } from '../solution/message/text.ts';
import { calculate } from '../solution/syntax/calculate.ts';
import type {
  BinaryOperator,
  Call,
  Entry,
  Expression,
} from '../solution/syntax/tree/expression.ts';
import { standardSwitches } from '../spec/switches.ts';
import type { Switches } from '../spec/switches.ts';
import { boundOf } from './models/math.ts';
import { reasons } from './reasons.ts';
import type { Yielded } from './security-model.ts';
import { findScalarKind, isList, isRecord } from './values.ts';
import { findMessageType } from './width.ts';

type Binary = Extract<Expression, { readonly kind: 'binary' }>;

/** What an expression may use. */
export interface Environment {
  readonly variables: ReadonlyMap<string, Value>;
  /** The declared parameters of the message: `~` keeps the width of a field (C-26). */
  readonly parameters: readonly Parameter[];
  readonly switches: Switches;
  /** The model of the object that a call names; absent if there is none. */
  readonly modelOf: (call: Call) => string | undefined;
  /** Asks an expression method of a policy object. */
  readonly ask: (call: Call, argument: Value) => Yielded;
}

/** A value, or where and why there is none. */
export type Evaluated =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'failed'; readonly why: string; readonly at: Span };

const valued = (value: Value): Evaluated => ({ kind: 'value', value });
const failedAt = (at: Span, why: string): Evaluated => ({ kind: 'failed', why, at });
const placed = (at: Span, answer: Yielded): Evaluated =>
  answer.kind === 'value' ? answer : failedAt(at, answer.why);

/** An environment without policy objects: for programs and tests. */
export const plainEnvironment = (
  variables: ReadonlyMap<string, Value>,
  switches: Switches = standardSwitches,
): Environment => ({
  variables,
  parameters: [],
  switches,
  modelOf: () => undefined,
  ask: () => ({ kind: 'failed', why: 'there are no policy objects here' }),
});

/** Evaluates all parts, in order; the first failure counts, and all are evaluated (C-24). */
const evaluateAll = (
  parts: readonly Expression[],
  environment: Environment,
): { readonly kind: 'values'; readonly values: readonly Value[] } | Evaluated => {
  const results = parts.map((part) => evaluate(part, environment));
  const failure = results.find((result) => result.kind === 'failed');
  if (failure !== undefined) return failure;
  return {
    kind: 'values',
    values: results.flatMap((result) => (result.kind === 'value' ? [result.value] : [])),
  };
};

const evaluateEntries = (entries: readonly Entry[], environment: Environment): Evaluated => {
  const values = evaluateAll(
    entries.map(({ value }) => value),
    environment,
  );
  if (values.kind !== 'values') return values;
  return valued(
    record(entries.map(({ key }, index) => [key.text, values.values[index] ?? null] as const)),
  );
};

const compareIntegers = (operator: BinaryOperator, left: bigint, right: bigint): boolean => {
  if (operator === '<') return left < right;
  if (operator === '<=') return left <= right;
  return operator === '>' ? left > right : left >= right;
};

/** Values of different kinds, or composites, fail (C-27). */
const equals = (at: Span, left: Value, right: Value): Evaluated => {
  const kind = findScalarKind(left);
  if (kind === undefined || kind !== findScalarKind(right)) {
    return failedAt(at, reasons.notScalars);
  }
  return valued(left === right);
};

const ofBooleans = (at: Span, operator: BinaryOperator, left: Value, right: Value): Evaluated => {
  if (typeof left !== 'boolean' || typeof right !== 'boolean') {
    return failedAt(at, reasons.operandNotBoolean(operator));
  }
  if (operator === '&&') return valued(left && right);
  return valued(operator === '||' ? left || right : !left || right);
};

const ofIntegers = (
  { operator, at }: Binary,
  left: Value,
  right: Value,
  { switches }: Environment,
): Evaluated => {
  if (typeof left !== 'bigint' || typeof right !== 'bigint') {
    return failedAt(at, reasons.operandNotInteger(operator));
  }
  switch (operator) {
    case '<':
    case '<=':
    case '>':
    case '>=':
      return valued(compareIntegers(operator, left, right));
    default:
      return placed(at, boundOf(switches)(calculate(operator, left, right)));
  }
};

/** May the left operand decide alone? A Boolean that it has does so for one of its values. */
const decidesAlone = (operator: BinaryOperator, left: Value): boolean =>
  operator === '||' ? left === true : left === false;

const evaluateShortCircuit = (
  { operator, left, right, at }: Binary,
  environment: Environment,
): Evaluated => {
  const first = evaluate(left, environment);
  if (first.kind === 'failed') return first;
  if (typeof first.value !== 'boolean') return failedAt(at, reasons.operandNotBoolean(operator));
  if (decidesAlone(operator, first.value)) return valued(operator !== '&&');
  const second = evaluate(right, environment);
  return second.kind === 'failed' ? second : ofBooleans(at, operator, first.value, second.value);
};

const isLogical = (operator: BinaryOperator): boolean =>
  operator === '&&' || operator === '||' || operator === '==>';

const evaluateBinary = (expression: Binary, environment: Environment): Evaluated => {
  const { operator, left, right, at } = expression;
  if (environment.switches.logic === 'shortCircuit' && isLogical(operator)) {
    return evaluateShortCircuit(expression, environment);
  }
  const operands = evaluateAll([left, right], environment);
  if (operands.kind !== 'values') return operands;
  const [first = null, second = null] = operands.values;
  if (operator === '==') return equals(at, first, second);
  if (operator === '!=') {
    const same = equals(at, first, second);
    return same.kind === 'value' ? valued(same.value === false) : same;
  }
  return isLogical(operator)
    ? ofBooleans(at, operator, first, second)
    : ofIntegers(expression, first, second, environment);
};

const complement = (
  { operand, at }: Extract<Expression, { readonly kind: 'unary' }>,
  value: bigint,
  { parameters, switches }: Environment,
): Evaluated => {
  const type = findMessageType(operand, parameters);
  if (type?.kind !== 'integer') return placed(at, boundOf(switches)(~value));
  return valued(type.signed ? ~value : BigInt.asUintN(type.bits, ~value));
};

const evaluateUnary = (
  expression: Extract<Expression, { readonly kind: 'unary' }>,
  environment: Environment,
): Evaluated => {
  const { operator, at } = expression;
  const operand = evaluate(expression.operand, environment);
  if (operand.kind === 'failed') return operand;
  const { value } = operand;
  if (operator === '!') {
    return typeof value === 'boolean' ? valued(!value) : failedAt(at, reasons.notBoolean);
  }
  if (typeof value !== 'bigint') return failedAt(at, reasons.notInteger);
  return operator === '-'
    ? placed(at, boundOf(environment.switches)(-value))
    : complement(expression, value, environment);
};

/** What a program reads of a handle that it holds; a context came with one that was dereferenced alone. */
const readLocalHandle = (at: Span, { rights, context }: LocalHandle, field: string): Evaluated => {
  if (field === 'rights') return valued(BigInt(rights));
  if (field === 'context' && context !== undefined) return valued(context);
  return failedAt(at, reasons.noField(field));
};

/** Reading what is absent fails: a parameter, a field, a member that a union does not hold (C-27). */
const readField = (at: Span, value: Value, field: string): Evaluated => {
  if (!isTagged(value)) return failedAt(at, reasons.noField(field));
  if (value.kind === 'record') {
    const found = value.fields.get(field);
    return found === undefined ? failedAt(at, reasons.noField(field)) : readable(at, found);
  }
  if (value.kind === 'union' && value.member === field) return readable(at, value.value);
  if (value.kind === 'handle' && field === 'handle') return valued(BigInt(value.sid));
  if (value.kind === 'handle' && field === 'rights') return valued(BigInt(value.rights));
  if (value.kind === 'localHandle') return readLocalHandle(at, value, field);
  return failedAt(at, reasons.noField(field));
};

const readable = (at: Span, value: Value): Evaluated =>
  isTagged(value) && value.kind === 'bytes' ? failedAt(at, reasons.unreadable) : valued(value);

const evaluateElement = (
  { of, index, at }: Extract<Expression, { readonly kind: 'element' }>,
  environment: Environment,
): Evaluated => {
  const parts = evaluateAll([of, index], environment);
  if (parts.kind !== 'values') return parts;
  const [list = null, position = null] = parts.values;
  if (!isList(list) || typeof position !== 'bigint') return failedAt(at, reasons.notList);
  const element = position < 0n ? undefined : list[Number(position)];
  return element === undefined
    ? failedAt(at, reasons.noElement(position, list.length))
    : readable(at, element);
};

/** Elements, and bytes of a text (C-29). */
const sizeOf = (at: Span, value: Value): Evaluated => {
  if (typeof value === 'string') return valued(BigInt(findUtf8Length(value) ?? value.length));
  if (isList(value)) return valued(BigInt(value.length));
  return isRecord(value) ? valued(BigInt(value.fields.size)) : failedAt(at, reasons.noSize);
};

/** Of `bool.cond`, where it need not have all: the condition, and what it chooses (C-24). */
const evaluateCondition = (entries: readonly Entry[], environment: Environment): Evaluated => {
  const partOf = (name: string): Evaluated => {
    const entry = entries.find(({ key }) => key.text === name);
    return entry === undefined ? valued(null) : evaluate(entry.value, environment);
  };
  const condition = partOf('if');
  if (condition.kind === 'failed') return condition;
  const name = condition.value === true ? 'then' : 'else';
  const chosen = partOf(name);
  if (chosen.kind === 'failed') return chosen;
  return valued(record([['if', condition.value] as const, [name, chosen.value] as const]));
};

const evaluateArgument = (call: Call, environment: Environment): Evaluated => {
  const { argument, method } = call;
  const isShort =
    environment.switches.logic === 'shortCircuit' &&
    method.text === 'cond' &&
    environment.modelOf(call) === 'Bool';
  return isShort && argument.kind === 'dictionary'
    ? evaluateCondition(argument.entries, environment)
    : evaluate(argument, environment);
};

const evaluateCall = (call: Call, environment: Environment): Evaluated => {
  const { object, method, at } = call;
  const given = evaluateArgument(call, environment);
  if (given.kind === 'failed') return given;
  if (object === undefined && method.text === 'size') return sizeOf(at, given.value);
  return placed(at, environment.ask(call, given.value));
};

/** The value of an expression. Total: a failure is an answer (languages: "runs incorrectly"). */
export const evaluate = (expression: Expression, environment: Environment): Evaluated => {
  switch (expression.kind) {
    case 'integer':
    case 'text':
    case 'boolean':
      return valued(expression.value);
    case 'unit':
      return valued(null);
    case 'variable': {
      const value = environment.variables.get(expression.name);
      if (value !== undefined) return valued(value);
      return failedAt(expression.at, reasons.noVariable(expression.name));
    }
    case 'list': {
      const elements = evaluateAll(expression.elements, environment);
      return elements.kind === 'values' ? valued(elements.values) : elements;
    }
    case 'dictionary':
      return evaluateEntries(expression.entries, environment);
    case 'field': {
      const of = evaluate(expression.of, environment);
      return of.kind === 'failed' ? of : readField(expression.at, of.value, expression.field.text);
    }
    case 'element':
      return evaluateElement(expression, environment);
    case 'unary':
      return evaluateUnary(expression, environment);
    case 'binary':
      return evaluateBinary(expression, environment);
    case 'call':
      return evaluateCall(expression.call, environment);
    default:
      return absurd(expression);
  }
};
