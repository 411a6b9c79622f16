import type { SecurityEvent } from '../model/security.ts';
import type { DataType } from '../solution/data-type.ts';
import { messageTypeOf } from '../solution/link/reach.ts';
import type { Solution } from '../solution/solution.ts';
import { findMethodOf } from './resolve.ts';

const isUnknown = (type: DataType): boolean => {
  switch (type.kind) {
    case 'unmodelled':
      return true;
    case 'array':
    case 'sequence':
      return isUnknown(type.element);
    case 'struct':
      return type.fields.some((field) => isUnknown(field.type));
    case 'union':
      return type.members.some((member) => isUnknown(member.type));
    default:
      return false;
  }
};

/** The mark of an answer that rests on a message whose parameters are not known (C-06). */
export interface Unmodelled {
  readonly unmodelled?: true;
}

/** Marks the answer to an event of a method whose parameters, or some type of them, are not known. */
export const unmodelledIn = (solution: Solution, event: SecurityEvent): Unmodelled => {
  const method = findMethodOf(solution, event);
  if (method === undefined) return {};
  const { parameters, open } = messageTypeOf(method, event.kind);
  return open || parameters.some(({ type }) => isUnknown(type)) ? { unmodelled: true } : {};
};
