import type { ProcessId } from '../model/ids.ts';
import type { Intent } from '../model/step.ts';
import { formatValue } from '../solution/message/format.ts';
import { groupedBy } from '../solution/grouped-by.ts';
import type { Process, Solution } from '../solution/solution.ts';
import type { Alphabet } from './alphabet.ts';

const intentKey = (intent: Intent): string => {
  switch (intent.kind) {
    case 'call':
      return `${String(intent.handle)} ${intent.endpoint}.${intent.method} ${formatValue(intent.message)}`;
    case 'reply':
      return `${intent.as} ${formatValue(intent.message)}`;
    case 'querySecurity':
      return `${intent.interface}.${intent.method} ${formatValue(intent.message)}`;
    case 'recv':
    case 'trap':
      return intent.kind;
  }
};

/** Equal for processes that look alike: of one class, with the same servers in the same order, and the same alphabet. */
const lookOf = ({ channels }: Solution, { id, className }: Process, alphabet: Alphabet): string => {
  const servers = channels.filter(({ client }) => client === id).map(({ server }) => server);
  const answers = [...alphabet.answers].flatMap(([name, all]) => [name, ...all.map(intentKey)]);
  return [className, servers.join(), ...alphabet.calls.map(intentKey), ...answers].join('\n');
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
