import type { EventKind } from '../model/security.ts';
import type { ProcessId } from '../model/ids.ts';
import { handleKeys } from '../kss/witness/messages/handle-keys.ts';
import { messageTypeOf } from '../solution/link/reach.ts';
import type { Solution } from '../solution/solution.ts';

/** Has a message of one of these kinds, to or from a process as a server, a place for a handle? */
const carries = (
  { processes, classes }: Solution,
  server: ProcessId,
  kinds: readonly EventKind[],
): boolean =>
  classes
    .get(processes[server]?.className ?? '')
    ?.endpoints.some((endpoint) =>
      endpoint.interface.methods.some((method) =>
        kinds.some((kind) => handleKeys(messageTypeOf(method, kind)).length > 0),
      ),
    ) === true;

/** May a process be given a handle: with a request that it takes, or with an answer of a server of its start? */
export const mayBeGiven = (solution: Solution, process: ProcessId): boolean =>
  carries(solution, process, ['request']) ||
  solution.channels.some(
    ({ client, server }) => client === process && carries(solution, server, ['response', 'error']),
  );

/** May some process be given a handle? If not, each has those of its start, and what services give it. */
export const handlesMove = (solution: Solution): boolean =>
  solution.processes.some(({ id }) => mayBeGiven(solution, id));
