import { lookUp } from '../../handles/handles.ts';
import { rights } from '../../../rights.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * The SID of what a handle names: equal SIDs, the same resource.
 *
 * Refuses: `badHandle`, `handleRevoked`; `rightsMissing`, without the right to ask for it (CAP-1).
 * Source:  KasperskyOS Community Edition help, "KnHandleGetSidByHandle".
 */
export const getSidByHandle: KernelService<'handle.Handle.GetSidByHandle'> = (
  objects,
  permit,
  _plan,
  caller,
) => {
  const { handle } = permit.request;
  const held = lookUp(objects.handles, caller.process, handle, rights.getSid);
  return typeof held === 'string' ? refused(held) : done(objects, { sid: held.sid });
};
