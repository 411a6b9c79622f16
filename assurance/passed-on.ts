import { formatSpan } from '../model/span.ts';
import type { ProcessId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import type { Reason } from '../kss/witness/reason.ts';
import { atomsOf } from '../kss/witness/witness.ts';
import { variablesIn } from '../kss/witness/variables.ts';
import { findInteger } from '../kss/models/configuration.ts';
import { isAccessStep, isSaying, lendFunction } from '../solution/automaton.ts';
import type { AccessStep, Automaton, Saying } from '../solution/automaton.ts';
import type { Solution } from '../solution/solution.ts';
import { expressionsOf } from '../solution/automaton-expressions.ts';
import { subExpressions } from '../solution/syntax/sub-expressions.ts';
import type { Expression } from '../solution/syntax/tree/expression.ts';
import { mayBeGiven } from './handles-move.ts';
import { lettersOf } from './letters.ts';
import type { Letter } from './letters.ts';
import { reads } from './program-tests.ts';
import { isOf } from './said-by.ts';

/** The parameters of a step's message that depend on what its process was sent; all, if that cannot be told. */
const passedOn = ({ message }: Saying): readonly string[] | 'all' => {
  const depends = (one: Expression): boolean => reads(one, 'message') || reads(one, 'kept');
  if (message.kind !== 'dictionary') return depends(message) ? 'all' : [];
  return message.entries.flatMap(({ key, value }) => (depends(value) ? [key.text] : []));
};

/** `message.file`, `kept.channel`: something as it came. */
const isAsItCame = (expression: Expression): boolean =>
  expression.kind === 'field' && (expression.of.kind === 'variable' || isAsItCame(expression.of));

/** Something as it came, or lent with rights that are a constant: of a handle nothing is computed. */
const isHandedOn = (expression: Expression): boolean => {
  if (isAsItCame(expression)) return true;
  if (expression.kind !== 'call' || expression.call.method.text !== lendFunction) return false;
  const { argument } = expression.call;
  return (
    argument.kind === 'dictionary' &&
    argument.entries.every(({ key, value }) =>
      key.text === 'rights' ? findInteger(value) !== undefined : isAsItCame(value),
    )
  );
};

/**
 * Those parameters that matter to the receiver of a letter. A handle as it came does not: whoever gives one gives every one
 * that it may, with all rights that are tested anywhere. Nor does what the message has no place for, which is denied.
 */
const mattering = (
  names: readonly string[],
  { message }: Saying,
  { slot: { slot } }: Letter,
): readonly string[] => {
  const entries = message.kind === 'dictionary' ? message.entries : [];
  const isHandedOver = (name: string): boolean =>
    entries.some(({ key, value }) => key.text === name && isHandedOn(value));
  return slot.type.parameters.flatMap(({ name, type }) =>
    names.includes(name) && !(type.kind === 'handle' && isHandedOver(name)) ? [name] : [],
  );
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

/** Is a parameter that a step passes on tested, by the policy or by the program that receives it? */
const isTested = (solution: Solution, step: Saying, letters: readonly Letter[]): boolean => {
  const all = passedOn(step);
  if (all.length === 0) return false;
  return letters
    .filter((letter) => isOf(solution, step, letter))
    .some((letter) => {
      const { slot, parties } = letter.slot;
      const names = all === 'all' || slot.type.open ? all : mattering(all, step, letter);
      if (names.length === 0) return false;
      const isNamed = (key: string): boolean =>
        names === 'all' || names.includes(key.split(/[.#[]/u)[0] ?? key);
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

/** Where it goes, and what it leaves there, may hang on what was sent. */
const accessReasons = ({ operands, at }: AccessStep, name: string): readonly Reason[] =>
  reads(operands, 'message') || reads(operands, 'kept')
    ? [reasonAt(at, name, 'it uses memory by what it was sent, or has kept')]
    : [];

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
    ...steps.flatMap((step) => {
      if (isAccessStep(step)) return accessReasons(step, name);
      return isSaying(step) && isTested(solution, step, letters)
        ? [reasonAt(step.at, name, 'it passes on what it was sent, and that is tested there')]
        : [];
    }),
    ...on.flatMap(({ when }) => (when === undefined ? [] : testReasons(when, name))),
  ]);
};

/** Does a program call over a handle that it has kept, or take requests of whoever has one? */
const meetsStrangers = (
  solution: Solution,
  { states }: Automaton,
  from: ReadonlySet<ProcessId>,
): boolean => {
  const steps = [...states.values()].flatMap((state) => state.do);
  return (
    (from.size > 0 && steps.some((step) => step.kind === 'call' && step.over.kind === 'kept')) ||
    (steps.some(({ kind }) => kind === 'recv') &&
      [...from].some((process) => mayBeGiven(solution, process)))
  );
};

/** Does a process get messages of one of these? */
const hears = (solution: Solution, automaton: Automaton, from: ReadonlySet<ProcessId>): boolean =>
  meetsStrangers(solution, automaton, from) ||
  solution.channels.some(
    ({ client, server }) =>
      (server === automaton.process && from.has(client)) ||
      (client === automaton.process && from.has(server)),
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
    .filter((automaton) => hears(solution, automaton, from))
    .flatMap((automaton) => reasonsOf(solution, automaton));
};
