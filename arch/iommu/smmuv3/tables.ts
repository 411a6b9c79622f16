import { judgeBy } from '../../arm-long/judge.ts';
import { levelsFrom } from '../../arm-long/levels.ts';
import { inputBitsOf, outputBitsOf } from '../../arm-long/sizes.ts';
import { armv8 } from '../../armv8/format.ts';
import { addressTop, armv8Descriptors } from '../../armv8/layouts.ts';
import { armv8SecondStage } from '../../armv8-s2/format.ts';
import { secondStageDescriptors } from '../../armv8-s2/layouts.ts';
import type { Rights } from '../../page.ts';
import { treeOf } from '../../radix/tree.ts';
import type { Tree } from '../../radix/tree.ts';
import { numberOf } from '../../word.ts';
import type { Iommu } from '../iommu.ts';
import { domainStage, outputSize } from './control.ts';
import type { SmmuControl } from './control.ts';

/** Sizes of the addresses of domains: 48 bits from level 0, or 39 from level 1: roots of one frame. */
export const domainInput = { first: { t0sz: 16 }, second: { t0sz: 25, sl0: 1 } } as const;

/** The least address behind those that domains have. */
export const addressEndOf = (control: SmmuControl): number =>
  2 ** (64 - domainInput[domainStage(control)].t0sz);

/** Devices execute nothing, and are no kernel. */
const ofDevice = (rights: Rights): Rights => ({ ...rights, execute: false, user: true });

/** What tables of domains come to: their roots have one frame, and a frame is where a base says. */
const domainTree = (stage: 'first' | 'second'): Tree => {
  const [descriptors, start] =
    stage === 'first' ? ([armv8Descriptors, 0] as const) : ([secondStageDescriptors, 1] as const);
  const levels = levelsFrom(descriptors, start, inputBitsOf(domainInput[stage].t0sz));
  const judge = judgeBy({ bits: outputBitsOf(outputSize), top: addressTop });
  return treeOf({ bytes: 8, levels, nobody: { why: 'notPresent' } }, judge, numberOf);
};

/** Edits of the tables of domains, which are those of the stage that they have. */
export const tablesBy = (control: SmmuControl): Iommu['tables'] => {
  const mmu =
    domainStage(control) === 'first'
      ? armv8.under({ ...domainInput.first, ips: outputSize })
      : armv8SecondStage.under({ ...domainInput.second, ps: outputSize });
  return {
    ...domainTree(domainStage(control)),
    unmap: mmu.unmap,
    map: (memory, base, page, frames) =>
      mmu.map(memory, base, { ...page, rights: ofDevice(page.rights) }, frames),
    protect: (memory, base, address, rights) =>
      mmu.protect(memory, base, address, ofDevice(rights)),
    effective: (rights) => mmu.effective(ofDevice(rights)),
  };
};
