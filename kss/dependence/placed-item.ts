import type { EventKind } from '../../model/security.ts';
import type { MessageType } from '../../solution/data-type.ts';
import { chosenBy, messageTypeOf, reachedBy } from '../../solution/link/reach.ts';
import type { Chosen } from '../../solution/link/reach.ts';
import type { Solution } from '../../solution/solution.ts';
import type { Call, Expression } from '../../solution/syntax/tree/expression.ts';
import type { BodyItem, Choice } from '../../solution/syntax/tree/psl.ts';
import { signatureOf } from './shape.ts';
import type { Shape } from './shape.ts';

/**
 * What runs at one place of a policy: a call, or the scrutinee of a choice.
 *
 * Shape: `chosen` are the selectors on the path to it; `branches` says, of each choice around it, in
 *        which case it stands, and of its own choice that it stands before the cases.
 */
export interface PlacedItem {
  readonly event: EventKind;
  readonly chosen: Chosen;
  readonly branches: ReadonlyMap<Choice, number | 'before'>;
  readonly what:
    | { readonly kind: 'call'; readonly call: Call }
    | { readonly kind: 'scrutinee'; readonly expression: Expression };
}

type Path = Omit<PlacedItem, 'what'>;

const itemsIn = (path: Path, items: readonly BodyItem[]): readonly PlacedItem[] =>
  items.flatMap((item): readonly PlacedItem[] => {
    switch (item.kind) {
      case 'rule':
        return [{ ...path, what: { kind: 'call', call: item.call } }];
      case 'match':
        return itemsIn({ ...path, chosen: chosenBy(path.chosen, item.where) }, item.body.items);
      case 'choice':
        return choiceItems(path, item);
    }
  });

const choiceItems = (path: Path, choice: Choice): readonly PlacedItem[] => {
  const branch = (at: number | 'before'): Path => ({
    ...path,
    branches: new Map(path.branches).set(choice, at),
  });
  return [
    { ...branch('before'), what: { kind: 'scrutinee', expression: choice.scrutinee } },
    ...choice.cases.flatMap(({ body }, index) => itemsIn(branch(index), body.items)),
  ];
};

/** All that the bindings of a policy run, in textual order. */
export const placedItems = ({ policy }: Solution): readonly PlacedItem[] =>
  policy.bindings.flatMap(({ event, where, body }) =>
    itemsIn({ event, chosen: chosenBy(new Map(), where), branches: new Map() }, body.items),
  );

/** The types of the messages that can come to a place, each once. */
export const messageTypesAt = (
  { classes }: Solution,
  { event, chosen }: PlacedItem,
): readonly MessageType[] => {
  if (event === 'execute') return [{ parameters: [], open: false }];
  const types = reachedBy(classes, event, chosen).map(({ method }) => messageTypeOf(method, event));
  return [...new Map(types.map((type) => [type.parameters, type])).values()];
};

/** The expression of an item: the argument of a rule, an expression as a statement, or the scrutinee. */
export const expressionOf = (
  shape: Pick<Shape, 'objects' | 'models'>,
  { what }: PlacedItem,
): Expression => {
  if (what.kind === 'scrutinee') return what.expression;
  const { call } = what;
  const isRule = signatureOf(shape, call)?.yields === 'rule';
  return isRule ? call.argument : { kind: 'call', call, at: call.at };
};
