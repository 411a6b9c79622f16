import { rights } from '../../../rights.ts';
import { lookUpKind } from '../../labelled.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/** Units: bytes that one read gives at most. */
const mostBytes = 256;

/**
 * Reads from a file of the ROM; beyond its end there is nothing.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`, `rightsMissing`; `invalidArgument`, for more than 256 bytes.
 * Source:  KasperskyOS Community Edition help, "File system endpoints"; parameters are refmon's own.
 */
export const read: KernelService<'fs.FS.Read'> = (objects, permit, plan, caller) => {
  const { file, offset, size } = permit.request;
  const held = lookUpKind(plan, objects, caller.process, file, 'file', rights.read);
  if (typeof held === 'string') return refused(held);
  if (size > mostBytes) return refused('invalidArgument');
  const { bytes } = held.found.file;
  return done(objects, { data: bytes.slice(offset * 2, (offset + size) * 2) });
};
