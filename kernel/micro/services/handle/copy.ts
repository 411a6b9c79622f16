import { processOf } from '../../../mediate.ts';
import { findFreeNumber, findHandle, hasRight, rights, withHandle } from '../../handles.ts';
import { withHandles } from '../../objects.ts';
import { refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Copies a handle within the caller's table, with no more rights than it has.
 *
 * Refuses: `unimplemented`, with a badge; `badHandle`; `rightsMissing`, without the copy right (CAP-1);
 *          `tableFull`.
 * Source:  KasperskyOS Community Edition help, "Copying handles"; spec/services/handle.md#copy.
 */
export const copy: KernelService<'handle.Handle.Copy'> = (objects, permit, limits) => {
  const { inHandle, newRightsMask, copyBadge } = permit.request;
  if (copyBadge !== undefined) return refused('unimplemented');
  const held =
    inHandle === undefined
      ? undefined
      : findHandle(objects.handles, processOf(permit.by), inHandle);
  if (held === undefined) return refused('badHandle');
  if (!hasRight(held, rights.copy)) return refused('rightsMissing');
  const number = findFreeNumber(objects.handles, processOf(permit.by), limits.handles);
  if (number === undefined) return refused('tableFull');
  const derived = { object: held.object, sid: held.sid, rights: held.rights & newRightsMask };
  const handles = withHandle(objects.handles, permit, number, derived);
  return {
    kind: 'done',
    next: withHandles(objects, handles),
    outputs: { outHandle: number },
    made: [number],
  };
};
