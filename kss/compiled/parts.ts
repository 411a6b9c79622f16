import type { Expression } from '../../solution/syntax/tree/expression.ts';
import type { Scope } from './scope.ts';

/**
 * The parts of an argument that is written as a dictionary of just these keys, each part sure to have
 * a value: then it does not matter in which order they are evaluated. Absent otherwise.
 */
export const sureParts = <Key extends string>(
  scope: Scope,
  argument: Expression,
  keys: readonly Key[],
): Readonly<Record<Key, Expression>> | undefined => {
  if (argument.kind !== 'dictionary' || argument.entries.length !== keys.length) return undefined;
  const parts: Partial<Record<Key, Expression>> = {};
  for (const key of keys) {
    const value = argument.entries.find((entry) => entry.key.text === key)?.value;
    if (value === undefined || !scope.compile(value).sure) return undefined;
    parts[key] = value;
  }
  return isWhole(parts, keys) ? parts : undefined;
};

const isWhole = <Key extends string>(
  parts: Partial<Record<Key, Expression>>,
  keys: readonly Key[],
): parts is Record<Key, Expression> => keys.every((key) => parts[key] !== undefined);
