import type { DataType, MessageType, Parameter } from '../../../solution/data-type.ts';
import { subExpressions } from '../../../solution/syntax/sub-expressions.ts';
import type { Expression } from '../../../solution/syntax/tree/expression.ts';
import type { Atom } from '../atoms-of-call.ts';
import { findPath, variablesIn } from '../variables.ts';
import { handleKeys } from './handle-keys.ts';

const hasHandle = (type: DataType): boolean =>
  handleKeys({ parameters: [{ name: '', type }], open: false }).length > 0;

/** Where handles stand that a message may have or not: in a list, or as a member of a union. */
const sometimes = (key: string, parameters: readonly Parameter[]): readonly string[] =>
  parameters.flatMap(({ name, type }) => {
    const here = `${key}${name}`;
    switch (type.kind) {
      case 'struct':
        return sometimes(`${here}.`, type.fields);
      case 'array':
        return sometimes('', [{ name: `${here}.[0]`, type: type.element }]);
      case 'sequence':
      case 'union':
        return hasHandle(type) ? [here] : [];
      case 'handle':
      case 'integer':
      case 'string':
      case 'bytes':
      case 'unmodelled':
        return [];
    }
  });

/** Does an expression read a handle of the message: its SID, its rights, its context, or all of it? */
export const readsHandle = (expression: Expression, type: MessageType): boolean => {
  const of = expression.kind === 'field' ? findPath(expression.of, type) : undefined;
  if (of?.kind === 'place' && of.type !== 'message' && of.type.kind === 'handle') return true;
  const path = findPath(expression, type);
  if (path === undefined) return subExpressions(expression).some((part) => readsHandle(part, type));
  if (path.kind === 'fails') return false;
  return path.type === 'message' ? handleKeys(type).length > 0 : hasHandle(path.type);
};

/** Why messages in which every handle names nothing may not stand for all, once handles are put there. */
export interface HandleDoubts {
  /** Where handles stand that may be there or not. */
  readonly sometimes: readonly string[];
  /** Atoms that read a handle, and another part of the message: values of that were found for no handle. */
  readonly mixed: readonly Atom[];
}

/**
 * What is doubtful about handles. Everything else of a message is decided apart from them, so that each handle goes with each
 * assignment of the other atoms.
 */
export const handleDoubts = (type: MessageType, atoms: readonly Atom[]): HandleDoubts => {
  const keys = handleKeys(type);
  const parts = new Set(keys.flatMap((key) => [`${key}.handle`, `${key}.rights`]));
  return {
    sometimes: sometimes('', type.parameters),
    mixed: atoms.filter(
      ({ reads }) =>
        reads.some((one) => readsHandle(one, type)) &&
        reads.some((one) => variablesIn(one, type).some(({ key }) => !parts.has(key))),
    ),
  };
};
