import type { HandleId, Sid } from '../../../../model/ids.ts';
import type { Refusal } from '../../../../model/step.ts';
import { findEndpointName } from '../../../messages.ts';
import { rights } from '../../../rights.ts';
import { lookUpKinds } from '../../labelled.ts';
import { makeResource } from '../../make.ts';
import type { Objects } from '../../objects.ts';
import type { Plan } from '../../plan.ts';
import { processAt } from '../../processes.ts';
import { done, refused } from '../service.ts';
import type { Caller, KernelService } from '../service.ts';

/** The listener at which calls of the resource arrive: that of a channel, or a listener itself. */
const listenerOf = (
  plan: Plan,
  objects: Objects,
  { process }: Caller,
  channel: HandleId,
): Sid | Refusal => {
  const kinds = ['static listener', 'listener', 'channel'] as const;
  const held = lookUpKinds(plan, objects, process, channel, kinds, rights.receive);
  if (typeof held === 'string') return held;
  const { found, handle } = held;
  return found.kind === 'channel' ? found.resource.listener : handle.sid;
};

/**
 * Makes a resource that the caller provides, with a label of its own (LBL-2): a file, a device. With a
 * channel or a listener, and the number of an endpoint, its handles can be called.
 *
 * Refuses: `badHandle`, for a channel that names nothing, found before the request is judged;
 *          `handleRevoked`; `rightsMissing`, without the right to receive from the channel; `wrongType`, for
 *          what takes no requests; `invalidArgument`, for an endpoint that the class does not have;
 *          `resourcesFull`; `tableFull`.
 * Source:  KasperskyOS Community Edition help, "Creating handles"; spec/services/handle.md.
 */
export const createUserObject: KernelService<'handle.Handle.CreateUserObject'> = (
  objects,
  permit,
  plan,
  caller,
) => {
  const { type, rights: mask, context, ipcChannel, riid } = permit.request;
  const listener =
    ipcChannel === undefined ? undefined : listenerOf(plan, objects, caller, ipcChannel);
  if (typeof listener === 'string') return refused(listener);
  const { className } = processAt(objects.processes, caller.process);
  const endpoint = findEndpointName(plan.solution, className, riid);
  if (listener !== undefined && endpoint === undefined) return refused('invalidArgument');
  const target =
    listener === undefined || endpoint === undefined ? undefined : { listener, endpoint };
  const resource = { kind: 'user', type, context, target } as const;
  const made = makeResource(plan, objects, permit, caller, resource, mask);
  if (typeof made === 'string') return refused(made);
  return done(made.objects, { handle: made.handle }, made.handle);
};
