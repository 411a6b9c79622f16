import type { MessageType } from '../../solution/data-type.ts';
import { subExpressions } from '../../solution/syntax/sub-expressions.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import type { Component } from './component.ts';
import { closedValue } from './ground.ts';
import { nothingNear } from './near.ts';
import type { Near } from './near.ts';
import { solveText } from './solve-text.ts';
import { joinAsked, questionsIn, questionsOf } from './text-questions.ts';
import type { TextVariable } from './text-questions.ts';
import { leastOf } from './variables.ts';
import type { IntegerVariable, Variable } from './variables.ts';

/** Values of one variable that stand for all of it, or, if not `complete`, for some. */
export interface Pool {
  readonly key: string;
  readonly values: readonly (bigint | string)[];
  readonly complete: boolean;
}

/** Texts that stand for all, for each text of a component. */
export const textPools = ({ atoms, variables }: Component, type: MessageType): readonly Pool[] => {
  const texts = variables.filter((one): one is TextVariable => one.kind === 'text');
  const askedOf = texts.map(({ key }) =>
    joinAsked(
      atoms.flatMap(({ atom, resolved, context, models }) => {
        const ground = {
          type,
          modelOf: (object: string) => models.get(object),
          closed: (expression: Expression) => closedValue(expression, resolved, context),
        };
        return atom.reads.map((one) => questionsIn(one, key, ground));
      }),
    ),
  );
  // Texts that are compared with one another are asked the same, and which fit where.
  const isLinked = askedOf.some(({ others }) => others.length > 0);
  const limits = isLinked ? texts.map(({ limit }) => BigInt(limit)) : [];
  return texts.map(({ key, limit }, index) => {
    const own = askedOf[index];
    const asked = isLinked ? askedOf : own === undefined ? [] : [own];
    const questions = questionsOf(asked, limit);
    const sizes = [...new Set([...questions.sizes, ...limits])];
    const pool = solveText({ ...questions, sizes }, isLinked ? texts.length : 1);
    const isMore = asked.some((one) => one.isMore);
    return { key, values: pool.texts, complete: pool.complete && !isMore };
  });
};

const literalsIn = (expression: Expression): readonly (bigint | string)[] =>
  expression.kind === 'integer' || expression.kind === 'text'
    ? [expression.value]
    : subExpressions(expression).flatMap(literalsIn);

export const sizeOf = ({ bits, signed, most }: IntegerVariable): bigint =>
  signed ? 1n << BigInt(bits) : most + 1n;

/** All values, 0 first. */
export const allValues = (variable: IntegerVariable): readonly bigint[] => {
  const first = leastOf(variable);
  const values = Array.from(
    { length: Number(sizeOf(variable)) },
    (_, index) => first + BigInt(index),
  );
  return first < 0n
    ? [...values.filter((one) => one >= 0n), ...values.filter((one) => one < 0n)]
    : values;
};

/** Longest sequence that is guessed: a message has all its elements. */
const longestGuess = 4096n;

const guessedIntegers = (variable: IntegerVariable, literals: readonly (bigint | string)[]) => {
  const around = literals.flatMap((one) =>
    typeof one === 'bigint' ? [one - 1n, one, one + 1n] : [],
  );
  const guesses = new Set([0n, ...around, 1n, variable.most, leastOf(variable)]);
  const isLength = variable.key.endsWith('#');
  return [...guesses].filter(
    (one) => one >= leastOf(variable) && one <= variable.most && (!isLength || one <= longestGuess),
  );
};

export const guessedPool = (variable: Variable, component: Component): Pool => {
  const literals = component.atoms.flatMap(({ atom }) => atom.reads.flatMap(literalsIn));
  const { key } = variable;
  if (variable.kind === 'integer') {
    return { key, values: guessedIntegers(variable, literals), complete: false };
  }
  return { key, values: [...new Set([0n, ...literals])], complete: false };
};

/** Every combination of values, or the first so many; the last variable varies first. */
export function* combinations(
  pools: readonly Pool[],
): Generator<ReadonlyMap<string, bigint | string>> {
  const [pool, ...rest] = pools;
  if (pool === undefined) {
    yield new Map();
    return;
  }
  for (const value of pool.values) {
    for (const others of combinations(rest)) yield new Map([[pool.key, value], ...others]);
  }
}

export const countOf = (pools: readonly Pool[]): number =>
  pools.reduce((count, { values }) => count * values.length, 1);

const distance = (value: bigint, from: bigint): bigint =>
  value < from ? from - value : value - from;

/** The values one way from where a variable is, the nearest first. */
export const nearest = (pool: Pool, near: ReadonlyMap<string, Near> = nothingNear): Pool => {
  const way = near.get(pool.key);
  if (way === undefined) return pool;
  const integers = pool.values.filter((one) => typeof one === 'bigint');
  const values = integers
    .filter((one) => (one - way.from) * way.sign > 0n)
    .sort((left, right) => (distance(left, way.from) < distance(right, way.from) ? -1 : 1));
  return { ...pool, values };
};
