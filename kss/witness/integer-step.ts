import type { IntegerTerm } from './bits.ts';
import { textOf } from './integer-circuit.ts';
import type { Circuit } from './integer-circuit.ts';

/** How what was read of the left compares with what was read of the right. */
export const orders = { equal: 0, less: 1, greater: 2 } as const;

/** Carries of the sums, then the results of the comparisons so far, so many in one number. */
export type State = readonly number[];

/** Results that fit into one number. */
export const inOneNumber = 15;

/** The result so far of the comparison of a number. */
export const orderIn = (state: State, sums: number, comparison: number): number =>
  ((state[sums + Math.floor(comparison / inOneNumber)] ?? 0) >> (2 * (comparison % inOneNumber))) &
  3;

/** The bits of a constant, from the lowest. */
const bitsOf = (value: bigint, width: number): Uint8Array =>
  Uint8Array.from({ length: width }, (_, position) => Number((value >> BigInt(position)) & 1n));

/** One bit of a term, from a bit of each variable and of each sum. */
type BitOf = (letter: number, position: number, sums: readonly number[]) => number;

/** Makes the next bit of each term ready to be computed: constants are in bits, names are numbers. */
const makeBits = (circuit: Circuit): ((term: IntegerTerm) => BitOf) => {
  const trackOf = new Map(circuit.tracks.map(({ key }, index) => [key, index]));
  const sumOf = new Map(circuit.sums.map((sum, index) => [textOf(sum), index]));
  const compile = (term: IntegerTerm): BitOf => {
    switch (term.kind) {
      case 'constant': {
        const bits = bitsOf(term.value, circuit.width);
        return (_letter, position) => bits[position] ?? 0;
      }
      case 'variable': {
        const track = trackOf.get(term.key) ?? 0;
        return (letter) => (letter >> track) & 1;
      }
      case 'and': {
        const [left, right] = [compile(term.left), compile(term.right)];
        return (...at) => left(...at) & right(...at);
      }
      case 'or': {
        const [left, right] = [compile(term.left), compile(term.right)];
        return (...at) => left(...at) | right(...at);
      }
      case 'linear': {
        const sum = sumOf.get(textOf(term)) ?? 0;
        return (_letter, _position, sums) => sums[sum] ?? 0;
      }
    }
  };
  return compile;
};

/** Reads one bit of each variable: the state after it. */
export const makeStep = (circuit: Circuit) => {
  const compile = makeBits(circuit);
  const sums = circuit.sums.map(({ parts, constant }) => ({
    constant: bitsOf(constant, circuit.width),
    parts: parts.map(({ factor, of }) => ({ factor: Number(factor), bitOf: compile(of) })),
  }));
  const comparisons = circuit.comparisons.map(({ left, right }) => ({
    left: compile(left),
    right: compile(right),
  }));

  return (state: State, letter: number, position: number): State => {
    const next: number[] = [];
    const sumBits: number[] = [];
    for (const [index, { parts, constant }] of sums.entries()) {
      let total = (state[index] ?? 0) + (constant[position] ?? 0);
      for (const { factor, bitOf } of parts) total += factor * bitOf(letter, position, sumBits);
      sumBits.push(total & 1);
      next.push(total >> 1);
    }
    const isSign = position === circuit.width - 1;
    let packed = 0;
    for (const [index, { left, right }] of comparisons.entries()) {
      const one = left(letter, position, sumBits);
      const other = right(letter, position, sumBits);
      const ordered = one < other !== isSign ? orders.less : orders.greater;
      const order = one === other ? orderIn(state, sums.length, index) : ordered;
      const place = index % inOneNumber;
      packed |= order << (2 * place);
      if (place < inOneNumber - 1 && index < comparisons.length - 1) continue;
      next.push(packed);
      packed = 0;
    }
    return next;
  };
};
