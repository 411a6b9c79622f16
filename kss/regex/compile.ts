import { findAutomaton } from './automaton.ts';
import type { PatternAutomaton } from './automaton.ts';
import { parsePattern } from './parse.ts';
import type { PatternFault } from './pattern.ts';

/** A pattern ready to be matched, or what is wrong with its text. */
export type Compiled =
  | { readonly kind: 'automaton'; readonly automaton: PatternAutomaton }
  | { readonly kind: 'fault'; readonly fault: PatternFault };

const compileAnew = (text: string): Compiled => {
  const parsed = parsePattern(text);
  if (parsed.kind === 'fault') return parsed;
  const automaton = findAutomaton(parsed.pattern);
  return automaton === undefined
    ? { kind: 'fault', fault: { offset: 0, why: 'its automaton has too many states' } }
    : { kind: 'automaton', automaton };
};

/** Patterns that are kept ready: a policy has few. */
const mostKept = 256;

const kept = new Map<string, Compiled>();

/** The automaton of a pattern. The same text always gives the same answer; the last are kept. */
export const compilePattern = (text: string): Compiled => {
  const known = kept.get(text);
  if (known !== undefined) return known;
  if (kept.size >= mostKept) kept.clear();
  const compiled = compileAnew(text);
  kept.set(text, compiled);
  return compiled;
};
