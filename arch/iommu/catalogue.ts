import type { IommuKind } from '../boards/board.ts';
import type { IommuFormat } from './iommu.ts';
import { smmuv3 } from './smmuv3/format.ts';
import { vtd } from './vtd/format.ts';

/** The IOMMUs that have tables. */
export type TableIommuName = Extract<IommuKind, 'vtd' | 'smmuv3'>;

/** Every IOMMU that is there. */
export const iommus: Readonly<Record<TableIommuName, IommuFormat>> = { vtd, smmuv3 };
