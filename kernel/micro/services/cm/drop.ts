import { withThreads } from '../../objects.ts';
import { unblock } from '../../threads/service-waits.ts';
import { refusedAnswer } from '../answer.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { findAsking } from './asking.ts';

/**
 * Refuses the channel that a client asked for: its wait ends.
 *
 * Refuses: `nameUnknown`, where no such client asks.
 * Source:  KasperskyOS Community Edition help, "Dynamically creating IPC channels", "KnCmDrop"; TLA+ `Drop…` in
 *          tla/channels/Channels.tla.
 */
export const drop: KernelService<'cm.CM.Drop'> = (objects, permit, _plan, caller) => {
  const { client, service } = permit.request;
  const asking = findAsking(objects, caller.process, client, service);
  if (asking === undefined) return refused('nameUnknown');
  const threads = unblock(objects.threads, asking, refusedAnswer('dropped'));
  return done(withThreads(objects, threads), {});
};
