import type { ProcessId } from '../model/ids.ts';
import { intentWords } from '../simulator/step-words.ts';
import { groupedBy } from '../solution/grouped-by.ts';
import type { Process, Solution } from '../solution/solution.ts';
import type { Alphabet } from './alphabet.ts';
import type { Said } from './put-handles.ts';
import { nothingTested } from './rights-tested.ts';

/** Equal for processes that look alike: of one class, with the same servers in the same order, and the same alphabet. */
const lookOf = ({ channels }: Solution, { id, className }: Process, alphabet: Alphabet): string => {
  const servers = channels.filter(({ client }) => client === id).map(({ server }) => server);
  const textOf = (said: Said): string => {
    const { bits, isWhole } = alphabet.carrying.get(said) ?? nothingTested;
    return `${intentWords(said)} ${String(bits)} ${String(isWhole)}`;
  };
  const answers = [...alphabet.answers].flatMap(([name, all]) => [name, ...all.map(textOf)]);
  const calls = [...alphabet.calls, ...alphabet.overGiven].map(textOf);
  return [className, servers.join(), ...calls, ...answers].join('\n');
};

/**
 * Processes that look interchangeable: most general clients that nobody calls. That they are is for the search to
 * say (symmetry.ts): a policy may tell them apart all the same.
 */
export const lookingAlike = (
  solution: Solution,
  general: readonly ProcessId[],
  alphabetOf: (process: ProcessId) => Alphabet,
): readonly (readonly ProcessId[])[] => {
  const { channels, processes } = solution;
  const clients = processes.filter(
    ({ id }) => general.includes(id) && channels.every(({ server }) => server !== id),
  );
  const groups = groupedBy(clients, (one) => lookOf(solution, one, alphabetOf(one.id)));
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.map(({ id }) => id));
};
