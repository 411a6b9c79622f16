import type { TwinDefinition, TwinSystem } from '../definition.ts';
import { namesOf } from '../expression.ts';
import { constantsOf, policy, tiersOf } from '../systems.ts';
import { limitsExpression } from './limits.ts';
import { ipcOperators } from './operators.ts';
import type { IpcTopology } from './solution.ts';
import { limitsOf } from './system.ts';
import { fullTopology, smallTopology } from './topologies.ts';
import { ipcTwin } from './twin.ts';

/** A topology as a system of both sides. */
export const ipcSystem = (module: string, topology: IpcTopology): TwinSystem => {
  const { processes, ticks, msecsPerTick, exits, traps } = topology;
  const limits = Object.fromEntries(processes.map((name) => [name, limitsOf(topology, name)]));
  return {
    module,
    constants: {
      ...constantsOf(topology),
      M: '{"Open", "Close", "Look"}',
      Limits: limitsExpression(limits),
      Ticks: String(ticks),
      Length: String(msecsPerTick),
      Exits: namesOf(exits),
      Traps: namesOf(traps),
      Initial: '"shut"',
    },
    operators: ipcOperators(topology),
    build: (use) => ipcTwin(topology, use),
  };
};

const tier = tiersOf(ipcSystem);

/** Clients of a server that itself calls one of them; waits that end by time, interrupts and deaths. */
export const ipc: TwinDefinition = {
  name: 'Ipc',
  folder: 'ipc',
  modules: ['Ipc', 'IpcPolicy'],
  substitutions: { ...policy, Forget: 'PolicyForget' },
  invariants: [
    'TypeOK',
    'QueueIsWhoCalls',
    'ServedIsAwaited',
    'ReceivingIsIdle',
    'OnlyOverChannels',
    'DeadAreGone',
    'LimitsEnd',
    'StoppedDoNotWait',
  ],
  reaches: [
    'ReachQueueOfTwo',
    'ReachNesting',
    'ReachReceiving',
    'ReachMoved',
    'ReachTimeLeft',
    'ReachAbandoned',
    'ReachAskedAgain',
    'ReachDeadClient',
    'ReachDeadServer',
    'ReachStopped',
  ],
  tiers: {
    small: tier('MCIpcSmall', smallTopology, {
      states: 12_560,
      edges: 170_830,
      depth: 30,
      bound: 100_000,
    }),
    full: tier('MCIpcFull', fullTopology, {
      states: 62_305,
      edges: 1_224_519,
      depth: 31,
      bound: 500_000,
    }),
  },
};
