import type { Board } from '../../arch/boards/board.ts';
import type { Device } from '../../arch/boards/device.ts';
import { isRemapped, peripheralsOf } from '../../arch/machine/peripherals.ts';
import type { Peripherals } from '../../arch/machine/peripherals.ts';
import type { RiskId } from '../../spec/risks.ts';
import { findClaim } from './two-drivers.ts';

/**
 * The masters of a board whose DMA is looked at by the same: its IOMMU, or nobody.
 *
 * Shape: `risk` is what follows where nobody looks; `searched` has at most two of `masters`, for `searchDevices`, which
 *        stand for all of them. The first can be registered, if any can: a search in which none can shows nothing, and
 *        comes to no right.
 */
export interface MasterGroup {
  readonly masters: readonly Device[];
  readonly risk: RiskId | undefined;
  readonly searched: Peripherals;
}

/** What a search is of: who is wanted, and a neighbour that stays nobody's. */
const searchedMost = 2;

const groupOf = (
  peripherals: Peripherals,
  masters: readonly Device[],
  risk: RiskId | undefined,
): readonly MasterGroup[] => {
  if (masters.length === 0) return [];
  const can = masters.filter((one) => findClaim(one) !== undefined);
  const others = masters.filter((one) => !can.includes(one));
  const devices = [...can, ...others].slice(0, searchedMost);
  return [{ masters, risk, searched: { ...peripherals, devices } }];
};

/** The masters that the IOMMU of a board sees, and those that nothing does; a group without masters is left out. */
export const masterGroups = (board: Board): readonly MasterGroup[] => {
  const peripherals = peripheralsOf(board);
  const masters = board.devices.filter(({ master }) => master !== undefined);
  const seen = masters.filter((one) => isRemapped(peripherals, one));
  const unseen = masters.filter((one) => !isRemapped(peripherals, one));
  const risk = board.iommu === 'none' ? 'RISK-NO-IOMMU' : 'RISK-DMA-AROUND-IOMMU';
  return [...groupOf(peripherals, seen, undefined), ...groupOf(peripherals, unseen, risk)];
};
