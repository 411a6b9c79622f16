/**
 * What an instruction does with the values of others, and with its registers.
 *
 * Shape: `previously` and `since` alone have registers: a word each for the kinds `Open` and `Recent`,
 *        two for `previously`, and a word for 32 ticks for `Window`. `once f` is `true since f`, and
 *        `historically f` is `!once !f`.
 */
export const operations = {
  constant: 0,
  atom: 1,
  not: 2,
  and: 3,
  or: 4,
  previously: 5,
  sinceOpen: 6,
  sinceRecent: 7,
  sinceWindow: 8,
} as const;

type Operation = (typeof operations)[keyof typeof operations];

/** Words of one instruction in `Formula.code`: operation, left, right, register, from, to. */
export const stride = 6;

/** `to` of bounds that have no end. */
export const noEnd = -1;

/**
 * A formula, compiled: an instruction for each of its parts, equal parts shared.
 *
 * Shape: `code` has `stride` words for each instruction, and parts stand before the wholes they are
 *        parts of; the last is the formula. `left` and `right` are numbers of instructions, of a
 *        constant its value (0, 1), of an atom its number; `register` is the first of its words in an
 *        SID's memory.
 * Units:  `from` and `to`, the bounds, in ticks; `to` is `noEnd` for those without end.
 */
export interface Formula {
  readonly name: string;
  readonly code: readonly number[];
}

/**
 * The formulas of an object over one memory for each SID.
 *
 * Shape: of the `words` of a memory, each of 32 bits, the first `atomWords` are the atoms of the last
 *        step, a bit each; the others are registers. A memory of zeros is the empty history.
 */
export interface Formulas {
  readonly atoms: readonly string[];
  readonly atomNumbers: ReadonlyMap<string, number>;
  readonly formulas: ReadonlyMap<string, Formula>;
  readonly atomWords: number;
  readonly words: number;
}

/** Bounds of a temporal operator, in ticks. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

export const always: Bounds = { from: 0, to: noEnd };

/** Greatest bound. */
export const greatestBound = 2 ** 31 - 1;

/** Greatest upper bound of `since` where the lower one is not 0: a bit is kept for each tick up to it. */
export const widestWindow = 1023;

/** Atoms and operators of all formulas of an object. */
export const mostParts = 16_384;

/** Words of the memory of an SID. */
export const mostWords = 16_384;

/** Words of a window up to a tick. */
export const windowWords = (to: number): number => (to >>> 5) + 1;

/** Makes the code of one formula. */
export interface FormulaBuilder {
  readonly constant: (value: 0 | 1) => number;
  readonly atom: (number: number) => number;
  readonly not: (part: number) => number;
  readonly and: (left: number, right: number) => number;
  readonly or: (left: number, right: number) => number;
  readonly previously: (part: number, bounds: Bounds) => number;
  readonly since: (left: number, right: number, bounds: Bounds) => number;
  /** The part made last is the whole: all others are parts of it. */
  readonly take: () => { readonly code: readonly number[]; readonly nextWord: number };
}

const sinceOf = ({ from, to }: Bounds): Operation => {
  if (to === noEnd) return operations.sinceOpen;
  return from === 0 ? operations.sinceRecent : operations.sinceWindow;
};

/** A builder whose registers begin at a word. */
export const makeFormulaBuilder = (firstWord: number): FormulaBuilder => {
  const code: number[] = [];
  const known = new Map<string, number>();
  let nextWord = firstWord;
  const emit = (
    operation: Operation,
    left: number,
    right: number,
    words = 0,
    { from, to }: Bounds = always,
  ): number => {
    const key = `${String(operation)} ${String(left)} ${String(right)} ${String(from)} ${String(to)}`;
    const same = known.get(key);
    if (same !== undefined) return same;
    const index = code.length / stride;
    code.push(operation, left, right, nextWord, from, to);
    nextWord += words;
    known.set(key, index);
    return index;
  };
  return {
    constant: (value) => emit(operations.constant, value, 0),
    atom: (number) => emit(operations.atom, number, 0),
    not: (part) => emit(operations.not, part, 0),
    and: (left, right) => emit(operations.and, left, right),
    or: (left, right) => emit(operations.or, left, right),
    previously: (part, bounds) => emit(operations.previously, part, 0, 2, bounds),
    since: (left, right, bounds) => {
      const operation = sinceOf(bounds);
      const words = operation === operations.sinceWindow ? windowWords(bounds.to) : 1;
      return emit(operation, left, right, words, bounds);
    },
    take: () => ({ code, nextWord }),
  };
};
