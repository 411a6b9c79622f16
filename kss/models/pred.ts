import { booleanType, textType, unitType, unknownType } from '../../solution/link/types.ts';
import { denied, failed, yielded } from '../security-model.ts';
import type { SecurityModel } from '../security-model.ts';
import { isList, isRecord } from '../values.ts';
import { either, expression, listOf, noParameters, stateless } from './stateless.ts';

/**
 * Pred: comparisons, as operators, and `empty`.
 *
 * Source: KasperskyOS Community Edition help, "Pred security model"; spec/models/basic.md.
 */
export const pred: SecurityModel<null> = {
  ...stateless,
  name: 'Pred',
  package: 'nk.basic',
  implicitObject: 'pred',
  methods: new Map([
    ['empty', expression(either(textType, unitType, listOf(unknownType)), booleanType)],
  ]),
  check: noParameters,
  audit: undefined,
  rule: () => denied('Pred has no rules'),
  expression: (_object, _state, _method, argument) => {
    if (argument === null) return yielded(true);
    if (typeof argument === 'string') return yielded(argument === '');
    if (isList(argument)) return yielded(argument.length === 0);
    return isRecord(argument)
      ? yielded(argument.fields.size === 0)
      : failed('the argument has no elements to count');
  },
};
