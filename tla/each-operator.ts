import type { Argument, Operator } from './twin.ts';

/** 1, 2 … */
export const upTo = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index + 1);

/** Every subset of a list, each in its order. */
export const subsetsOf = <Name>(names: readonly Name[]): readonly (readonly Name[])[] =>
  names.reduce<readonly (readonly Name[])[]>(
    (sets, name) => [...sets, ...sets.map((set): readonly Name[] => [...set, name])],
    [[]],
  );

/** Operators of these names, each with each of these arguments. */
export const eachOperator = (
  names: readonly string[],
  tuples: readonly (readonly Argument[])[],
): readonly Operator[] => names.flatMap((name) => tuples.map((args): Operator => [name, ...args]));
