import type { DataType } from '../../solution/data-type.ts';
import { subExpressions } from '../../solution/syntax/sub-expressions.ts';
import type { Call, Expression } from '../../solution/syntax/tree/expression.ts';
import { findMessageType } from '../width.ts';
import { intervalOf } from './interval.ts';
import { overflows } from './overflow.ts';
import { isSize, modelNameOf } from './shape.ts';
import type { Shape } from './shape.ts';

/** Methods that have a value whatever the state, by model; those of Math are looked at closer. */
const total: ReadonlyMap<string, readonly string[]> = new Map([
  ['Pred', ['empty']],
  ['Bool', ['all', 'any', 'cond']],
  ['Regex', ['match']],
]);

const isReadable = (type: DataType | undefined): boolean =>
  type !== undefined && type.kind !== 'bytes' && type.kind !== 'unmodelled';

const fieldFails = (
  { message }: Shape,
  { of, field }: Extract<Expression, { readonly kind: 'field' }>,
): boolean => {
  if (of.kind === 'variable') {
    const found = message.parameters.find(({ name }) => name === field.text);
    return found === undefined || !isReadable(found.type);
  }
  const type = findMessageType(of, message.parameters);
  if (type?.kind === 'handle') return false;
  if (type?.kind !== 'struct') return true;
  return !isReadable(type.fields.find(({ name }) => name === field.text)?.type);
};

const elementFails = (
  shape: Shape,
  { of, index }: Extract<Expression, { readonly kind: 'element' }>,
): boolean => {
  const type = findMessageType(of, shape.message.parameters);
  const { low, high } = intervalOf(shape, index);
  const length =
    type?.kind === 'array' ? type.length : of.kind === 'list' ? of.elements.length : undefined;
  return length === undefined || low < 0n || high >= BigInt(length);
};

/** Casts fail where a value does not fit; sums and such are seen to by their bounds. */
const mathFails = (shape: Shape, { method, argument }: Call): boolean => {
  const [, sign, bits] = /^([us])int(\d+)$/.exec(method.text) ?? [];
  if (bits === undefined) return false;
  const { low, high } = intervalOf(shape, argument);
  const span = 1n << BigInt(bits);
  return sign === 'u' ? low < 0n || high >= span : low < -span / 2n || high >= span / 2n;
};

const callFails = (shape: Shape, call: Call): boolean => {
  if (isSize(call)) return false;
  const model = modelNameOf(shape, call);
  if (model === 'Math') return mathFails(shape, call);
  return total.get(model ?? '')?.includes(call.method.text) !== true;
};

/** Can this very expression fail, its parts aside? */
const failsItself = (shape: Shape, expression: Expression): boolean => {
  switch (expression.kind) {
    case 'field':
      return fieldFails(shape, expression);
    case 'element':
      return elementFails(shape, expression);
    case 'call':
      return callFails(shape, expression.call) || overflows(shape, expression);
    default:
      return overflows(shape, expression);
  }
};

/**
 * Can an expression fail, as far as types tell? A call that reads the state of an object can, unless
 * it has a value in every state.
 */
export const canFail = (shape: Shape, expression: Expression): boolean =>
  failsItself(shape, expression) || subExpressions(expression).some((part) => canFail(shape, part));
