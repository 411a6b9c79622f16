import type { Operator } from '../twin.ts';
import { labelOf } from '../twin.ts';
import type { IpcTopology } from './solution.ts';
import { ipcOperators } from './twin.ts';

const quoted = (text: string): string => `"${text}"`;

const definition = (operator: Operator): string => {
  const [name, ...args] = operator;
  return `${labelOf(operator)} == ${name}(${args.map(quoted).join(', ')}) /\\ TRUE`;
};

/**
 * The module that TLC runs: the constants of one tier, and an operator for each outcome and argument
 * tuple, so that the edges of TLC's graph tell both. The conjunction keeps the operator's name there.
 */
export const generateMc = (module: string, topology: IpcTopology): string => {
  const operators = ipcOperators(topology);
  const { processes, channels } = topology;
  const pairs = channels.map(([p, q]) => `<<${quoted(p)}, ${quoted(q)}>>`);
  return `---- MODULE ${module} ----
\\* Made by tla/ipc/generate.ts; a test says whether it is current.
EXTENDS Ipc, IpcPolicy

cP == {${processes.map(quoted).join(', ')}}
cChannel == {${pairs.join(', ')}}
cM == {"Open", "Close", "Look"}

${operators.map(definition).join('\n')}

NextMC ==
${operators.map((operator) => `    \\/ ${labelOf(operator)}`).join('\n')}
====
`;
};

/** The invariants of the module, in the order of its text. */
export const ipcInvariants = [
  'TypeOK',
  'QueueIsWhoCalls',
  'ServedIsAwaited',
  'ReceivingIsIdle',
  'OnlyOverChannels',
] as const;

/** What must be violated: proof that each can happen. */
export const ipcReaches = [
  'ReachQueueOfTwo',
  'ReachNesting',
  'ReachReceiving',
  'ReachMoved',
] as const;

/** The configuration of one run: the module's constants, and the invariants to be checked. */
export const generateCfg = (
  invariants: readonly string[],
): string => `\\* Made by tla/ipc/generate.ts; a test says whether it is current.
INIT Init
NEXT NextMC
CHECK_DEADLOCK FALSE
CONSTANTS
    P <- cP
    Channel <- cChannel
    M <- cM
    Contexts <- States
    Initial = "shut"
    Grants <- PolicyGrants
    After <- PolicyAfter
INVARIANTS
${invariants.map((name) => `    ${name}`).join('\n')}
`;
