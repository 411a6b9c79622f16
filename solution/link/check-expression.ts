import { absurd } from '../../model/defect.ts';
import type { Span } from '../../model/span.ts';
import { findNearest, near } from '../nearest.ts';
import type { Near } from '../nearest.ts';
import type { PslType } from '../psl-type.ts';
import { calculate } from '../syntax/calculate.ts';
import type { BinaryOperator, Expression, UnaryOperator } from '../syntax/tree/expression.ts';
import type { Name } from '../syntax/tree/name.ts';
import { reportTwice } from '../twice.ts';
import type { Environment } from './environment.ts';
import { hintVariable, messageParameter } from './message-parameter.ts';
import { fieldNames, findElement, findField, isScalar, textsOf } from './parts-of-types.ts';
import {
  accepts,
  booleanType,
  describeType,
  integerType,
  scalarKind,
  unknownType,
} from './types.ts';

const mismatch = (
  { report }: Environment,
  at: Span,
  wanted: string,
  found: PslType,
  more: { readonly hint?: string } & Partial<Near> = {},
): PslType => {
  report.error('PSL-018', at, `${wanted} is asked for, and this is ${describeType(found)}`, more);
  return unknownType;
};

/** The text among those asked for that is most like the one found. */
const nearText = (wanted: PslType, found: PslType): Partial<Near> => {
  const [value] = found.kind === 'literals' ? found.values : [];
  return typeof value === 'string' ? near(value, textsOf(wanted)) : {};
};

type BinaryExpression = Extract<Expression, { readonly kind: 'binary' }>;

const aScalar = 'an integer, a text or a Boolean';

const logical: readonly BinaryOperator[] = ['&&', '||', '==>'];
const equality: readonly BinaryOperator[] = ['==', '!='];
const comparison: readonly BinaryOperator[] = ['<', '<=', '>', '>='];

/** Both sides of `==` must be scalars of one kind (C-27). */
const checkEquality = (
  environment: Environment,
  { left: leftSide, right: rightSide, at }: BinaryExpression,
): PslType => {
  const [left, right] = [infer(leftSide, environment), infer(rightSide, environment)];
  if (!isScalar(left)) return mismatch(environment, leftSide.at, aScalar, left);
  if (!isScalar(right)) return mismatch(environment, rightSide.at, aScalar, right);
  const [leftKind, rightKind] = [scalarKind(left), scalarKind(right)];
  if (leftKind !== undefined && rightKind !== undefined && leftKind !== rightKind) {
    const message = `${describeType(left)} never equals ${describeType(right)}`;
    environment.report.error('PSL-018', at, message);
  }
  return booleanType;
};

const inferBinary = (expression: BinaryExpression, environment: Environment): PslType => {
  const { operator, left, right, at } = expression;
  environment.needBasic(operator, at);
  if (logical.includes(operator)) {
    check(left, booleanType, environment);
    check(right, booleanType, environment);
    return booleanType;
  }
  if (equality.includes(operator)) return checkEquality(environment, expression);
  const operands = [left, right].map((operand) => checkInteger(operand, environment));
  if (comparison.includes(operator)) return booleanType;
  const [first, second] = operands.map(findLiteral);
  return first !== undefined && second !== undefined && isSmall(first) && isSmall(second)
    ? literal(calculate(operator, first, second))
    : integerType;
};

const literal = (value: bigint): PslType => ({ kind: 'literals', values: [value] });

/** The one integer of a type; absent if there are more, or none. */
const findLiteral = (type: PslType): bigint | undefined => {
  const [value, ...more] = type.kind === 'literals' ? type.values : [];
  return typeof value === 'bigint' && more.length === 0 ? value : undefined;
};

/** Constants that grow beyond any use are left open. */
const isSmall = (value: bigint): boolean => BigInt.asIntN(128, value) === value;

/** The type of an operand that must be an integer. */
const checkInteger = (operand: Expression, environment: Environment): PslType => {
  const type = infer(operand, environment);
  if (!accepts(integerType, type)) {
    return mismatch(environment, operand.at, describeType(integerType), type);
  }
  return type;
};

const inferSigned = (
  operator: UnaryOperator,
  operand: Expression,
  environment: Environment,
): PslType => {
  const value = findLiteral(checkInteger(operand, environment));
  return operator === '-' && value !== undefined ? literal(-value) : integerType;
};

const inferField = (of: Expression, field: Name, environment: Environment): PslType => {
  environment.needBasic('.', field.at);
  if (of.kind === 'variable' && of.name === 'message') return messageParameter(environment, field);
  const type = infer(of, environment);
  const found = findField(type, field.text);
  if (found !== undefined) return found;
  const hint = near(field.text, fieldNames(type));
  environment.report.error(
    'PSL-019',
    field.at,
    `${describeType(type)} has no field "${field.text}"`,
    hint,
  );
  return unknownType;
};

