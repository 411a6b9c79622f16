import type { ProcessId } from '../../../../model/ids.ts';
import { findFreeNumber } from '../../handles/handles.ts';
import { withThreads } from '../../objects.ts';
import type { Objects } from '../../objects.ts';
import { isStarted, processAt } from '../../processes.ts';
import { findFreePlace } from '../../resources.ts';
import { block, listed, unblock, waitingsOf } from '../../threads/service-waits.ts';
import { ticksOf } from '../../waiting-limits.ts';
import { doneAnswer } from '../answer.ts';
import { refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { findByName } from '../task/find-name.ts';
import { findUnlisted } from './asking.ts';

/** A server that waits for such a client is told of it. */
const tellListener = (objects: Objects, server: ProcessId): Objects => {
  for (const waiting of waitingsOf(objects.threads)) {
    const { waitsFor, process } = waiting;
    if (waitsFor.kind !== 'client' || process !== server) continue;
    const asking = findUnlisted(objects, server, waitsFor.filter);
    if (asking === undefined) continue;
    const client = processAt(objects.processes, asking.process).name;
    const answer = doneAnswer('cm.CM.Listen', { client, service: asking.waitsFor.service });
    return withThreads(objects, unblock(listed(objects.threads, asking), waiting, answer));
  }
  return objects;
};

/**
 * Asks a process for a channel to one of its services, and waits until it accepts or drops. The channel is
 * the client's: its place and its handle are of the client's share.
 *
 * Refuses: `nameUnknown`; `notConnected`, for a process that does not run, or ends meanwhile; `invalidArgument`,
 *          for the caller itself; `resourcesFull`; `tableFull`; `dropped`; `timedOut`.
 * Blocks:  until the server accepts or drops, or the time is over.
 * Source:  KasperskyOS Community Edition help, "Dynamically creating IPC channels", "KnCmConnect"; TLA+ `Connect…` in
 *          tla/channels/Channels.tla.
 */
export const connect: KernelService<'cm.CM.Connect'> = (objects, permit, plan, caller) => {
  const { server: name, service, msecs } = permit.request;
  const server = findByName(plan, objects, caller.process, name);
  if (server === undefined) return refused('nameUnknown');
  if (server === caller.process) return refused('invalidArgument');
  if (!isStarted(objects.processes, server)) return refused('notConnected');
  const { resources, handles } = plan.limits;
  if (findFreePlace(objects.resources, caller.process, resources) === undefined)
    return refused('resourcesFull');
  if (findFreeNumber(objects.handles, caller.process, handles) === undefined)
    return refused('tableFull');
  const remaining = ticksOf(msecs, plan.limits);
  if (remaining === 0) return refused('timedOut');
  const acceptance = { kind: 'acceptance', server, service, isListed: false } as const;
  const { threads } = objects;
  const asks = block(threads, permit, caller.thread, 'cm.CM.Connect', acceptance, remaining);
  return { kind: 'blocked', next: tellListener(withThreads(objects, asks), server) };
};
