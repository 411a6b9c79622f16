import { record } from '../../model/value.ts';
import type { Value } from '../../model/value.ts';
import type { ConfigurationFault } from '../../solution/catalogue.ts';
import type { PslType } from '../../solution/psl-type.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import { evaluate, plainEnvironment } from '../evaluate.ts';
import { yielded } from '../security-model.ts';
import type { Yielded } from '../security-model.ts';
import { fieldOf, isList } from '../values.ts';
import { fault } from './configuration.ts';
import { isSame } from './lattice.ts';
import type { Lattice, Level } from './lattice.ts';
import { dictionary, either, listOf } from './stateless.ts';

export const degreeTypeOf = ({ degrees }: Lattice): PslType => ({
  kind: 'literals',
  values: degrees,
});

/** A degree alone, or `{ degree, categories }`, either of which may be `()`. */
export const levelTypesOf = (lattice: Lattice): readonly PslType[] => {
  const degree = degreeTypeOf(lattice);
  const category: PslType = { kind: 'literals', values: lattice.categories };
  const unit: PslType = { kind: 'unit' };
  return [
    degree,
    dictionary({ degree: either(degree, unit), categories: either(listOf(category), unit) }),
  ];
};

/** The type of a level that a method yields: a degree alone, without categories, can be compared. */
export const yieldedLevelType = (lattice: Lattice): PslType =>
  lattice.categories.length === 0 ? degreeTypeOf(lattice) : either(...levelTypesOf(lattice));

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
  if (value === undefined) return undefined;
  const isDegree = typeof value === 'string';
  const degree = findDegree(lattice, isDegree ? value : fieldOf(value, 'degree'));
  const categories = isDegree ? [] : findCategories(lattice, fieldOf(value, 'categories'));
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

/** A case of a level must be one of the levels. */
export const levelCaseFaults = (
  lattice: Lattice,
  when: Expression,
): readonly ConfigurationFault[] => {
  const value = evaluate(when, plainEnvironment(new Map()));
  const isLevel = value.kind === 'value' && findLevel(lattice, value.value) !== undefined;
  return isLevel ? [] : [fault(when.at, 'this never occurs: it is none of the levels')];
};

/** A case may write a level in any of its forms. */
export const fitsLevel = (lattice: Lattice, value: Value, when: Value): Yielded => {
  const [held, asked] = [findLevel(lattice, value), findLevel(lattice, when)];
  return yielded(held !== undefined && asked !== undefined && isSame(held, asked));
};
