import { booleanType, unitType, unsignedType } from '../../solution/link/types.ts';
import { denied, failed, granted } from '../security-model.ts';
import type { Ruled, SecurityModel } from '../security-model.ts';
import type { Value } from '../../model/value.ts';
import { either, noParameters, rule, stateless } from './stateless.ts';

const assert = (argument: Value): Ruled<null> => {
  if (typeof argument !== 'boolean') return failed('the argument is not a Boolean');
  return argument ? granted : denied('the condition is false');
};

const deny = (argument: Value): Ruled<null> => {
  if (argument === null) return denied('it always denies');
  if (typeof argument !== 'boolean') return failed('the argument is not a Boolean');
  return argument ? denied('the condition is true') : granted;
};

/** The level itself is kept by the interpreter: it is one for all objects (C-31). */
const setLevel = (argument: Value): Ruled<null> =>
  typeof argument === 'bigint' && argument >= 0n && argument <= 255n
    ? granted
    : failed('the audit level is not in 0 … 255');

/**
 * Base: rules that grant, deny, and test a condition.
 *
 * Source: KasperskyOS Community Edition help, "Base security model"; spec/models/base.md.
 */
export const base: SecurityModel<null> = {
  ...stateless,
  name: 'Base',
  package: 'nk.base',
  implicitObject: 'base',
  methods: new Map([
    ['grant', rule(unitType)],
    ['assert', rule(booleanType)],
    ['deny', rule(either(unitType, booleanType))],
    ['set_level', rule(unsignedType(8))],
  ]),
  check: noParameters,
  audit: [],
  rule: (_object, _state, method, argument) => {
    if (method === 'grant') return granted;
    if (method === 'assert') return assert(argument);
    return method === 'deny' ? deny(argument) : setLevel(argument);
  },
  expression: () => failed('Base has no expressions'),
};
