import type { ProcessId } from '../../model/ids.ts';
import type { RecordValue } from '../../model/value.ts';
import { namesOf } from '../expression.ts';
import { findHandle } from '../service-call.ts';
import type { Argument } from '../twin.ts';
import type { TlaValue } from '../value.ts';
import { rightsWord } from './arguments.ts';
import { numberOf, rightsOf } from './system.ts';
import type { HandlesSystem } from './system.ts';

/** What a receiver is told of a handle in a message: that it is lent to it, or its own. */
export interface Telling {
  readonly kind: 'lent' | 'own';
  readonly number: number;
  readonly rights: readonly string[];
}

/** What `to` is told of in a field of a message in its own words: a handle that comes back has a context. */
export const findTelling = (
  system: HandlesSystem,
  to: ProcessId,
  message: RecordValue,
  field: string,
): Telling | undefined => {
  const handle = findHandle(message, field);
  return handle === undefined
    ? undefined
    : {
        kind: handle.context === undefined ? 'lent' : 'own',
        number: numberOf(system, to, handle.number),
        rights: rightsOf(handle.rights),
      };
};

/** `lent_2_copy`; `none` where nothing is told. */
export const tellingArgument = (telling: Telling | undefined): Argument => {
  if (telling === undefined) return { word: 'none', expression: 'None' };
  const { kind, number, rights } = telling;
  return {
    word: `${kind}_${String(number)}_${rightsWord(rights)}`,
    expression: `<<"${kind}", ${String(number)}, ${namesOf(rights)}>>`,
  };
};

export const tellingValue = (telling: Telling | undefined): TlaValue =>
  telling === undefined
    ? []
    : [telling.kind, telling.number, { kind: 'set', elements: telling.rights }];
