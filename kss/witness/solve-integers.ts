import type { Condition, IntegerTerm } from './bits.ts';
import { circuitOf, comparisonText } from './integer-circuit.ts';
import type { Circuit } from './integer-circuit.ts';
import { inOneNumber, makeStep, orderIn, orders } from './integer-step.ts';
import type { State } from './integer-step.ts';

/** A way in which conditions can hold or not, and the least values that show it. */
export interface IntegerWay {
  readonly holds: readonly boolean[];
  readonly values: ReadonlyMap<string, bigint>;
}

/** All ways, or why they are not known. */
export type IntegerWays =
  | { readonly kind: 'ways'; readonly ways: readonly IntegerWay[] }
  | { readonly kind: 'unknown'; readonly why: string };

/** Most states of the circuit at one bit. */
const mostStates = 4096;

/** Most steps of the circuit: a state, each for every letter, at every bit. */
const mostSteps = 500_000;

/** Most variables that are read side by side. */
const mostTracks = 6;

/** Greatest factor whose carries are counted. */
const greatestFactor = 1n << 20n;

/** A state that can be reached, and the bits that were read on the way, from the last back. */
interface Reached {
  readonly state: State;
  readonly letter: number;
  readonly before: Reached | undefined;
}

/** A bit of each variable, the first variable lowest; few ones first, so that values are small. */
const letters = (tracks: number): readonly number[] => {
  const weight = (letter: number): number => letter.toString(2).replaceAll('0', '').length;
  return Array.from({ length: 2 ** tracks }, (_, letter) => letter).sort(
    (left, right) => weight(left) - weight(right) || left - right,
  );
};

/** A variable keeps its top bit: zero, or the sign, beyond its width. */
const isExtension = (circuit: Circuit, letter: number, position: number, last: number): boolean =>
  circuit.tracks.every(({ bits, signed }, track) => {
    if (position < bits) return true;
    const bit = (letter >> track) & 1;
    return signed ? bit === ((last >> track) & 1) : bit === 0;
  });

/** Signs that are going to be repeated: what follows depends on them as well. */
const signsAt = ({ tracks }: Circuit, position: number): number =>
  tracks.reduce(
    (mask, { bits, signed }, track) =>
      signed && position >= bits - 1 ? mask | (1 << track) : mask,
    0,
  );

const search = (circuit: Circuit): readonly Reached[] | undefined => {
  const step = makeStep(circuit);
  const order = letters(circuit.tracks.length);
  const words = Math.ceil(circuit.comparisons.length / inOneNumber);
  const start = Array.from({ length: circuit.sums.length + words }, () => 0);
  let steps = 0;
  let layer: readonly Reached[] = [{ state: start, letter: 0, before: undefined }];
  for (let position = 0; position < circuit.width; position += 1) {
    const next = new Map<string, Reached>();
    const signs = signsAt(circuit, position);
    steps += layer.length * order.length;
    if (steps > mostSteps) return undefined;
    for (const letter of order) {
      for (const before of layer) {
        if (!isExtension(circuit, letter, position, before.letter)) continue;
        const state = step(before.state, letter, position);
        const key = `${state.join()}/${String(letter & signs)}`;
        if (!next.has(key)) next.set(key, { state, letter, before });
      }
    }
    if (next.size > mostStates) return undefined;
    layer = [...next.values()];
  }
  return layer;
};

const valuesOf = (circuit: Circuit, reached: Reached): ReadonlyMap<string, bigint> => {
  const bits: number[] = [];
  for (let one = reached; one.before !== undefined; one = one.before) bits.push(one.letter);
  bits.reverse();
  return new Map(
    circuit.tracks.map(({ key, bits: width, signed }, track) => {
      let value = 0n;
      for (const [position, letter] of bits.entries()) {
        if (position < width) value |= BigInt((letter >> track) & 1) << BigInt(position);
      }
      return [key, signed ? BigInt.asIntN(width, value) : value];
    }),
  );
};

const holdsIn = (condition: Condition, results: ReadonlyMap<string, number>): boolean => {
  switch (condition.kind) {
    case 'constant':
      return condition.holds;
    case 'compare': {
      const result = results.get(comparisonText(condition)) ?? 0;
      return result === (condition.relation === '==' ? orders.equal : orders.less);
    }
    case 'not':
      return !holdsIn(condition.of, results);
    case 'all':
      return condition.of.every((one) => holdsIn(one, results));
    case 'any':
      return condition.of.some((one) => holdsIn(one, results));
  }
};

const isTooGreat = ({ parts }: Extract<IntegerTerm, { readonly kind: 'linear' }>): boolean =>
  parts.some(({ factor }) => factor > greatestFactor || factor < -greatestFactor);

/**
 * Every way in which conditions on integers of fixed width can hold or not, with values for each.
 *
 * All integers are read at once, from the lowest bit. What remains to be known of the bits read is
 * finite: the carry of each sum, and how the two sides of each comparison compare so far; so the states
 * after each bit are enumerated, and at the sign the comparisons are decided. Sums, factors, masks and
 * comparisons of any number of variables are decided together, without loss.
 *
 * Shape:  `must` holds in every way. A way is given once for each combination of `holds`.
 * Source: J. R. Büchi, "Weak second-order arithmetic and finite automata", 1960; P. Wolper,
 *         B. Boigelot, "On the construction of automata from linear arithmetic constraints", 2000.
 */
export const solveIntegers = (conditions: readonly Condition[], must: Condition): IntegerWays => {
  const circuit = circuitOf([...conditions, must]);
  if (circuit.tracks.length > mostTracks) {
    return {
      kind: 'unknown',
      why: `it depends on more than ${String(mostTracks)} integers at once`,
    };
  }
  if (circuit.sums.some(isTooGreat)) {
    return { kind: 'unknown', why: 'an integer is multiplied by too great a factor' };
  }
  const reached = search(circuit);
  if (reached === undefined) {
    return { kind: 'unknown', why: 'its circuit has too many states' };
  }
  const names = circuit.comparisons.map(comparisonText);
  const ways = new Map<string, IntegerWay>();
  for (const one of reached) {
    const results = new Map(
      names.map((name, index) => [name, orderIn(one.state, circuit.sums.length, index)]),
    );
    if (!holdsIn(must, results)) continue;
    const holds = conditions.map((condition) => holdsIn(condition, results));
    const key = holds.join();
    if (!ways.has(key)) ways.set(key, { holds, values: valuesOf(circuit, one) });
  }
  return { kind: 'ways', ways: [...ways.values()] };
};
