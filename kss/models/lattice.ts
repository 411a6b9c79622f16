import type { Writer } from '../../model/writer.ts';

/** The degrees of an object, ascending, and its categories: together they make its levels. */
export interface Lattice {
  readonly degrees: readonly string[];
  readonly categories: readonly string[];
}

/**
 * A level: a degree and a set of categories.
 *
 * Shape: positions in the lattice; those of categories ascend.
 */
export interface Level {
  readonly degree: number;
  readonly categories: readonly number[];
}

/** `left <= right`: no higher degree, and no category that the other has not. */
export const isAtMost = (left: Level, right: Level): boolean =>
  left.degree <= right.degree &&
  left.categories.every((category) => right.categories.includes(category));

export const isSame = (left: Level, right: Level): boolean =>
  isAtMost(left, right) && isAtMost(right, left);

/** The greatest level that is at most each of the two. */
export const meet = (left: Level, right: Level): Level => ({
  degree: Math.min(left.degree, right.degree),
  categories: left.categories.filter((category) => right.categories.includes(category)),
});

/** Writes a level canonically. */
export const encodeLevel = ({ degree, categories }: Level, writer: Writer): void => {
  writer.word(degree);
  writer.word(categories.length);
  for (const category of categories) writer.word(category);
};
