import { record } from '../../model/value.ts';
import type { Value } from '../../model/value.ts';
import type { ConfigurationFault } from '../../solution/catalogue.ts';
import type { PslType } from '../../solution/psl-type.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { fieldOf, isList } from '../values.ts';
import {
  configurationOf,
  entryOf,
  fault,
  keyFaults,
  onceForEach,
  parameterFaults,
  textListFaults,
  textsIn,
} from './configuration.ts';
import { dictionary, either, listOf } from './stateless.ts';

/** The degrees of an object, ascending, and its categories: together they make its levels. */
export interface Lattice {
  readonly degrees: readonly string[];
  readonly categories: readonly string[];
}

/**
 * An integrity level.
 *
 * Shape: positions in the lattice; those of categories ascend.
 */
export interface Level {
  readonly degree: number;
  readonly categories: readonly number[];
}

const keys = ['degrees', 'categories'];

/** A list of texts is a chain: levels without categories. */
export const latticeOf = onceForEach((object): Lattice => {
  const { config } = configurationOf(object);
  const named = (key: string): readonly string[] =>
    textsIn(entryOf(config, key)).map(({ text }) => text);
  return config?.kind === 'list'
    ? { degrees: textsIn(config).map(({ text }) => text), categories: [] }
    : { degrees: named('degrees'), categories: named('categories') };
});

/** What is wrong with a Mic's config. */
export const checkMic = (object: PolicyObject): readonly ConfigurationFault[] => {
  const { config } = configurationOf(object);
  const faults = parameterFaults(object, []);
  if (config === undefined) return faults;
  const isChain = config.kind === 'list';
  const degrees = isChain ? config : entryOf(config, 'degrees');
  const categories = isChain ? undefined : entryOf(config, 'categories');
  const isEmpty = degrees?.kind === 'list' && degrees.elements.length === 0;
  return [
    ...faults,
    ...(isChain ? [] : keyFaults(config, keys)),
    ...(degrees === undefined ? [] : textListFaults(degrees, 'levels')),
    ...(isEmpty ? [fault(degrees.at, 'there must be a level')] : []),
    ...(categories === undefined ? [] : textListFaults(categories, 'categories')),
  ];
};

export const degreeType = (object: PolicyObject): PslType => ({
  kind: 'literals',
  values: latticeOf(object).degrees,
});

/** A degree alone, or `{ degree, categories }`, either of which may be `()`. */
export const levelTypes = (object: PolicyObject): readonly PslType[] => {
  const degree = degreeType(object);
  const category: PslType = { kind: 'literals', values: latticeOf(object).categories };
  const unit: PslType = { kind: 'unit' };
  return [
    degree,
    dictionary({ degree: either(degree, unit), categories: either(listOf(category), unit) }),
  ];
};

const findDegree = ({ degrees }: Lattice, degree: Value | undefined): number | undefined => {
  if (degree === null) return 0;
  const index = typeof degree === 'string' ? degrees.indexOf(degree) : -1;
  return index < 0 ? undefined : index;
};

const findCategories = (
  { categories }: Lattice,
  given: Value | undefined,
): readonly number[] | undefined => {
  if (given === null) return [];
  if (given === undefined || !isList(given)) return undefined;
  const isKnown = given.every((one) => typeof one === 'string' && categories.includes(one));
  return isKnown
    ? categories.flatMap((category, index) => (given.includes(category) ? [index] : []))
    : undefined;
};

/** The level that a value stands for; absent if the object has no such level (C-28). */
export const findLevel = (lattice: Lattice, value: Value | undefined): Level | undefined => {
  const isDegree = typeof value === 'string';
  const full = value === undefined || isDegree ? undefined : value;
  const degree = findDegree(lattice, isDegree ? value : full && fieldOf(full, 'degree'));
  const categories = isDegree ? [] : findCategories(lattice, full && fieldOf(full, 'categories'));
  return degree === undefined || categories === undefined ? undefined : { degree, categories };
};

/** A level as a policy writes it: a degree alone, where it has no category. */
export const levelValue = ({ degrees, categories }: Lattice, level: Level): Value => {
  const degree = degrees[level.degree] ?? '';
  const held = categories.filter((_, index) => level.categories.includes(index));
  return held.length === 0
    ? degree
    : record([
        ['degree', degree],
        ['categories', held],
      ]);
};

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
