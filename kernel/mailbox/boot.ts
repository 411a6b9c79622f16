import type { Judged } from '../../model/step.ts';
import { emptyMessage } from '../../model/value.ts';
import type { Solution } from '../../solution/solution.ts';
import { emptyLog, recorded } from '../audit-log.ts';
import type { Booted } from '../kernel.ts';
import { mediate } from '../mediate.ts';
import type { Party } from '../mediate.ts';
import { einitSid } from '../numbering.ts';
import { noCapabilities } from './capabilities.ts';
import { gateOf } from './core.ts';
import type { Core } from './core.ts';
import { emptyBox, loadedCell } from './machine.ts';
import type { Machine, MailboxState } from './machine.ts';

interface Booting<Context> {
  readonly machine: Machine;
  readonly context: Context;
  readonly events: readonly Judged[];
  readonly granted: boolean;
}

/** Has one `execute` judged, and starts the process if it is granted. */
const execute = <Context extends object>(
  core: Core<Context>,
  so: Booting<Context>,
  by: Party,
  to: Party,
): Booting<Context> => {
  const ask = {
    kind: 'execute',
    by,
    to,
    endpoint: undefined,
    method: 'main',
    message: emptyMessage,
    show: () => emptyMessage,
    read: () => null,
  } as const;
  const isProgram = to !== 'kernel' && to !== 'einit';
  return mediate<Context, null, Booting<Context>>(gateOf(core), so.context, ask, {
    granted: (permit, context, judged) => ({
      machine: isProgram ? core.parts.begin(core.layout, so.machine, permit) : so.machine,
      context,
      events: [...so.events, judged],
      granted: true,
    }),
    denied: (_verdict, judged) => ({ ...so, events: [...so.events, judged], granted: false }),
  });
};

/** Before boot every process is loaded, and nothing runs. */
const unbooted = ({ processes }: Solution): Machine => ({
  cells: processes.map(() => loadedCell),
  boxes: processes.map(() => emptyBox),
  things: processes.map(() => []),
  capabilities: noCapabilities,
  audit: emptyLog,
});

/**
 * Boots: the kernel, Einit, then each process in the order of the init description (C-60, C-65).
 *
 * Result: halted if the kernel or Einit is denied; another process that is denied stays unstarted.
 */
export const boot = <Context extends object>(
  core: Core<Context>,
): Booted<MailboxState<Context>> => {
  const { security, solution } = core.system;
  const machine = unbooted(solution);
  const before = { machine, context: security.initial, events: [], granted: true };
  const kernel = execute(core, before, 'kernel', 'kernel');
  const einit = kernel.granted ? execute(core, kernel, 'kernel', 'einit') : kernel;
  const booted = einit.granted
    ? solution.processes.reduce((so, { id }) => execute(core, so, 'einit', id), einit)
    : einit;
  const audit = recorded(booted.machine.audit, booted.events, core.layout.limits);
  return {
    state: {
      machine: { ...booted.machine, audit },
      context: security.release(booted.context, einitSid),
    },
    events: booted.events,
    halted: !einit.granted,
  };
};
