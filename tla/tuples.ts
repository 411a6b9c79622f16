import type { Argument, Operator } from './twin.ts';

/** Operators of these names, with these arguments. */
export const each = (
  names: readonly string[],
  tuples: readonly (readonly Argument[])[],
): readonly Operator[] => names.flatMap((name) => tuples.map((args): Operator => [name, ...args]));

/** Every subset, in the order of the items. */
export const subsetsOf = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  items.reduce<readonly (readonly Item[])[]>(
    (sets, item) => [...sets, ...sets.map((set) => [...set, item])],
    [[]],
  );
