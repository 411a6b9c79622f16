import type { Call, Expression } from '../../solution/syntax/tree/expression.ts';
import { findUtf8Length } from '../../solution/message/text.ts';
import { objectOf } from '../event-environment.ts';
import { findMessageType } from '../width.ts';
import { all, always, constant, isEqual, isLess, linear, never, not } from './bits.ts';
import type { Condition, IntegerTerm } from './bits.ts';
import { translateAsked } from './translate-asked.ts';
import { changesEntry, setsValue } from './translate-entry.ts';
import {
  arithmetic,
  boolean,
  bounded,
  comparison,
  conditionOf,
  equality,
  failsOf,
  failure,
  knownOf,
  logical,
  termOf,
  valued,
  variableTerm,
} from './translated.ts';
import type { Ground, Translated } from './translated.ts';
import { findPath, findScalar, lengthVariable } from './variables.ts';
import type { IntegerVariable, Place, Presence } from './variables.ts';

/** An integer of the message: as it was chosen, or free. */
const integerTerm = (variable: IntegerVariable, { chosen, terms }: Ground): IntegerTerm => {
  const value = chosen.get(variable.key);
  return typeof value === 'bigint'
    ? constant(value)
    : (terms.get(variable.key) ?? variableTerm(variable));
};

/** Holds where the path leads nowhere. */
const absence = (presence: readonly Presence[], ground: Ground): Condition =>
  not(
    all(
      presence.map(({ variable, relation, value }) => {
        const term = integerTerm(variable, ground);
        return relation === '==' ? isEqual(term, constant(value)) : isLess(constant(value), term);
      }),
    ),
  );

const translatePlace = (place: Place, ground: Ground): Translated | undefined => {
  const variable = findScalar(place);
  const fails = absence(place.presence, ground);
  if (variable?.kind === 'integer') {
    return { kind: 'integer', term: integerTerm(variable, ground), fails };
  }
  if (variable?.kind !== 'text') return undefined;
  return valued(ground.chosen.get(variable.key) ?? '', fails);
};

const translateBinary = (
  { operator, left: one, right: other }: Extract<Expression, { readonly kind: 'binary' }>,
  ground: Ground,
): Translated | undefined => {
  const [left, right] = [translate(one, ground), translate(other, ground)];
  if (left === undefined || right === undefined) return undefined;
  if (operator === '==') return equality(left, right);
  if (operator === '!=') {
    const same = equality(left, right);
    return same.kind === 'boolean' ? boolean(not(same.holds), same.fails) : same;
  }
  if (operator === '&&' || operator === '||' || operator === '==>') {
    return logical(operator, left, right);
  }
  const terms = [termOf(left), termOf(right)] as const;
  if (terms[0] === undefined || terms[1] === undefined) return failure;
  const fails = failsOf(left, right);
  if (['<', '<=', '>', '>='].includes(operator)) {
    return boolean(comparison(operator, terms[0], terms[1]), fails);
  }
  const term = arithmetic(operator, terms[0], terms[1]);
  return term === undefined ? undefined : bounded(term, fails);
};

/** `~` keeps the width of a field that has no sign (C-26). */
const complement = (operand: Expression, term: IntegerTerm, { type }: Ground): IntegerTerm => {
  const integer = findMessageType(operand, type.parameters);
  const isUnsigned = integer?.kind === 'integer' && !integer.signed;
  const added = isUnsigned ? (1n << BigInt(integer.bits)) - 1n : -1n;
  return linear([{ factor: -1n, of: term }], added);
};

const translateUnary = (
  { operator, operand }: Extract<Expression, { readonly kind: 'unary' }>,
  ground: Ground,
): Translated | undefined => {
  const given = translate(operand, ground);
  if (given === undefined) return undefined;
  if (operator === '!') {
    const holds = conditionOf(given);
    return holds === undefined ? failure : boolean(not(holds), given.fails);
  }
  const term = termOf(given);
  if (term === undefined) return failure;
  return operator === '-'
    ? bounded(linear([{ factor: -1n, of: term }], 0n), given.fails)
    : bounded(complement(operand, term, ground), given.fails);
};

const sizeOf = (argument: Expression, ground: Ground): Translated | undefined => {
  const path = findPath(argument, ground.type);
  if (path?.kind === 'place' && path.type !== 'message') {
    const fails = absence(path.presence, ground);
    if (path.type.kind === 'array') return valued(BigInt(path.type.length), fails);
    if (path.type.kind === 'sequence') {
      return {
        kind: 'integer',
        term: integerTerm(lengthVariable(path.key, path.type), ground),
        fails,
      };
    }
  }
  return undefined;
};

const isEmpty = (argument: Expression, ground: Ground): Translated | undefined => {
  const size = sizeOf(argument, ground);
  return size === undefined ? undefined : equality(size, valued(0n));
};

/** Whether a rule grants; absent where that is no circuit. */
export const translateRule = (call: Call, ground: Ground): Translated | undefined => {
  const argument = translate(call.argument, ground);
  if (argument === undefined) return undefined;
  const known = knownOf(argument);
  if (known === undefined) {
    const model = ground.modelOf(objectOf(call));
    if (model === 'HashSet') return changesEntry(call, argument, ground);
    const isSet = model === 'StaticMap' && call.method.text === 'set';
    return isSet ? setsValue(call, argument, ground) : undefined;
  }
  const answer = ground.askRule(call, known);
  if (answer === 'failed') return failure;
  return boolean(answer === 'true' ? always : never, argument.fails);
};

const translateCall = (call: Call, ground: Ground): Translated | undefined => {
  const { object, method, argument } = call;
  if (object === undefined && method.text === 'size') {
    const size = sizeOf(argument, ground);
    if (size !== undefined) return size;
    const given = translate(argument, ground);
    if (given?.kind !== 'value' || typeof given.value !== 'string') return undefined;
    return valued(BigInt(findUtf8Length(given.value) ?? given.value.length), given.fails);
  }
  if (ground.modelOf(objectOf(call)) === 'Pred' && method.text === 'empty') {
    const empty = isEmpty(argument, ground);
    if (empty !== undefined) return empty;
  }
  const given = translate(argument, ground);
  return given === undefined ? undefined : translateAsked(call, given, ground);
};

/** What an expression comes to; absent where that is no circuit of the integers of the message. */
export const translate = (expression: Expression, ground: Ground): Translated | undefined => {
  const path = findPath(expression, ground.type);
  if (path !== undefined) {
    return path.kind === 'place' ? translatePlace(path, ground) : failure;
  }
  switch (expression.kind) {
    case 'integer':
    case 'text':
    case 'boolean':
      return valued(expression.value);
    case 'unit':
      return valued(null);
    case 'variable': {
      const value = ground.closed(expression);
      return value === undefined ? failure : valued(value);
    }
    case 'list': {
      const elements = expression.elements.map((one) => translate(one, ground));
      if (elements.some((one) => one === undefined)) return undefined;
      const known = elements.flatMap((one) => (one === undefined ? [] : [one]));
      return { kind: 'list', elements: known, fails: failsOf(...known) };
    }
    case 'dictionary': {
      const fields = new Map<string, Translated>();
      for (const { key, value } of expression.entries) {
        const one = translate(value, ground);
        if (one === undefined) return undefined;
        fields.set(key.text, one);
      }
      return { kind: 'fields', fields, fails: failsOf(...fields.values()) };
    }
    case 'unary':
      return translateUnary(expression, ground);
    case 'binary':
      return translateBinary(expression, ground);
    case 'call':
      return translateCall(expression.call, ground);
    case 'field':
    case 'element':
      return undefined;
  }
};
