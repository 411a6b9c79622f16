import type { EventKind } from '../../model/security.ts';
import type { Call } from '../syntax/tree/expression.ts';
import type { Binding, Body } from '../syntax/tree/psl.ts';
import type { Selectors } from '../syntax/tree/selectors.ts';

/** A call of a rule, and whether a `choice` decides if it is made. */
export interface PlacedCall {
  readonly call: Call;
  readonly when: 'always' | 'chosen';
}

/** The calls of one body, and the selectors on the way to it, each once. */
export interface RulePath {
  readonly kind: EventKind;
  readonly where: Selectors;
  readonly calls: readonly PlacedCall[];
}

/** Selectors behind others, each once; absent where two differ, so that no event has both. */
const joined = (outer: Selectors, inner: Selectors): Selectors | undefined => {
  const byName = new Map(outer.map((selector) => [selector.name, selector]));
  for (const selector of inner) {
    const before = byName.get(selector.name);
    if (before === undefined) byName.set(selector.name, selector);
    else if (before.value.text !== selector.value.text) return undefined;
  }
  return [...byName.values()];
};

const walk = (
  kind: EventKind,
  outer: Selectors,
  inner: Selectors,
  body: Body,
  when: PlacedCall['when'],
  into: RulePath[],
): void => {
  const where = joined(outer, inner);
  if (where === undefined) return;
  const calls: PlacedCall[] = [];
  into.push({ kind, where, calls });
  for (const item of body.items) {
    if (item.kind === 'rule') calls.push({ call: item.call, when });
    else if (item.kind === 'match') walk(kind, where, item.where, item.body, when, into);
    else for (const one of item.cases) walk(kind, where, [], one.body, 'chosen', into);
  }
};

/** Every body of a binding that events can reach, its own first, in textual order. */
export const pathsOf = ({ event, where, body }: Binding): readonly RulePath[] => {
  const found: RulePath[] = [];
  walk(event, [], where, body, 'always', found);
  return found;
};
