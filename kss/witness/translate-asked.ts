import type { Call } from '../../solution/syntax/tree/expression.ts';
import { objectOf } from '../event-environment.ts';
import { all, any, linear, never, not } from './bits.ts';
import type { Condition, IntegerTerm } from './bits.ts';
import { containsEntry } from './translate-entry.ts';
import {
  boolean,
  bounded,
  conditionOf,
  failsOf,
  failure,
  knownOf,
  sum,
  termOf,
  valued,
} from './translated.ts';
import type { Ground, Translated } from './translated.ts';

const overList = (
  method: string,
  elements: readonly Translated[],
  fails: Condition,
): Translated | undefined => {
  if (method === 'all' || method === 'any') {
    const conditions = elements.map(conditionOf);
    if (conditions.some((one) => one === undefined)) return failure;
    const holds = conditions.map((one) => one ?? never);
    return boolean(method === 'all' ? all(holds) : any(holds), fails);
  }
  if (method !== 'sum') return undefined;
  return elements.reduce<Translated | undefined>(
    (so, element) => {
      const [left, right] = [so === undefined ? undefined : termOf(so), termOf(element)];
      if (so === undefined || left === undefined || right === undefined) return failure;
      return bounded(sum(left, right, 1n), failsOf(so, element));
    },
    valued(0n, fails),
  );
};

const overFields = (
  fields: ReadonlyMap<string, Translated>,
  fails: Condition,
): Translated | undefined => {
  const [first, then, other] = ['if', 'then', 'else'].map((name) => fields.get(name));
  const condition = first === undefined ? undefined : conditionOf(first);
  if (condition === undefined || then === undefined || other === undefined) return undefined;
  const [yes, no] = [conditionOf(then), conditionOf(other)];
  if (yes === undefined || no === undefined) return undefined;
  return boolean(any([all([condition, yes]), all([not(condition), no])]), fails);
};

/** A cast, or `abs`, that leaves both ends of an interval as they are leaves all between. */
const keepsEnds = (call: Call, { least: low, most }: IntegerTerm, { ask }: Ground): boolean =>
  [low, most].every((end) => {
    const answer = ask(call, end);
    return answer.kind === 'value' && answer.value === end;
  });

/** What a method of a policy object yields; absent where that is no circuit. */
export const translateAsked = (
  call: Call,
  argument: Translated,
  ground: Ground,
): Translated | undefined => {
  const known = knownOf(argument);
  if (known !== undefined) {
    const answer = ground.ask(call, known);
    return answer.kind === 'value' ? valued(answer.value, argument.fails) : failure;
  }
  const model = ground.modelOf(objectOf(call));
  const method = call.method.text;
  if (model === 'Bool' || model === 'Math') {
    if (argument.kind === 'list') return overList(method, argument.elements, argument.fails);
    if (argument.kind === 'fields' && method === 'cond') {
      return overFields(argument.fields, argument.fails);
    }
    const term = termOf(argument);
    if (method === 'neg' && term !== undefined) {
      return bounded(linear([{ factor: -1n, of: term }], 0n), argument.fails);
    }
    if (model === 'Math' && term !== undefined && keepsEnds(call, term, ground)) {
      return { kind: 'integer', term, fails: argument.fails };
    }
  }
  return model === 'HashSet' && method === 'contains'
    ? containsEntry(call, argument, ground)
    : undefined;
};
