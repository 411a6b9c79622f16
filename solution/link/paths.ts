import type { EventKind } from '../../model/security.ts';
import type { Call } from '../syntax/tree/expression.ts';
import type { Binding, Body } from '../syntax/tree/psl.ts';
import type { Selectors } from '../syntax/tree/selectors.ts';

/** A call of a rule, and whether a `choice` decides if it is made. */
export interface PlacedCall {
  readonly call: Call;
  readonly when: 'always' | 'chosen';
}

/** The calls of one body, and all selectors on the way to it. */
export interface RulePath {
  readonly kind: EventKind;
  readonly where: Selectors;
  readonly calls: readonly PlacedCall[];
}

const walk = (
  kind: EventKind,
  where: Selectors,
  body: Body,
  when: PlacedCall['when'],
  into: RulePath[],
): void => {
  const calls: PlacedCall[] = [];
  into.push({ kind, where, calls });
  for (const item of body.items) {
    if (item.kind === 'rule') calls.push({ call: item.call, when });
    else if (item.kind === 'match') walk(kind, [...where, ...item.where], item.body, when, into);
    else for (const { body: inner } of item.cases) walk(kind, where, inner, 'chosen', into);
  }
};

/** Every body of a binding, its own first, in textual order. */
export const pathsOf = ({ event, where, body }: Binding): readonly RulePath[] => {
  const found: RulePath[] = [];
  walk(event, where, body, 'always', found);
  return found;
};
