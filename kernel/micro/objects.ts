import type { AuditLog } from './audit-log.ts';
import type { Handles } from './handles.ts';
import type { Processes } from './processes.ts';
import type { Threads } from './threads.ts';

/** The kernel's own state: all but the engine's context, which services never see (S2). */
export interface Objects {
  readonly processes: Processes;
  readonly threads: Threads;
  readonly handles: Handles;
  readonly audit: AuditLog;
}

/** The whole state of the reference kernel. */
export interface MicroState<Context extends object> {
  readonly objects: Objects;
  readonly context: Context;
}

export const withThreads = (objects: Objects, threads: Threads): Objects =>
  threads === objects.threads
    ? objects
    : { processes: objects.processes, threads, handles: objects.handles, audit: objects.audit };

export const withHandles = (objects: Objects, handles: Handles): Objects =>
  handles === objects.handles
    ? objects
    : { processes: objects.processes, threads: objects.threads, handles, audit: objects.audit };

export const withAudit = (objects: Objects, audit: AuditLog): Objects =>
  audit === objects.audit
    ? objects
    : { processes: objects.processes, threads: objects.threads, handles: objects.handles, audit };
