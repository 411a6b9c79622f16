import { processOf } from '../../../mediate.ts';
import { findHandle, withoutHandle } from '../../handles.ts';
import { withHandles } from '../../objects.ts';
import { refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Closes a handle: its number is free again, and the object stays as it was.
 *
 * Refuses: `badHandle`.
 * Source:  KasperskyOS Community Edition help, "Closing handles"; spec/services/handle.md#close.
 */
export const close: KernelService<'handle.Handle.Close'> = (objects, permit) => {
  const { handle } = permit.request;
  if (handle === undefined) return refused('badHandle');
  const held = findHandle(objects.handles, processOf(permit.by), handle);
  if (held === undefined) return refused('badHandle');
  const handles = withoutHandle(objects.handles, permit, handle);
  return { kind: 'done', next: withHandles(objects, handles), outputs: {}, made: [] };
};
