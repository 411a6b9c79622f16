import * as fc from 'fast-check';
import { at } from '../../model/defect.ts';
import type { RandomStream } from '../../simulator/random.ts';

/**
 * Where a generator takes its choices from.
 *
 * Result: `below(n)` is in 0 … n−1; 0 is the simplest choice wherever some are simpler.
 */
export type Draw = RandomStream;

/**
 * A row of numbers that choices are read from. What is built is right whatever the numbers, so that a
 * counterexample shrinks with its tape: a shorter tape, or smaller numbers, make a simpler thing.
 */
export type Tape = readonly number[];

/** Tapes of up to a number of choices. Without bias: 0 and the greatest number are no edges here. */
export const tapeOf = (length: number): fc.Arbitrary<Tape> =>
  fc.noBias(
    fc.array(fc.nat({ max: 0x7fff_ffff }), { minLength: length, maxLength: length, size: 'max' }),
  );

/** Reads a tape; behind its end every choice is the simplest. */
export const readTape = (tape: Tape): Draw => {
  let next = 0;
  return { below: (limit) => (tape[next++] ?? 0) % limit };
};

export const pick = <Item>(draw: Draw, items: readonly Item[]): Item =>
  at(items, draw.below(items.length));

/** One of some items by weight; the first is the simplest. */
export const pickWeighted = <Item>(
  draw: Draw,
  items: readonly (readonly [weight: number, item: Item])[],
): Item => {
  const total = items.reduce((sum, [weight]) => sum + weight, 0);
  let left = draw.below(total);
  const found = items.find(([weight]) => {
    left -= weight;
    return left < 0;
  });
  return (found ?? at(items, 0))[1];
};

/** True in so many of a hundred cases; false is the simpler. */
export const chance = (draw: Draw, percent: number): boolean => draw.below(100) >= 100 - percent;

/** Makes a number of things between two bounds, the bounds included. */
export const drawMany = <Item>(
  draw: Draw,
  least: number,
  most: number,
  make: (index: number) => Item,
): readonly Item[] =>
  Array.from({ length: least + draw.below(most - least + 1) }, (_, index) => make(index));

/** Some of the items, each with the same chance, in their order. */
export const drawSome = <Item>(
  draw: Draw,
  items: readonly Item[],
  percent: number,
): readonly Item[] => items.filter(() => chance(draw, percent));

/** The items in another order. */
export const shuffle = <Item>(draw: Draw, items: readonly Item[]): readonly Item[] => {
  const rest = [...items];
  return items.map(() => at(rest.splice(draw.below(rest.length), 1), 0));
};
