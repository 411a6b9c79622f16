import type { Judged } from '../../model/step.ts';
import { emptyMessage } from '../../model/value.ts';
import type { Booted } from '../kernel.ts';
import { mediate } from '../mediate.ts';
import type { Party } from '../mediate.ts';
import { emptyLog, recorded } from '../audit-log.ts';
import { firstHandles } from './begin.ts';
import { gateOf } from './core.ts';
import type { Core } from './core.ts';
import { noHandles } from './handles/tables.ts';
import { noMemory } from './memory/memory.ts';
import { einitSid } from '../numbering.ts';
import { withAudit } from './objects.ts';
import type { MicroState, Objects } from './objects.ts';
import { initialProcesses } from './plan.ts';
import type { Plan } from './plan.ts';
import { loadedProcesses } from './processes.ts';
import { noResources } from './resources.ts';
import { noThreads } from './threads/life.ts';

interface Booting<Context> {
  readonly context: Context;
  readonly objects: Objects;
  readonly events: readonly Judged[];
  readonly granted: boolean;
}

/** Has one `execute` judged, and starts the process if it is granted. */
const execute = <Context extends object>(
  core: Core<Context>,
  so: Booting<Context>,
  by: Party,
  to: Party,
): Booting<Context> =>
  mediate(
    gateOf(core, so.objects),
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
        objects:
          to === 'kernel' || to === 'einit'
            ? so.objects
            : core.parts.begin(core.plan, so.objects, permit, firstHandles(core.plan, to)),
        events: [...so.events, judged],
        granted: true,
      }),
      denied: (_verdict, judged): Booting<Context> => ({
        context: so.context,
        objects: so.objects,
        events: [...so.events, judged],
        granted: false,
      }),
    },
  );

const beforeBoot = (plan: Plan): Objects => {
  const { processes, threads } = plan.numbering;
  return {
    processes: loadedProcesses(initialProcesses(plan), processes),
    threads: noThreads(threads, processes),
    handles: noHandles(processes),
    resources: noResources(processes),
    memory: noMemory(processes, plan.limits.frames),
    machine: plan.machine.initial,
    audit: emptyLog,
  };
};

/**
 * Boots: the kernel, Einit, then each process in the order of the init description (C-60, C-65).
 *
 * Result: halted if the kernel or Einit is denied; another process that is denied stays unstarted.
 */
export const boot = <Context extends object>(core: Core<Context>): Booted<MicroState<Context>> => {
  const { security, solution } = core.system;
  const before: Booting<Context> = {
    context: security.initial,
    objects: beforeBoot(core.plan),
    events: [],
    granted: true,
  };
  const kernel = execute(core, before, 'kernel', 'kernel');
  const einit = kernel.granted ? execute(core, kernel, 'kernel', 'einit') : kernel;
  const booted = einit.granted
    ? solution.processes.reduce((so, { id }) => execute(core, so, 'einit', id), einit)
    : einit;
  const audit = recorded(booted.objects.audit, booted.events, core.plan.limits);
  return {
    state: {
      objects: withAudit(booted.objects, audit),
      context: security.release(booted.context, einitSid),
    },
    events: booted.events,
    halted: !einit.granted,
  };
};
