import { rights } from '../../../rights.ts';
import { makeResource } from '../../make.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/** What the maker of a word may do with it: it is shared by transfer. */
const mask =
  rights.copy | rights.transfer | rights.getSid | rights.getEvent | rights.wait | rights.wake;

/**
 * Makes a word of value 0, on which threads wait: what mutexes, semaphores, events and condition
 * variables are made of.
 *
 * Refuses: `resourcesFull`; `tableFull`.
 * Source:  KasperskyOS Community Edition help, "Synchronization"; the word stands for a place in memory.
 */
export const alloc: KernelService<'sync.Sync.Alloc'> = (objects, permit, plan, caller) => {
  const resource = { kind: 'word', value: 0 } as const;
  const made = makeResource(plan, objects, permit, caller, resource, mask);
  if (typeof made === 'string') return refused(made);
  return done(made.objects, { sync: made.handle }, made.handle);
};
