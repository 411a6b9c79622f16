import type { Rights } from '../../page.ts';
import { editing } from '../../radix/edit.ts';
import type { Editable } from '../../radix/editable.ts';
import { treeOf } from '../../radix/tree.ts';
import { field, meets, ones } from '../../word.ts';
import type { Iommu } from '../iommu.ts';
import { bitsOfLevels, levelsByWidth } from './control.ts';
import type { VtdControl } from './control.ts';
import { rootTableOf } from './context.ts';
import { isInterruptAddress } from './faults.ts';
import { judge, levelsOf } from './levels.ts';

/** Devices execute nothing: a page that could only be executed would have no right. */
const withoutExecution = (rights: Rights): Rights => ({ ...rights, execute: false });

/**
 * Edits of second-level tables of an AW. Pages at interrupt addresses are refused: no request would reach
 * them.
 */
export const tablesBy = (width: number, control: VtdControl): Iommu['tables'] => {
  const count = levelsByWidth[width] ?? 3;
  const bits = Math.min(control.mgaw, bitsOfLevels(count));
  const editable: Editable = {
    radix: { bytes: 8, levels: levelsOf(count, control), nobody: { why: 'damaged' } },
    judge: (level, word) => {
      if (field(word, 0, 1) === 0) return { kind: 'stop', why: 'absent' };
      const judged = judge(level, word);
      return judged.kind === 'stop' ? { kind: 'stop', why: 'damaged' } : judged;
    },
    rootOf: rootTableOf,
    accepts: (address) => !meets(address, ones(bits, 63)) && !isInterruptAddress(address),
    tableNumbers: { R: 1, W: 1 },
    rightsNumbers: ({ read, write }) => ({ R: Number(read), W: Number(write) }),
    cacheNumbers: () => ({}),
  };
  const edits = editing(editable);
  return {
    ...treeOf(editable.radix, editable.judge, editable.rootOf),
    unmap: edits.unmap,
    map: (memory, base, page, frames) =>
      edits.map(memory, base, { ...page, rights: withoutExecution(page.rights) }, frames),
    protect: (memory, base, address, rights) =>
      edits.protect(memory, base, address, withoutExecution(rights)),
    effective: ({ read, write }) => ({ read, write, execute: false, user: true }),
  };
};
