import type { Value } from '../../model/value.ts';
import { booleanType, integerType, textType, unitType } from '../../solution/link/types.ts';
import { denied, failed, granted, yielded } from '../security-model.ts';
import type { Ruled, SecurityModel, Yielded } from '../security-model.ts';
import { fieldOf, findScalarKind, isList } from '../values.ts';
import {
  dictionary,
  either,
  expression,
  listOf,
  noParameters,
  rule,
  stateless,
} from './stateless.ts';

const scalar = either(integerType, textType, booleanType, unitType);

/** Every operand is evaluated before; one that is no Boolean fails the whole (C-24). */
const ofBooleans = (argument: Value, decide: (all: readonly Value[]) => boolean): Yielded => {
  if (!isList(argument)) return failed('the argument is not a list');
  const stray = argument.find((element) => typeof element !== 'boolean');
  return stray === undefined ? yielded(decide(argument)) : failed('an element is not a Boolean');
};

const cond = (argument: Value): Yielded => {
  const condition = fieldOf(argument, 'if');
  const chosen = fieldOf(argument, condition === true ? 'then' : 'else');
  if (typeof condition !== 'boolean') return failed('the condition is not a Boolean');
  return chosen !== undefined && findScalarKind(chosen) !== undefined
    ? yielded(chosen)
    : failed('the chosen value is not a scalar');
};

const assert = (argument: Value): Ruled<null> => {
  if (typeof argument !== 'boolean') return failed('the argument is not a Boolean');
  return argument ? granted : denied('the condition is false');
};

/**
 * Bool: logic, as operators, and over lists.
 *
 * Source: KasperskyOS Community Edition help, "Bool security model"; spec/models/basic.md.
 */
export const bool: SecurityModel<null> = {
  ...stateless,
  name: 'Bool',
  package: 'nk.basic',
  implicitObject: 'bool',
  methods: new Map([
    ['all', expression(listOf(booleanType), booleanType)],
    ['any', expression(listOf(booleanType), booleanType)],
    ['cond', expression(dictionary({ if: booleanType, then: scalar, else: scalar }), scalar)],
    ['assert', rule(booleanType)],
  ]),
  check: noParameters,
  audit: undefined,
  rule: (_object, _state, _method, argument) => assert(argument),
  expression: (_object, _state, method, argument) => {
    if (method === 'cond') return cond(argument);
    return ofBooleans(argument, (all) =>
      method === 'all' ? all.every((one) => one === true) : all.includes(true),
    );
  },
};
