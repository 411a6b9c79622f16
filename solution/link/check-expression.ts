import { absurd } from '../../model/defect.ts';
import type { Span } from '../../model/span.ts';
import { near } from '../nearest.ts';
import type { PslType } from '../psl-type.ts';
import type { BinaryOperator, Expression } from '../syntax/tree/expression.ts';
import type { Name } from '../syntax/tree/name.ts';
import { reportTwice } from '../twice.ts';
import type { Environment } from './environment.ts';
import {
  accepts,
  booleanType,
  describeType,
  integerType,
  scalarKind,
  sidType,
  unknownType,
} from './types.ts';

const mismatch = (environment: Environment, at: Span, wanted: string, found: PslType): PslType => {
  environment.report.error(
    'PSL-018',
    at,
    `${wanted} is asked for, and this is ${describeType(found)}`,
  );
  return unknownType;
};

const logical: readonly BinaryOperator[] = ['&&', '||', '==>'];
const equality: readonly BinaryOperator[] = ['==', '!='];
const comparison: readonly BinaryOperator[] = ['<', '<=', '>', '>='];

const isScalar = (type: PslType): boolean => {
  if (type.kind === 'either') return type.of.every(isScalar);
  return type.kind === 'unknown' || type.kind === 'literals' || scalarKind(type) !== undefined;
};

/** Both sides of `==` must be scalars of one kind (C-27). */
const checkEquality = (
  environment: Environment,
  at: Span,
  left: PslType,
  right: PslType,
): PslType => {
  const composite = [left, right].find((type) => !isScalar(type));
  if (composite !== undefined)
    return mismatch(environment, at, 'an integer, a text or a Boolean', composite);
  const [leftKind, rightKind] = [scalarKind(left), scalarKind(right)];
  if (leftKind !== undefined && rightKind !== undefined && leftKind !== rightKind) {
    const message = `${describeType(left)} never equals ${describeType(right)}`;
    environment.report.error('PSL-018', at, message);
  }
  return booleanType;
};

const inferBinary = (
  expression: Extract<Expression, { readonly kind: 'binary' }>,
  environment: Environment,
): PslType => {
  const { operator, left, right, at } = expression;
  environment.needBasic(operator, at);
  if (logical.includes(operator)) {
    check(left, booleanType, environment);
    check(right, booleanType, environment);
    return booleanType;
  }
  if (equality.includes(operator)) {
    const leftType = infer(left, environment);
    return checkEquality(environment, at, leftType, infer(right, environment));
  }
  check(left, integerType, environment);
  check(right, integerType, environment);
  return comparison.includes(operator) ? booleanType : integerType;
};

const findField = (type: PslType, field: string): PslType | undefined => {
  if (type.kind === 'unknown') return unknownType;
  if (type.kind === 'dictionary') return type.fields.get(field);
  if (type.kind === 'either') {
    const found = type.of.map((one) => findField(one, field));
    const known = found.filter((one) => one !== undefined);
    return known.length === found.length ? { kind: 'either', of: known } : undefined;
  }
  if (type.kind !== 'handle') return undefined;
  return { handle: sidType, rights: integerType }[field === 'handle' ? 'handle' : 'rights'];
};

const fieldNames = (type: PslType): readonly string[] => {
  if (type.kind === 'dictionary') return [...type.fields.keys()];
  return type.kind === 'handle' ? ['handle', 'rights'] : [];
};

/** A parameter of the message: it must be there whatever method the event is of. */
const messageParameter = (environment: Environment, { text, at }: Name): PslType => {
  const message = environment.message();
  if (message === 'unknown') return unknownType;
  const without = message.find(({ parameters, open }) => !open && !parameters.has(text));
  if (without !== undefined) {
    const hint = near(text, without.parameters.keys());
    const why = `${without.name} has no parameter "${text}" in this message`;
    environment.report.error('PSL-017', at, why, hint);
    return unknownType;
  }
  const types = message.map(({ parameters }) => parameters.get(text) ?? unknownType);
  const [first] = types;
  if (first === undefined) {
    environment.report.error('PSL-017', at, `this message has no parameter "${text}"`);
    return unknownType;
  }
  const unreadable = types.find(({ kind }) => kind === 'unreadable');
  if (unreadable !== undefined) return unreadable;
  const others = types.filter((type) => !accepts(first, type) || !accepts(type, first));
  return others.length === 0 ? first : { kind: 'either', of: [first, ...others] };
};

const inferField = (of: Expression, field: Name, environment: Environment): PslType => {
  environment.needBasic('.', field.at);
  if (of.kind === 'variable' && of.name === 'message') return messageParameter(environment, field);
  const type = infer(of, environment);
  const found = findField(type, field.text);
  if (found !== undefined && (type.kind !== 'handle' || fieldNames(type).includes(field.text))) {
    return found;
  }
  const hint = near(field.text, fieldNames(type));
  environment.report.error(
    'PSL-019',
    field.at,
    `${describeType(type)} has no field "${field.text}"`,
    hint,
  );
  return unknownType;
};

/** The type of the elements, whichever; absent if the type has none. */
const findElement = (type: PslType): PslType | undefined => {
  if (type.kind === 'unknown') return unknownType;
  if (type.kind === 'list') return type.element;
  if (type.kind === 'tuple') return { kind: 'either', of: type.elements };
  if (type.kind !== 'either') return undefined;
  const known = type.of.map(findElement).filter((one) => one !== undefined);
  return known.length === type.of.length ? { kind: 'either', of: known } : undefined;
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
  const hint = near(name, environment.variables.keys());
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
      if (expression.operator === '!') check(expression.operand, booleanType, environment);
      else check(expression.operand, integerType, environment);
      return expression.operator === '!' ? booleanType : integerType;
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
  for (const { key, value } of expression.entries) {
    const type = wanted.fields.get(key.text);
    if (type !== undefined) check(value, type, environment);
    else {
      const hint = near(key.text, wanted.fields.keys());
      report.error('PSL-019', key.at, `"${key.text}" is not asked for here`, hint);
    }
  }
  for (const name of wanted.fields.keys()) {
    if (keys.some(({ text }) => text === name)) continue;
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
  if (!accepts(wanted, found)) mismatch(environment, expression.at, describeType(wanted), found);
};
