import type { MessageType } from '../../solution/data-type.ts';
import { subExpressions } from '../../solution/syntax/sub-expressions.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import { objectOf } from '../event-environment.ts';
import type { Asking, Component } from './component.ts';
import { closedValue } from './ground.ts';
import type { Pool } from './pools.ts';
import { findPath, findScalar } from './variables.ts';
import type { IntegerVariable } from './variables.ts';

/**
 * Models that keep something for each SID, and ask of an SID only what they keep for it: SIDs for which
 * they keep nothing are all alike to them.
 */
const bySid = new Set(['Flow', 'HashSet', 'StaticMap', 'Mic']);

/** Names under which these models are given an SID. */
const sidNames = new Set(['sid', 'source', 'target', 'image', 'container', 'driver']);

/** What is asked of an SID of the message: with which it is compared; absent if anything else is. */
type Compared = readonly bigint[] | undefined;

const joined = (parts: readonly Compared[]): Compared =>
  parts.some((one) => one === undefined) ? undefined : parts.flatMap((one) => one ?? []);

const isIt = (expression: Expression, key: string, type: MessageType): boolean => {
  const path = findPath(expression, type);
  return path?.kind === 'place' && findScalar(path)?.key === key;
};

const comparedIn = (
  expression: Expression,
  key: string,
  asking: Asking,
  type: MessageType,
): Compared => {
  const within = (part: Expression): Compared => comparedIn(part, key, asking, type);
  if (isIt(expression, key, type)) return undefined;
  if (findPath(expression, type) !== undefined) return [];
  if (expression.kind === 'binary' && ['==', '!='].includes(expression.operator)) {
    const sides = [expression.left, expression.right] as const;
    return joined(
      sides.map((side, index) => {
        if (!isIt(side, key, type)) return within(side);
        const other = sides[1 - index];
        if (other === undefined) return undefined;
        if (findPath(other, type) !== undefined) return [];
        const value = closedValue(other, asking.resolved, asking.context);
        return typeof value === 'bigint' ? [value] : undefined;
      }),
    );
  }
  if (expression.kind === 'call' && bySid.has(asking.models.get(objectOf(expression.call)) ?? '')) {
    return ofArgument(expression.call.argument, key, type, within);
  }
  return joined(subExpressions(expression).map(within));
};

/** As an entry of the argument, it is an SID to the model, and nothing else. */
const ofArgument = (
  argument: Expression,
  key: string,
  type: MessageType,
  within: (part: Expression) => Compared,
): Compared => {
  if (argument.kind !== 'dictionary') return within(argument);
  return joined(
    argument.entries.map(({ key: name, value }) =>
      isIt(value, key, type) && sidNames.has(name.text) ? [] : within(value),
    ),
  );
};

const comparedBy = (asking: Asking, key: string, type: MessageType): Compared => {
  const { test, reads } = asking.atom;
  const within = (part: Expression): Compared => comparedIn(part, key, asking, type);
  const isBySid = test.kind === 'rule' && bySid.has(asking.models.get(objectOf(test.call)) ?? '');
  return isBySid ? ofArgument(test.call.argument, key, type, within) : joined(reads.map(within));
};

/** The SIDs for which the objects of a context keep something. */
const keptSids = ({ context }: Asking): readonly bigint[] =>
  [...context.objects.values()].flatMap((object) => {
    const described = object.describe();
    if (typeof described !== 'object' || described === null) return [];
    return Object.keys(described).flatMap((one) => (/^\d+$/.test(one) ? [BigInt(one)] : []));
  });

/** The SIDs of a message that stand for all, where models ask nothing else of them; absent elsewhere. */
export const findSidPool = (
  variable: IntegerVariable,
  component: Component,
  type: MessageType,
): Pool | undefined => {
  const { key, most, bits } = variable;
  if (!key.endsWith('.handle') || bits !== 16) return undefined;
  const compared = joined(component.atoms.map((one) => comparedBy(one, key, type)));
  if (compared === undefined) return undefined;
  const parties = component.atoms.flatMap(({ resolved: { source, destination } }) =>
    [source, destination].flatMap((one) => (one === undefined ? [] : [BigInt(one.sid)])),
  );
  const known = new Set([0n, ...parties, ...component.atoms.flatMap(keptSids), ...compared]);
  // As many that nothing is kept for as there are SIDs in the message: they may be equal, or not.
  const count = component.variables.filter((one) => one.key.endsWith('.handle')).length;
  const fresh: bigint[] = [];
  for (let sid = 1n; sid <= most && fresh.length < count; sid += 1n) {
    if (!known.has(sid)) fresh.push(sid);
  }
  const values = [...known, ...fresh].filter((one) => one <= most);
  return { key, values, complete: true };
};
