import { rights } from '../../../rights.ts';
import { lookUpKind } from '../../labelled.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Where devices reach a page of a buffer, and how large the buffer is.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`, `rightsMissing` (CAP-1); `invalidArgument`, for a page that the
 *          buffer has not.
 * Source:  KasperskyOS Community Edition help, "I/O".
 */
export const dmaGetInfo: KernelService<'io.IO.DmaGetInfo'> = (objects, permit, plan, caller) => {
  const { resource, page } = permit.request;
  const held = lookUpKind(plan, objects, caller.process, resource, 'dma', rights.read);
  if (typeof held === 'string') return refused(held);
  const { frames } = held.found.resource;
  const physical = frames[page];
  if (physical === undefined) return refused('invalidArgument');
  const size = BigInt(frames.length * plan.machine.pageBytes);
  return done(objects, { address: BigInt(physical), size });
};
