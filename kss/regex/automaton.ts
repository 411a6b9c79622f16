import type { Characters } from './characters.ts';
import { derive } from './derive.ts';
import type { Derivatives } from './derive.ts';
import type { Pattern } from './pattern.ts';
import type { Term } from './term.ts';
import { Terms } from './terms.ts';

/** Most states of a pattern's automaton. */
const mostStates = 10_000;

/** Most transitions: states, each for every interval. */
const mostTransitions = 300_000;

/** Most work that is spent on a pattern, in the unit of `Terms`. */
const mostWork = 300_000;

/**
 * The whole automaton of a pattern: its derivatives.
 *
 * Shape: `starts` are the first code points of the intervals that the pattern tells apart, from 0;
 *        `next` has a row a state and a column an interval; state 0 is the first.
 */
export interface PatternAutomaton {
  readonly starts: readonly number[];
  readonly next: readonly (readonly number[])[];
  readonly accepts: readonly boolean[];
}

const setsOf = (pattern: Pattern): readonly Characters[] => {
  switch (pattern.kind) {
    case 'characters':
      return [pattern.set];
    case 'sequence':
      return pattern.parts.flatMap(setsOf);
    case 'either':
    case 'both':
      return pattern.of.flatMap(setsOf);
    case 'not':
    case 'repeat':
      return setsOf(pattern.of);
  }
};

/** The code points from which on a pattern's sets hold others than before. */
const startsOf = (pattern: Pattern): readonly number[] => {
  const ranges = setsOf(pattern).flat();
  const starts = new Set([0, ...ranges.flatMap(({ first, last }) => [first, last + 1])]);
  return [...starts].sort((left, right) => left - right);
};

const termOf = (terms: Terms, pattern: Pattern): Term => {
  switch (pattern.kind) {
    case 'characters':
      return terms.characters(pattern.set);
    case 'sequence':
      return pattern.parts
        .map((part) => termOf(terms, part))
        .reduceRight((rest, first) => terms.sequence(first, rest), terms.empty);
    case 'either':
      return terms.either(pattern.of.map((part) => termOf(terms, part)));
    case 'both':
      return terms.both(pattern.of.map((part) => termOf(terms, part)));
    case 'not':
      return terms.not(termOf(terms, pattern.of));
    case 'repeat':
      return terms.repeat(termOf(terms, pattern.of), pattern.least, pattern.most ?? Infinity);
  }
};

/** The automaton of a pattern; absent if it would have too many states, or be too much work. */
export const findAutomaton = (pattern: Pattern): PatternAutomaton | undefined => {
  const starts = startsOf(pattern);
  const terms = new Terms(mostWork);
  const intervals = starts.map((start): readonly [number, Derivatives] => [start, new Map()]);
  const first = termOf(terms, pattern);
  const states = [first];
  const numbers = new Map([[first, 0]]);
  const next: (readonly number[])[] = [];
  const most = Math.min(mostStates, mostTransitions / starts.length);
  for (let state = first; next.length < states.length; state = states[next.length] ?? first) {
    const row: number[] = [];
    for (const [start, known] of intervals) {
      const target = derive(terms, state, start, known);
      const number = numbers.get(target) ?? states.push(target) - 1;
      numbers.set(target, number);
      row.push(number);
      if (terms.isSpent || states.length > most) return undefined;
    }
    next.push(row);
  }
  return { starts, next, accepts: states.map(({ nullable }) => nullable) };
};

/** The interval of a code point: the last that starts at or before it. */
const intervalOf = (starts: readonly number[], point: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= point) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Does the pattern fit the whole text? Takes one look-up a code point. */
export const fitsText = ({ starts, next, accepts }: PatternAutomaton, text: string): boolean => {
  let state = 0;
  for (const character of text) {
    state = next[state]?.[intervalOf(starts, character.codePointAt(0) ?? 0)] ?? state;
  }
  return accepts[state] === true;
};
