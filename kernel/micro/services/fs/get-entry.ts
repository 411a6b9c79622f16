import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * The path of the file with a number, from 0.
 *
 * Refuses: `nameUnknown`, beyond the last.
 * Source:  KasperskyOS Community Edition help, "File system endpoints"; parameters are refmon's own.
 */
export const getEntry: KernelService<'fs.FS.GetEntry'> = (objects, permit, plan) => {
  const file = plan.files[permit.request.index];
  return file === undefined ? refused('nameUnknown') : done(objects, { path: file.path });
};
