import { armv8 } from '../../armv8/format.ts';
import { armv8SecondStage } from '../../armv8-s2/format.ts';
import type { Iommu, IommuFormat } from '../iommu.ts';
import { attachBy, detachBy } from './attach.ts';
import { commandLayouts, commandsBy, meaningBy } from './commands.ts';
import { findContextBy } from './context.ts';
import { smmuControlBits, smmuControlOf } from './control.ts';
import type { SmmuControl, SmmuControlName } from './control.ts';
import { cdLayouts, eventLayouts, steLayouts } from './layouts.ts';
import type { SmmuParts } from './stages.ts';
import { entryBytes } from './stream.ts';
import { addressEndOf, tablesBy } from './tables.ts';
import { walkBy } from './walk.ts';

const iommuBy = (parts: SmmuParts, control: SmmuControl): Iommu => ({
  // Writes that become interrupts are translated as any other. Source: IHI 0070 3.18.
  isInterrupt: () => false,
  findContext: findContextBy(parts, control),
  walk: walkBy(parts),
  attach: attachBy(control),
  detach: detachBy(control),
  tables: tablesBy(control),
  deviceTableBytes: entryBytes * 2 ** control.log2size,
  addressEnd: addressEndOf(control),
  commandsFor: commandsBy(control),
  meaningOf: meaningBy(control),
});

/** The format with these stages. */
export const makeSmmuv3 = (parts: SmmuParts): IommuFormat<SmmuControlName> => ({
  name: 'smmuv3',
  controlBits: smmuControlBits,
  layouts: [...steLayouts, ...cdLayouts, ...eventLayouts, ...commandLayouts],
  under: (settings) => iommuBy(parts, smmuControlOf(settings)),
});

/** SMMUv3 with a linear stream table, in Non-secure state. Source: IHI 0070 3, 4, 5, 7; spec/arch/smmuv3.md. */
export const smmuv3 = makeSmmuv3({ first: armv8, second: armv8SecondStage });
