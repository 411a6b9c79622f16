import { reachedBy } from '../../solution/link/reach.ts';
import type { Chosen } from '../../solution/link/reach.ts';
import type { Solution } from '../../solution/solution.ts';
import { commute } from './commute.ts';
import type { PlacedItem } from './placed-item.ts';
import { usesOf } from './uses.ts';
import type { Use } from './uses.ts';
import type { Shape } from './shape.ts';

/** A call, and those after it, in textual order, with which its order counts in some event. */
export interface OrderedCalls {
  readonly first: Use;
  readonly others: readonly [Use, ...Use[]];
}

/** In different cases of one choice, or before its cases and in one: no reading turns these round. */
const isFixed = (left: PlacedItem, right: PlacedItem): boolean =>
  left === right ||
  [...left.branches].some(([choice, branch]) => {
    const other = right.branches.get(choice);
    return other !== undefined && other !== branch;
  });

const agree = (left: Chosen, right: Chosen): boolean =>
  [...left].every(([name, { text }]) => (right.get(name)?.text ?? text) === text);

/** Can one event come to both places? */
const canMeet = ({ classes }: Solution, left: PlacedItem, right: PlacedItem): boolean => {
  if (left.event !== right.event || !agree(left.chosen, right.chosen)) return false;
  const both = new Map([...left.chosen, ...right.chosen]);
  return left.event === 'execute' || reachedBy(classes, left.event, both).length > 0;
};

const areApart = (left: Use, right: Use): boolean =>
  left.about !== undefined && right.about !== undefined && left.about !== right.about;

const isOrdered = (solution: Solution, first: Use, second: Use): boolean =>
  (first.does === 'changes' || second.does === 'changes') &&
  !areApart(first, second) &&
  !commute(first, second) &&
  !isFixed(first.item, second.item) &&
  canMeet(solution, first.item, second.item);

const keyOf = ({ object, item }: Use): string => `${item.event} ${object}`;

/** Each call is among the others of the first before it with which its order counts (C-20). */
export const orderedCalls = (
  solution: Solution,
  shape: Pick<Shape, 'objects' | 'models'>,
  items: readonly PlacedItem[],
): readonly OrderedCalls[] => {
  const before = new Map<string, Use[]>();
  const found = new Map<Use, [Use, ...Use[]]>();
  for (const second of items.flatMap((item) => usesOf(shape, item))) {
    const all = before.get(keyOf(second)) ?? [];
    const first = all.find((one) => isOrdered(solution, one, second));
    before.set(keyOf(second), all);
    all.push(second);
    if (first === undefined) continue;
    const others = found.get(first);
    if (others === undefined) found.set(first, [second]);
    else others.push(second);
  }
  return [...found].map(([first, others]) => ({ first, others }));
};
