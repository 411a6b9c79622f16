import type { HandleId, ProcessId, Sid } from '../../model/ids.ts';
import type { Refusal } from '../../model/step.ts';
import { lookUp } from './handles/handles.ts';
import { rights } from '../rights.ts';
import { findLabelled } from './labelled.ts';
import { isServed } from './let-go.ts';
import type { Objects } from './objects.ts';
import type { Plan } from './plan.ts';
import { isStarted } from './processes.ts';
import type { Pending } from './threads/thread.ts';

/** Where a call goes: to the kernel, or to a process over a channel. */
export type Target =
  | { readonly kind: 'kernel' }
  | {
      readonly kind: 'process';
      readonly server: ProcessId;
      /** The channel; of a callable handle, the resource that is called. */
      readonly channel: Sid;
      readonly listener: Sid;
      /** What a callable handle is bound to. */
      readonly bound: { readonly endpoint: string; readonly context: bigint } | undefined;
    };

const toRunning = (objects: Objects, target: Extract<Target, { readonly kind: 'process' }>) =>
  isStarted(objects.processes, target.server) ? target : 'notConnected';

/**
 * Where a handle leads.
 *
 * Refuses: `badHandle`, `handleRevoked`; `rightsMissing`, without the call right (CAP-1); `wrongType`, for
 *          what cannot be called; `notConnected`, where the server does not run, or has let the channel go.
 */
export const targetOf = (
  plan: Plan,
  objects: Objects,
  by: ProcessId,
  handle: HandleId,
): Target | Refusal => {
  const held = lookUp(objects.handles, by, handle);
  if (typeof held === 'string') return held;
  const found = findLabelled(plan, objects, held.sid);
  if (found?.kind === 'user' && found.resource.target === undefined) return 'wrongType';
  if (
    found?.kind !== 'kernel' &&
    found?.kind !== 'static channel' &&
    found?.kind !== 'channel' &&
    found?.kind !== 'user'
  )
    return 'wrongType';
  if ((held.rights & rights.call) === 0) return 'rightsMissing';
  const channel = held.sid;
  switch (found.kind) {
    case 'kernel':
      return { kind: 'kernel' };
    case 'static channel': {
      const { server, listener } = found;
      return toRunning(objects, { kind: 'process', server, channel, listener, bound: undefined });
    }
    case 'channel': {
      const { server, listener } = found.resource;
      if (!isServed(objects.handles, found.resource, channel)) return 'notConnected';
      return toRunning(objects, { kind: 'process', server, channel, listener, bound: undefined });
    }
    case 'user': {
      const { target, context } = found.resource;
      if (target === undefined) return 'wrongType';
      const { listener, endpoint } = target;
      const bound = { endpoint, context };
      return toRunning(objects, { kind: 'process', server: found.owner, channel, listener, bound });
    }
  }
};

/** What a reception takes: everything, or what comes to one listener or over one channel. */
export const takesFrom =
  (over: Sid | undefined) =>
  ({ channel, listener }: Pick<Pending, 'channel' | 'listener'>): boolean =>
    over === undefined || over === channel || over === listener;
