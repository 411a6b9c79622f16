import type { ProcessId } from '../../model/ids.ts';
import type { Judged } from '../../model/step.ts';
import { emptyMessage } from '../../model/value.ts';
import type { Solution } from '../../solution/solution.ts';
import type { Booted } from '../kernel.ts';
import { mediate } from '../mediate.ts';
import type { Party } from '../mediate.ts';
import { emptyLog, recorded } from './audit-log.ts';
import { sids } from './core.ts';
import type { Core } from './core.ts';
import { bootHandles, rights } from './handles.ts';
import type { Handle, Handles } from './handles.ts';
import type { MicroState } from './objects.ts';
import { noProcesses } from './processes.ts';
import type { Processes } from './processes.ts';
import { bootThreads } from './threads.ts';

const all = rights.copy | rights.call;

const tableOf = (solution: Solution, process: ProcessId): readonly Handle[] => [
  { object: { kind: 'kernel' }, sid: sids.kernel, rights: all },
  ...solution.channels.flatMap(({ client, server }, channel): readonly Handle[] =>
    client === process
      ? [
          {
            object: { kind: 'channel', channel, server },
            sid: sids.channel(solution, channel),
            rights: all,
          },
        ]
      : [],
  ),
];

const handlesAtBoot = (solution: Solution): Handles =>
  bootHandles(solution.processes.map(({ id }) => tableOf(solution, id)));

interface Booting<Context> {
  readonly context: Context;
  readonly processes: Processes;
  readonly events: readonly Judged[];
  readonly granted: boolean;
}

/** Has one `execute` judged, and starts the process if it is granted. */
const execute = <Context extends object>(
  { gate, parts }: Core<Context>,
  so: Booting<Context>,
  by: Party,
  to: Party,
): Booting<Context> =>
  mediate(
    gate,
    so.context,
    {
      kind: 'execute',
      by,
      to,
      endpoint: undefined,
      method: 'main',
      message: emptyMessage,
      show: (message) => message,
      read: () => null,
    },
    {
      granted: (permit, context, judged): Booting<Context> => ({
        context,
        processes: parts.start(so.processes, permit),
        events: [...so.events, judged],
        granted: true,
      }),
      denied: (_verdict, judged): Booting<Context> => ({
        context: so.context,
        processes: so.processes,
        events: [...so.events, judged],
        granted: false,
      }),
    },
  );

/**
 * Boots: the kernel, Einit, then each process in the order of the init description (C-60, C-65).
 *
 * Result: halted if the kernel or Einit is denied; another process that is denied stays unstarted.
 */
export const boot = <Context extends object>(core: Core<Context>): Booted<MicroState<Context>> => {
  const { solution, security, limits } = core.system;
  const ids = solution.processes.map(({ id }) => id);
  const before: Booting<Context> = {
    context: security.initial,
    processes: noProcesses(ids.length),
    events: [],
    granted: true,
  };
  const kernel = execute(core, before, 'kernel', 'kernel');
  const einit = kernel.granted ? execute(core, kernel, 'kernel', 'einit') : kernel;
  const booted = einit.granted
    ? ids.reduce((so, id) => execute(core, so, 'einit', id), einit)
    : einit;
  return {
    state: {
      objects: {
        processes: booted.processes,
        threads: bootThreads(ids),
        handles: handlesAtBoot(solution),
        audit: recorded(emptyLog, booted.events, limits),
      },
      context: security.release(booted.context, sids.einit),
    },
    events: booted.events,
    halted: !einit.granted,
  };
};
