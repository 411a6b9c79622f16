import { formatSpan } from '../model/span.ts';
import type { ProcessId } from '../model/ids.ts';
import { handleKeys } from '../kss/witness/messages/handle-keys.ts';
import type { Reason } from '../kss/witness/reason.ts';
import type { Saying } from '../solution/automaton.ts';
import type { Solution } from '../solution/solution.ts';
import type { Expression } from '../solution/syntax/tree/expression.ts';
import { lettersOf } from './letters.ts';
import type { Letter } from './letters.ts';
import { reads } from './program-tests.ts';
import { isOf } from './said-by.ts';
import { asksKernel, sayingsOf } from './sayings.ts';

const isConstant = (given: Expression): boolean =>
  given.kind !== 'list' && ['message', 'kept', 'listener'].every((name) => !reads(given, name));

/** What a dictionary gives at each path of a message, as far as that is a constant: `message.a.b == 1`. */
const equalitiesIn = (given: Expression, at: Expression): readonly Expression[] => {
  if (given.kind === 'dictionary') {
    return given.entries.flatMap(({ key, value }) =>
      equalitiesIn(value, { kind: 'field', of: at, field: key, at: key.at }),
    );
  }
  return isConstant(given)
    ? [{ kind: 'binary', operator: '==', left: at, right: given, at: given.at }]
    : [];
};

/** That a message has the values which a step gives: so that some letter has them, in each way. */
const testsOf = ({ message, at }: Saying): readonly Expression[] =>
  equalitiesIn(message, { kind: 'variable', name: 'message', at });

/** What a process can say; of one with a contract, what the contract lets it say, services of the kernel included. */
export const lettersAllowed = (
  solution: Solution,
  process: ProcessId,
  services: boolean,
): readonly Letter[] => {
  const contract = solution.contracts.get(process);
  if (contract === undefined) return lettersOf(solution, process, services);
  const all = lettersOf(solution, process, services || asksKernel(contract));
  return all.flatMap((letter): readonly Letter[] => {
    const steps = sayingsOf(contract).filter((step) => isOf(solution, step, letter));
    if (steps.length === 0) return [];
    const tests = [...letter.slot.tests, ...steps.flatMap(testsOf)];
    return [{ ...letter, slot: { ...letter.slot, tests } }];
  });
};

/** A value that is the same whenever the step is made; a handle may be any: it is put there as every one is. */
const isPlain = (given: Expression, handles: ReadonlySet<string>, key = ''): boolean =>
  given.kind === 'dictionary'
    ? given.entries.every(({ key: { text }, value }) =>
        isPlain(value, handles, key === '' ? text : `${key}.${text}`),
      )
    : isConstant(given) || handles.has(key);

/** Where a contract allows what the alphabet of its process does not have. */
export const contractReasons = (
  solution: Solution,
  processes: readonly ProcessId[],
): readonly Reason[] =>
  processes.flatMap((process) => {
    const contract = solution.contracts.get(process);
    if (contract === undefined) return [];
    const letters = lettersOf(solution, process, true);
    return sayingsOf(contract).flatMap((step) => {
      const said = letters.filter((letter) => isOf(solution, step, letter));
      const places = said.map(({ slot: { slot } }) => handleKeys(slot.type));
      const everywhere = (places[0] ?? []).filter((key) =>
        places.every((keys) => keys.includes(key)),
      );
      return isPlain(step.message, new Set(everywhere))
        ? []
        : [
            {
              at: formatSpan(step.at),
              what: `contract of ${solution.processes[process]?.name ?? ''}`,
              why: 'it gives a parameter otherwise than as constants',
            },
          ];
    });
  });
