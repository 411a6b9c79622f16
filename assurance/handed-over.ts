import { formatSpan } from '../model/span.ts';
import type { ProcessId } from '../model/ids.ts';
import { handleKeys } from '../kss/witness/messages/handle-keys.ts';
import type { Reason } from '../kss/witness/reason.ts';
import { bindingsOf } from '../kss/witness/slots.ts';
import type { Automaton } from '../solution/automaton.ts';
import type { Solution } from '../solution/solution.ts';
import { lettersOf } from './letters.ts';
import type { Letter } from './letters.ts';
import { reads } from './program-tests.ts';
import { isOf } from './said-by.ts';
import type { Saying } from './sayings.ts';

/** The name of who gets the handles of a step, if it gives any, and who that is may do anything. */
const givenTo = (
  solution: Solution,
  step: Saying,
  letters: readonly Letter[],
): readonly string[] => {
  const { message } = step;
  const isOwn = ['message', 'kept', 'listener'].some((name) => reads(message, name));
  if (step.kind === 'call' && step.over.kind === 'kept') return isOwn ? ['whom it calls'] : [];
  const isGiven = (key: string): boolean =>
    message.kind === 'dictionary'
      ? message.entries.some((entry) => entry.key.text === key.split(/[.#[]/u)[0])
      : isOwn;
  return letters.flatMap((letter) =>
    isOf(solution, step, letter) && handleKeys(letter.slot.slot.type).some(isGiven)
      ? [letter.slot.parties.destination?.name ?? '']
      : [],
  );
};

const reasonsOf = (
  solution: Solution,
  { process, states }: Automaton,
  general: ReadonlySet<string>,
): readonly Reason[] => {
  if (general.size === 0) return [];
  const letters = lettersOf(solution, process, true).filter(
    ({ slot: { slot, parties } }) =>
      general.has(parties.destination?.name ?? '') && bindingsOf(solution, slot).length > 0,
  );
  const what = solution.processes[process]?.name ?? '';
  return [...states.values()].flatMap(({ do: steps }) =>
    steps.flatMap((step) => {
      if (step.kind === 'recv') return [];
      const names = [...new Set(givenTo(solution, step, letters))];
      return names.map((name) => ({
        at: formatSpan(step.at),
        what,
        why: `it gives a handle to ${name}, which makes no use of it here`,
      }));
    }),
  );
};

/**
 * Where programs give handles to processes that may do anything: what those could do with one, that they did not
 * have from boot, is not in their alphabets.
 */
export const handedOverReasons = (
  solution: Solution,
  general: readonly ProcessId[],
): readonly Reason[] => {
  const names = new Set(general.map((process) => solution.processes[process]?.name ?? ''));
  return [...solution.automata.values()]
    .filter(({ process }) => !general.includes(process))
    .flatMap((automaton) => reasonsOf(solution, automaton, names));
};
