import { Defect } from '../../model/defect.ts';
import type { MachineDesign } from './design.ts';

/** More than any format has levels. */
const enough = 8;

/** Frames for tables, beside the root, that the first page of a space takes. */
export const tablesForOnePage = (design: MachineDesign): number => {
  const machine = design({ spaces: 1, frames: 1, tables: enough, domains: 0 });
  const done = machine.map(machine.initial, 0, {
    address: machine.pageBytes,
    physical: machine.frame(0, 0),
    rights: { read: true, write: false, execute: false, user: true },
    holds: 'memory',
  });
  if (typeof done === 'string') throw new Defect(`an empty space takes no page: ${done}`);
  const [space] = done.spaces;
  return space?.kind === 'tables' ? enough - space.free.length : 0;
};
