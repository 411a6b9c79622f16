import type { Expression } from '../../solution/syntax/tree/expression.ts';
import { isClosed } from '../witness/closed.ts';
import { formatExpression } from '../explain/format-expression.ts';
import type { Use } from './uses.ts';

const partOf = ({ call: { argument } }: Use, name: string): Expression | undefined =>
  argument.kind === 'dictionary'
    ? argument.entries.find(({ key }) => key.text === name)?.value
    : undefined;

/** Are both written as constants there, and not as the same? */
const differIn = (name: string, left: Use, right: Use): boolean => {
  const [one, other] = [partOf(left, name), partOf(right, name)];
  if (one === undefined || other === undefined) return false;
  return isClosed(one) && isClosed(other) && formatExpression(one) !== formatExpression(other);
};

const methodsOf = (left: Use, right: Use): string =>
  [left.call.method.text, right.call.method.text].sort().join(' ');

/** Pairs of methods of an SID that come to the same in both orders, in verdict and state. */
const always: ReadonlyMap<string, readonly string[]> = new Map([
  ['Flow', ['init init', 'fini fini']],
  ['HashSet', ['init init', 'fini fini', 'add add', 'remove remove']],
  [
    'StaticMap',
    [
      'init init',
      'fini fini',
      'commit commit',
      'rollback rollback',
      'get set',
      'get rollback',
      'commit get_uncommited',
    ],
  ],
]);

/** The same where the calls are of different entries, or keys. */
const apart: ReadonlyMap<string, readonly [part: string, pairs: readonly string[]]> = new Map([
  ['HashSet', ['entry', ['add contains', 'contains remove']]],
  ['StaticMap', ['key', ['set set', 'get_uncommited set']]],
]);

/** Do two calls on an object come to the same in both orders? */
export const commute = (left: Use, right: Use): boolean => {
  const { model } = left;
  const methods = methodsOf(left, right);
  if (always.get(model)?.includes(methods) === true) return true;
  const [part, pairs] = apart.get(model) ?? ['', []];
  return pairs.includes(methods) && differIn(part, left, right);
};
