import type { HandleId, Sid } from '../../../../model/ids.ts';
import type { Refusal } from '../../../../model/step.ts';
import { findFreeNumber } from '../../handles/handles.ts';
import { withHandle } from '../../handles/tables.ts';
import { clientRights, listenerRights, rights } from '../../../rights.ts';
import { lookUpKinds } from '../../labelled.ts';
import { giveHandle } from '../../make.ts';
import { withHandles, withResources, withThreads } from '../../objects.ts';
import type { Objects } from '../../objects.ts';
import type { Plan } from '../../plan.ts';
import { findFreePlace, withResource } from '../../resources.ts';
import { unblock } from '../../threads/service-waits.ts';
import { doneAnswer } from '../answer.ts';
import { done, refused } from '../service.ts';
import type { Caller, KernelService } from '../service.ts';
import { findAsking } from './asking.ts';

/** The listener that the requests of the channel come to: the one that is given, else the caller's own. */
const listenerOf = (
  plan: Plan,
  objects: Objects,
  { process }: Caller,
  listener: HandleId | undefined,
): Sid | Refusal => {
  if (listener === undefined) return plan.numbering.listener(process);
  const kinds = ['static listener', 'listener'] as const;
  const held = lookUpKinds(plan, objects, process, listener, kinds, rights.receive);
  return typeof held === 'string' ? held : held.handle.sid;
};

/**
 * Makes the channel that a client asked for: the client's wait ends with its handle, and the caller gets
 * the server's end. The client's wait is its standing right to both. The channel is of the client's share, and gone when
 * both have closed their ends; nothing tells the server that the client has closed its own.
 *
 * Refuses: `nameUnknown`, where no such client asks; `badHandle`, for a listener that names nothing, found
 *          before the request is judged; `handleRevoked`; `wrongType`, for what is no listener; `rightsMissing`,
 *          without the right to receive from the listener; `resourcesFull`, where the client has no place left
 *          for the channel; `tableFull`, where the client or the caller has no number left for its handle.
 * Source:  KasperskyOS Community Edition help, "Dynamically creating IPC channels", "KnCmAccept"; TLA+ `Accept…` in
 *          tla/channels/Channels.tla.
 */
export const accept: KernelService<'cm.CM.Accept'> = (objects, permit, plan, caller) => {
  const { client, service, id, listener: number } = permit.request;
  const asking = findAsking(objects, caller.process, client, service);
  if (asking === undefined) return refused('nameUnknown');
  const listener = listenerOf(plan, objects, caller, number);
  if (typeof listener === 'string') return refused(listener);
  const from = asking.process;
  const place = findFreePlace(objects.resources, from, plan.limits.resources);
  const handle = findFreeNumber(objects.handles, from, plan.limits.handles);
  if (place === undefined) return refused('resourcesFull');
  if (handle === undefined) return refused('tableFull');
  const sid = plan.numbering.resource(from, place);
  const made = { kind: 'channel', client: from, server: caller.process, listener } as const;
  const resource = { ...made, isAccepted: true };
  const withChannel = withResources(
    withHandles(
      objects,
      withHandle(objects.handles, asking, handle, { sid, rights: clientRights }),
    ),
    withResource(objects.resources, asking, place, resource),
  );
  const answer = doneAnswer('cm.CM.Connect', { handle, id }, [handle]);
  const answered = withThreads(withChannel, unblock(withChannel.threads, asking, answer));
  const own = giveHandle(plan, answered, permit, caller, { sid, rights: listenerRights });
  if (typeof own === 'string') return refused(own);
  return done(own.objects, { handle: own.handle }, own.handle);
};
