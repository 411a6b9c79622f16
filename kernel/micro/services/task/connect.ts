import { rights } from '../../../rights.ts';
import { withProcesses } from '../../objects.ts';
import { described } from '../../processes.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { controlled } from './controlled.ts';

/**
 * Joins two processes by a channel that the client gets when it starts. The client does not run yet; over
 * both the caller has power.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`, `rightsMissing`, for either handle; `wrongState`,
 *          for a client that has started, or a server that is frozen; `nameTaken`; `resourcesFull`, for too many
 *          channels.
 * Source:  refmon's own, for what KasperskyOS Community Edition help calls "static channels" made by a parent; TLA+
 *          `Connect…` in tla/lifecycle/Lifecycle.tla.
 */
export const connect: KernelService<'task.Task.Connect'> = (objects, permit, plan, caller) => {
  const { client, server, name } = permit.request;
  const before = ['created', 'loaded'] as const;
  const from = controlled(plan, objects, caller, client, rights.control, before);
  if (typeof from === 'string') return refused(from);
  const any = ['created', 'loaded', 'running', 'ended'] as const;
  const to = controlled(plan, objects, caller, server, rights.control, any);
  if (typeof to === 'string') return refused(to);
  const { connections } = from.process;
  if (connections.some((one) => one.name === name)) return refused('nameTaken');
  if (connections.length >= plan.limits.connections) return refused('resourcesFull');
  const more = [...connections, { name, server: to.control.over }];
  const processes = described(objects.processes, from.control, { connections: more });
  return done(withProcesses(objects, processes), {});
};
