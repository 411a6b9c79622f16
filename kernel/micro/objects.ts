import type { AuditLog } from '../audit-log.ts';
import type { MachineState } from '../../arch/machine/state.ts';
import type { Handles } from './handles/handles.ts';
import type { Memory } from './memory/memory.ts';
import type { Processes } from './processes.ts';
import type { Resources } from './resources.ts';
import type { Threads } from './threads/threads.ts';

/** The kernel's own state: all but the engine's context, which services never see (S2). */
export interface Objects {
  readonly processes: Processes;
  readonly threads: Threads;
  readonly handles: Handles;
  readonly resources: Resources;
  readonly memory: Memory;
  readonly machine: MachineState;
  readonly audit: AuditLog;
}

/** The whole state of the reference kernel. */
export interface MicroState<Context extends object> {
  readonly objects: Objects;
  readonly context: Context;
}

/** The objects with some components in the place of others; the very ones given where none differs. */
export const withParts = (
  old: Objects,
  {
    processes = old.processes,
    threads = old.threads,
    handles = old.handles,
    resources = old.resources,
    memory = old.memory,
    machine = old.machine,
    audit = old.audit,
  }: Partial<Objects>,
): Objects =>
  processes === old.processes &&
  threads === old.threads &&
  handles === old.handles &&
  resources === old.resources &&
  memory === old.memory &&
  machine === old.machine &&
  audit === old.audit
    ? old
    : { processes, threads, handles, resources, memory, machine, audit };

export const withThreads = (objects: Objects, threads: Threads): Objects =>
  withParts(objects, { threads });

export const withHandles = (objects: Objects, handles: Handles): Objects =>
  withParts(objects, { handles });

export const withResources = (objects: Objects, resources: Resources): Objects =>
  withParts(objects, { resources });

export const withMachine = (objects: Objects, machine: MachineState): Objects =>
  withParts(objects, { machine });

export const withMemory = (objects: Objects, memory: Memory): Objects =>
  withParts(objects, { memory });

export const withProcesses = (objects: Objects, processes: Processes): Objects =>
  withParts(objects, { processes });

export const withAudit = (objects: Objects, audit: AuditLog): Objects =>
  withParts(objects, { audit });
