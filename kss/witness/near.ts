import { any, constant, isEqual, isLess, linear, not } from './bits.ts';
import type { Condition, IntegerTerm } from './bits.ts';
import type { Chosen } from './message-of.ts';
import { variableTerm } from './translated.ts';
import { leastOf } from './variables.ts';
import type { IntegerVariable, Variable } from './variables.ts';

/** A variable that is to be other than it is: so much above or below. */
export interface Near {
  readonly from: bigint;
  readonly sign: 1n | -1n;
}

/** What is not free, and near which values the free integers are sought. */
export interface SolveOptions {
  readonly fixed?: Chosen;
  /** By key: those that must differ from a value, the nearest first. */
  readonly near?: ReadonlyMap<string, Near>;
  /** Most combinations of values that are tried one by one where circuits do not do. */
  readonly tries?: number;
}

export const noChoice: Chosen = new Map();

export const nothingNear: ReadonlyMap<string, Near> = new Map();

/** How far a variable can go one way. */
const distanceOf = (variable: IntegerVariable, { from, sign }: Near): IntegerVariable => {
  const most = sign === 1n ? variable.most - from : from - leastOf(variable);
  const bits = Math.max(1, most.toString(2).length);
  return { kind: 'integer', key: variable.key, bits, signed: false, most };
};

/** Members, lengths and distances have fewer values than their bits; distances are not 0. */
export const domainOf = (
  variables: readonly Variable[],
  near: ReadonlyMap<string, Near>,
): Condition =>
  not(
    any(
      variables.flatMap((one): readonly Condition[] => {
        if (one.kind !== 'integer') return [];
        const way = near.get(one.key);
        if (way === undefined) return one.signed ? [] : [isAbove(one.key, one.bits, one.most)];
        const distance = distanceOf(one, way);
        const { key, bits } = distance;
        return [isAbove(key, bits, distance.most), isNothing(key, bits)];
      }),
    ),
  );

const rawTerm = (key: string, bits: number): IntegerTerm => ({
  kind: 'variable',
  key,
  bits,
  signed: false,
  least: 0n,
  most: (1n << BigInt(bits)) - 1n,
});

const isAbove = (key: string, bits: number, most: bigint): Condition =>
  isLess(constant(most), rawTerm(key, bits));

const isNothing = (key: string, bits: number): Condition =>
  isEqual(rawTerm(key, bits), constant(0n));

/** Integers are written as a value and a distance from it: the least distance is the nearest. */
export const termsNear = (
  variables: readonly Variable[],
  near: ReadonlyMap<string, Near>,
): ReadonlyMap<string, IntegerTerm> =>
  new Map(
    variables.flatMap((one) => {
      const way = near.get(one.key);
      if (one.kind !== 'integer' || way === undefined) return [];
      const distance = variableTerm(distanceOf(one, way));
      return [[one.key, linear([{ factor: way.sign, of: distance }], way.from)] as const];
    }),
  );
