import type { Argument, Operator } from './twin.ts';

/** 1 … count. */
export const upTo = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index + 1);

/** Every subset, in the order of its elements. */
export const subsetsOf = <Element>(elements: readonly Element[]): readonly (readonly Element[])[] =>
  elements.reduce<readonly (readonly Element[])[]>(
    (sets, one) => [...sets, ...sets.map((set) => [...set, one])],
    [[]],
  );

/** Operators of these names, with these arguments. */
export const each = (
  names: readonly string[],
  tuples: readonly (readonly Argument[])[],
): readonly Operator[] => names.flatMap((name) => tuples.map((args): Operator => [name, ...args]));
