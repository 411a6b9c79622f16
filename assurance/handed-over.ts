import { formatSpan } from '../model/span.ts';
import type { ProcessId } from '../model/ids.ts';
import type { Reason } from '../kss/witness/reason.ts';
import { isSaying, lendFunction } from '../solution/automaton.ts';
import type { Automaton, AutomatonState } from '../solution/automaton.ts';
import type { Solution } from '../solution/solution.ts';
import { subExpressions } from '../solution/syntax/sub-expressions.ts';
import type { Expression } from '../solution/syntax/tree/expression.ts';
import { handlesMove } from './handles-move.ts';
import { reads } from './program-tests.ts';
import { isToKernel } from './sayings.ts';

const makesBadge = ({ do: steps }: AutomatonState): boolean =>
  steps.some((step) => step.kind === 'call' && isToKernel(step) && step.method === 'CreateBadge');

/** Does an expression read something that was kept under one of these names? */
const readsKept = (expression: Expression, names: ReadonlySet<string>): boolean =>
  expression.kind === 'field' && expression.of.kind === 'variable' && expression.of.name === 'kept'
    ? names.has(expression.field.text)
    : subExpressions(expression).some((part) => readsKept(part, names));

/** What a message gives, without the badges that mark what it lends. */
const givenIn = (expression: Expression): readonly Expression[] => {
  const { kind } = expression;
  if (kind === 'dictionary') return expression.entries.flatMap(({ value }) => givenIn(value));
  if (kind !== 'call' || expression.call.method.text !== lendFunction) return [expression];
  const { argument } = expression.call;
  return argument.kind === 'dictionary'
    ? argument.entries.flatMap(({ key, value }) => (key.text === 'badge' ? [] : [value]))
    : [argument];
};

/** The names under which a program may keep a badge that it has made. */
const badgesOf = ({ states }: Automaton): ReadonlySet<string> => {
  const names = new Set<string>();
  for (let size = -1; size !== names.size;) {
    ({ size } = names);
    for (const state of states.values()) {
      for (const { name, value } of state.on.flatMap(({ keep }) => keep)) {
        const isBadge = makesBadge(state) && reads(value, 'message');
        if (isBadge || readsKept(value, names)) names.add(name);
      }
    }
  }
  return names;
};

const reasonsOf = (solution: Solution, automaton: Automaton): readonly Reason[] => {
  const states = [...automaton.states.values()];
  const badges = badgesOf(automaton);
  const after = new Set(states.filter(makesBadge).flatMap(({ on }) => on.map(({ next }) => next)));
  return states.flatMap((state) =>
    state.do.flatMap((step) => {
      if (!isSaying(step) || isToKernel(step)) return [];
      const isGiven = givenIn(step.message).some(
        (one) => readsKept(one, badges) || (after.has(state.name) && reads(one, 'message')),
      );
      return isGiven
        ? [
            {
              at: formatSpan(step.at),
              what: solution.processes[automaton.process]?.name ?? '',
              why: 'it may give a badge, by which nobody marks a handle here',
            },
          ]
        : [];
    }),
  );
};

/**
 * Where programs may give badges to processes that may do anything: those put every handle that they hold into their
 * messages, and mark none. A badge comes from a service of the kernel, and otherwise they have none.
 */
export const handedOverReasons = (
  solution: Solution,
  general: readonly ProcessId[],
): readonly Reason[] =>
  general.length === 0 || !handlesMove(solution)
    ? []
    : [...solution.automata.values()]
        .filter(({ process }) => !general.includes(process))
        .flatMap((automaton) => reasonsOf(solution, automaton));
