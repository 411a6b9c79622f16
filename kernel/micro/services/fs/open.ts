import { rights } from '../../../rights.ts';
import { giveHandle } from '../../make.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

const mask = rights.copy | rights.transfer | rights.getSid | rights.read;

/**
 * Opens a file of the ROM. The ROM is the same for all and never changes; each file has one label.
 *
 * Refuses: `nameUnknown`; `tableFull`.
 * Source:  KasperskyOS Community Edition help, "File system endpoints"; parameters are refmon's own.
 */
export const open: KernelService<'fs.FS.Open'> = (objects, permit, plan, caller) => {
  const index = plan.files.findIndex(({ path }) => path === permit.request.path);
  const file = plan.files[index];
  if (file === undefined) return refused('nameUnknown');
  const sid = plan.numbering.file(index);
  const given = giveHandle(plan, objects, permit, caller, { sid, rights: mask });
  if (typeof given === 'string') return refused(given);
  const size = file.bytes.length / 2;
  return done(given.objects, { file: given.handle, size }, given.handle);
};
