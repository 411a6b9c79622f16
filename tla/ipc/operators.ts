import { eachOperator, subsetsOf } from '../each-operator.ts';
import { toldArgument } from '../told.ts';
import type { Argument, Operator } from '../twin.ts';
import { kinds, methods } from './actions.ts';
import { limitArgument } from './limits.ts';
import type { IpcTopology } from './solution.ts';
import { isStoppable, limitsOf } from './system.ts';

/** Each set of processes that may all learn this. */
const toldSets = (names: readonly string[], word: string): readonly Argument[] =>
  subsetsOf(names).map((set) => toldArgument(set.map((name) => [name, word] as const)));

/** Every operator with every argument, for the generated module. */
export const ipcOperators = (topology: IpcTopology): readonly Operator[] => {
  const { processes, channels, exits, traps } = topology;
  const one = (names: readonly string[]): readonly (readonly [string])[] =>
    names.map((name) => [name]);
  const pairs = channels.map(([client, server]) => [client, server] as const);
  const calls = pairs.flatMap((pair) => methods.map((m) => [...pair, m] as const));
  const answers = calls.map(([client, server, m]) => [server, client, m] as const);
  const limited = (name: string): readonly Argument[] =>
    limitsOf(topology, name).map(limitArgument);
  const stoppable = processes.filter((name) => isStoppable(topology, name));
  const clientsOf = (name: string): readonly string[] =>
    processes.filter((client) => channels.some(([p, q]) => p === client && q === name));
  const dying = (names: readonly string[]): readonly (readonly Argument[])[] =>
    names.flatMap((name) => toldSets(clientsOf(name), 'serverDied').map((told) => [name, told]));
  return [
    ...eachOperator(['Call_BadHandle'], one(processes)),
    ...eachOperator(
      ['Call_NotConnected', 'Call_MessageTooLarge', 'Call_WrongType', 'Call_UnknownMethod'],
      pairs,
    ),
    ...eachOperator(
      ['Call_Interrupted'],
      pairs.filter(([client]) => stoppable.includes(client)),
    ),
    ...eachOperator(['Call_Malformed', 'Call_Denied'], calls),
    ...eachOperator(
      ['Call_Queue', 'Call_Deliver'],
      calls.flatMap((args) => limited(args[0]).map((limit) => [...args, limit])),
    ),
    ...eachOperator(['Recv_AlreadyServing', 'Recv_BadHandle', 'Recv_WrongType'], one(processes)),
    ...eachOperator(['Recv_Interrupted'], one(stoppable)),
    ...eachOperator(
      ['Recv_Wait'],
      processes.flatMap((name) => limited(name).map((limit) => [name, limit])),
    ),
    ...eachOperator(['Recv_Take'], answers),
    ...eachOperator(
      ['Reply_NotServing', 'Reply_Abandoned', 'Reply_MessageTooLarge'],
      one(processes),
    ),
    ...eachOperator(
      ['Reply_Denied', 'Reply_Granted'],
      answers.flatMap((args) => kinds.map((k) => [...args, k])),
    ),
    ...eachOperator(
      ['Tick'],
      toldSets(processes, 'timedOut').map((told) => [told]),
    ),
    ...eachOperator(
      ['SetInterrupt'],
      stoppable.flatMap((name) => toldSets([name], 'interrupted').map((told) => [name, told])),
    ),
    ...eachOperator(['ClearInterrupt'], one(stoppable)),
    ...eachOperator(['Exit_Denied'], one(exits.filter((name) => name === 's'))),
    ...eachOperator(['Exit'], dying(exits)),
    ...eachOperator(['Trap'], dying(traps)),
  ];
};
