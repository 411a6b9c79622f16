import type { ThreadId } from '../model/ids.ts';
import type { Completion, Outcome } from '../model/step.ts';
import { quoted, setOf } from './expression.ts';
import type { Argument } from './twin.ts';

/** Who learns what by a step of another. */
export type Told = readonly [name: string, word: string];

/** What an outcome is to who waited for it: why it was refused, that it was denied, or what it has got. */
const wordOf = (outcome: Outcome): string => {
  if (outcome.kind === 'refused') return outcome.because;
  return outcome.kind === 'done' ? outcome.result.kind : outcome.kind;
};

/** Who learns what, in the order of the threads. */
export const toldBy = (
  nameOf: (thread: ThreadId) => string,
  completions: readonly Completion[],
): readonly Told[] =>
  [...completions]
    .sort((left, right) => left.of - right.of)
    .map(({ of, outcome }) => [nameOf(of), wordOf(outcome)]);

/** `a_timedOut_b_timedOut`; `nobody`. */
export const toldArgument = (told: readonly Told[]): Argument => ({
  word: told.length === 0 ? 'nobody' : told.flat().join('_'),
  expression: setOf(told.map(([name, word]) => `<<${quoted(name)}, ${quoted(word)}>>`)),
});
