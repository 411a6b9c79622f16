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

/** Arguments in a row. */
export type Tuple = readonly Argument[];

/** Each tuple with each of more behind it. */
export const times = (tuples: readonly Tuple[], more: readonly Tuple[]): readonly Tuple[] =>
  tuples.flatMap((tuple) => more.map((last) => [...tuple, ...last]));

/** Tuples of one argument. */
export const one = (values: readonly Argument[]): readonly Tuple[] =>
  values.map((value) => [value]);

/** `Commit_NotMapped`: an operator for each refusal of a method. */
export const named = (method: string, refusals: readonly string[]): readonly string[] =>
  refusals.map((refusal) => `${method}_${refusal}`);
