import { formatSpan } from '../model/span.ts';
import type { ProcessId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import type { Reason } from '../kss/witness/reason.ts';
import { atomsOf } from '../kss/witness/witness.ts';
import { variablesIn } from '../kss/witness/variables.ts';
import type { Automaton } from '../solution/automaton.ts';
import type { Solution } from '../solution/solution.ts';
import { subExpressions } from '../solution/syntax/sub-expressions.ts';
import type { Expression } from '../solution/syntax/tree/expression.ts';
import { lettersOf } from './letters.ts';
import type { Letter } from './letters.ts';
import { reads } from './program-tests.ts';
import { isOf } from './said-by.ts';
import type { Saying } from './sayings.ts';

/** The parameters of a step's message that depend on what its process was sent; all, if that cannot be told. */
const passedOn = ({ message }: Saying): readonly string[] | 'all' => {
  const depends = (one: Expression): boolean => reads(one, 'message') || reads(one, 'kept');
  if (message.kind !== 'dictionary') return depends(message) ? 'all' : [];
  return message.entries.flatMap(({ key, value }) => (depends(value) ? [key.text] : []));
};

/** Does an expression read a parameter of `message`, or the whole of it? */
const readsParameter = (expression: Expression, names: readonly string[] | 'all'): boolean => {
  if (names === 'all') return reads(expression, 'message');
  if (expression.kind === 'field' && expression.of.kind === 'variable') {
    const isMessage = expression.of.name === 'message';
    return isMessage && names.includes(expression.field.text);
  }
  if (expression.kind === 'variable') return expression.name === 'message';
  return subExpressions(expression).some((part) => readsParameter(part, names));
};

const expressionsOf = ({ states }: Automaton): readonly Expression[] =>
  [...states.values()].flatMap(({ do: steps, on }) => [
    ...steps.flatMap((step) => (step.kind === 'recv' ? [] : [step.message])),
    ...on.flatMap(({ when, keep }) => [
      ...(when === undefined ? [] : [when]),
      ...keep.map(({ value }) => value),
    ]),
  ]);

/** Is a parameter that a step passes on tested, by the policy or by the program that receives it? */
const isTested = (solution: Solution, step: Saying, letters: readonly Letter[]): boolean => {
  const names = passedOn(step);
  if (names.length === 0) return false;
  // Whom a handle that was kept leads to is not known here.
  if (step.kind === 'call' && step.over.kind === 'kept') return true;
  const isNamed = (key: string): boolean =>
    names === 'all' || names.includes(key.split(/[.#[]/u)[0] ?? key);
  return letters
    .filter((letter) => isOf(solution, step, letter))
    .some(({ slot: { slot, parties } }) => {
      const read = atomsOf(solution, slot).flatMap((atom) =>
        atom.reads.flatMap((one) => variablesIn(one, slot.type)),
      );
      if (read.some(({ key }) => isNamed(key))) return true;
      const receiver = solution.processes.find(({ name }) => name === parties.destination?.name);
      const automaton = receiver === undefined ? undefined : solution.automata.get(receiver.id);
      return (
        automaton !== undefined &&
        expressionsOf(automaton).some((one) => readsParameter(one, names))
      );
    });
};

const reasonAt = (at: Span, what: string, why: string): Reason => ({
  at: formatSpan(at),
  what,
  why,
});

/** `~` has the width of a message's field in a policy (C-26), and none in a program. */
const complements = (expression: Expression): boolean =>
  (expression.kind === 'unary' && expression.operator === '~') ||
  subExpressions(expression).some(complements);

const testReasons = (when: Expression, name: string): readonly Reason[] => [
  ...(reads(when, 'kept')
    ? [reasonAt(when.at, name, 'it compares with what it was sent before')]
    : []),
  ...(complements(when)
    ? [reasonAt(when.at, name, 'it tests "~", which has no width in a program')]
    : []),
];

const reasonsOf = (solution: Solution, automaton: Automaton): readonly Reason[] => {
  const { process, states } = automaton;
  const name = solution.processes[process]?.name ?? '';
  const letters = lettersOf(solution, process, true);
  return [...states.values()].flatMap(({ do: steps, on }) => [
    ...steps.flatMap((step) =>
      step.kind !== 'recv' && isTested(solution, step, letters)
        ? [reasonAt(step.at, name, 'it passes on what it was sent, and that is tested there')]
        : [],
    ),
    ...on.flatMap(({ when }) => (when === undefined ? [] : testReasons(when, name))),
  ]);
};

/** Does a process get messages of one of these? */
const hears = ({ channels }: Solution, process: ProcessId, from: ReadonlySet<ProcessId>): boolean =>
  channels.some(
    ({ client, server }) =>
      (server === process && from.has(client)) || (client === process && from.has(server)),
  );

/**
 * Where programs and contracts pass on, or keep and compare, what processes that may say anything have sent them,
 * or test it otherwise than a policy would: the alphabets of those do not look so far.
 */
export const passedOnReasons = (
  solution: Solution,
  general: readonly ProcessId[],
): readonly Reason[] => {
  const from = new Set(general);
  const followed = [
    ...[...solution.automata.values()].filter(({ process }) => !from.has(process)),
    ...solution.contracts.values(),
  ];
  return followed
    .filter(({ process }) => hears(solution, process, from))
    .flatMap((automaton) => reasonsOf(solution, automaton));
};