const inferElement = (
  { of, index, at }: Extract<Expression, { readonly kind: 'element' }>,
  environment: Environment,
): PslType => {
  environment.needBasic('.[]', at);
  check(index, integerType, environment);
  const type = infer(of, environment);
  return findElement(type) ?? mismatch(environment, of.at, 'a list', type);
};

const inferVariable = (name: string, at: Span, environment: Environment): PslType => {
  const type = environment.variables.get(name);
  if (type !== undefined) return type;
  const hint = hintVariable(name, environment);
  environment.report.error('PSL-020', at, `there is no variable "${name}" here`, hint);
  return unknownType;
};

/** The type of an expression; what is wrong within it is reported. */
export const infer = (expression: Expression, environment: Environment): PslType => {
  switch (expression.kind) {
    case 'integer':
    case 'text':
      return { kind: 'literals', values: [expression.value] };
    case 'boolean':
    case 'unit':
      return { kind: expression.kind };
    case 'variable':
      return inferVariable(expression.name, expression.at, environment);
    case 'list':
      return {
        kind: 'tuple',
        elements: expression.elements.map((element) => infer(element, environment)),
      };
    case 'dictionary':
      return {
        kind: 'dictionary',
        fields: new Map(
          expression.entries.map(({ key, value }) => [key.text, infer(value, environment)]),
        ),
      };
    case 'field': {
      const type = inferField(expression.of, expression.field, environment);
      if (type.kind !== 'unreadable') return type;
      environment.report.error('PSL-024', expression.at, 'the contents of bytes cannot be read');
      return unknownType;
    }
    case 'element':
      return inferElement(expression, environment);
    case 'unary':
      environment.needBasic(expression.operator, expression.at);
      if (expression.operator === '!') {
        check(expression.operand, booleanType, environment);
        return booleanType;
      }
      return inferSigned(expression.operator, expression.operand, environment);
    case 'binary':
      return inferBinary(expression, environment);
    case 'call':
      return environment.yieldOf(expression.call, environment);
    default:
      return absurd(expression);
  }
};

const checkEntries = (
  expression: Extract<Expression, { readonly kind: 'dictionary' }>,
  wanted: Extract<PslType, { readonly kind: 'dictionary' }>,
  environment: Environment,
): void => {
  const { report } = environment;
  const keys = expression.entries.map(({ key }) => key);
  reportTwice(keys, ({ text, at }, first) => {
    report.error('PSL-019', at, `"${text}" stands here twice`, first);
  });
  const missing = new Set(wanted.fields.keys());
  for (const { text } of keys) missing.delete(text);
  for (const { key, value } of expression.entries) {
    const type = wanted.fields.get(key.text);
    if (type !== undefined) check(value, type, environment);
    else {
      const names = [...wanted.fields.keys()];
      const message = `there is no entry "${key.text}" here, but ${names.join(', ')}`;
      report.error('PSL-019', key.at, message, near(key.text, names));
      // A misspelt key is one mistake, and not another that is missing.
      missing.delete(findNearest(key.text, missing) ?? '');
    }
  }
  for (const name of missing) {
    report.error('PSL-019', expression.at, `the entry "${name}" is missing`);
  }
};

const isListLike = (type: PslType): type is Extract<PslType, { readonly kind: 'list' | 'tuple' }> =>
  type.kind === 'list' || type.kind === 'tuple';

/** The one alternative of a variant that has the shape of the expression. */
const shaped = (expression: Expression, wanted: PslType): PslType => {
  if (wanted.kind !== 'either') return wanted;
  if (expression.kind !== 'dictionary' && expression.kind !== 'list') return wanted;
  const fitting = wanted.of.filter((one) =>
    expression.kind === 'dictionary' ? one.kind === 'dictionary' : isListLike(one),
  );
  const [only] = fitting;
  return only !== undefined && fitting.length === 1 ? only : wanted;
};

/** Reports unless the expression may stand where the type is asked for. */
export const check = (expression: Expression, to: PslType, environment: Environment): void => {
  const wanted = shaped(expression, to);
  if (expression.kind === 'dictionary' && wanted.kind === 'dictionary') {
    checkEntries(expression, wanted, environment);
    return;
  }
  if (expression.kind === 'list' && wanted.kind === 'list') {
    for (const element of expression.elements) check(element, wanted.element, environment);
    return;
  }
  const found = infer(expression, environment);
  if (accepts(wanted, found)) return;
  const { at } = expression;
  mismatch(environment, at, describeType(wanted), found, nearText(wanted, found));
};
