import { withThreads } from '../../objects.ts';
import { processAt } from '../../processes.ts';
import { block, listed } from '../../threads/service-waits.ts';
import { ticksOf } from '../../waiting-limits.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { findUnlisted } from './asking.ts';

/**
 * Learns of a client that asks the caller's process for a channel to a service whose name begins with the
 * filter, or waits for one. Each client is told of once.
 *
 * Refuses: `timedOut`.
 * Blocks:  until such a client asks, or the time is over.
 * Source:  KasperskyOS Community Edition help, "Dynamically creating IPC channels", "KnCmListen"; TLA+ `Listen…` in
 *          tla/channels/Channels.tla.
 */
export const listen: KernelService<'cm.CM.Listen'> = (objects, permit, plan, caller) => {
  const { filter, msecs } = permit.request;
  const asking = findUnlisted(objects, caller.process, filter);
  if (asking !== undefined) {
    const client = processAt(objects.processes, asking.process).name;
    const next = withThreads(objects, listed(objects.threads, asking));
    return done(next, { client, service: asking.waitsFor.service });
  }
  const remaining = ticksOf(msecs, plan.limits);
  if (remaining === 0) return refused('timedOut');
  const wait = { kind: 'client', filter } as const;
  const { threads } = objects;
  const blocked = block(threads, permit, caller.thread, 'cm.CM.Listen', wait, remaining);
  return { kind: 'blocked', next: withThreads(objects, blocked) };
};
