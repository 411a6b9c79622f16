import { ramOf } from '../boards/board.ts';
import type { Board } from '../boards/board.ts';
import { endOf } from '../boards/region.ts';
import type { Region } from '../boards/region.ts';
import type { ArchName } from '../names.ts';
import { abstract } from './abstract.ts';
import { reachBits, translatorOf, translators } from './catalogue.ts';
import { deviceBytes, findSetUp } from './device-room.ts';
import type { Machine, MachineSize } from './machine.ts';
import { machineOf } from './make-machine.ts';
import type { Through } from './make-machine.ts';
import { noPeripherals, peripheralsOf } from './peripherals.ts';
import type { Peripherals } from './peripherals.ts';
import { shareBytes, usableBytes } from './ranges.ts';
import type { Translator } from './translator.ts';

/** What a kernel needs of a machine: the share of each space, and domains. */
export type Demand = Pick<MachineSize, 'spaces' | 'frames' | 'tables' | 'domains'>;

/** Makes a machine that has what a kernel needs. */
export type MachineDesign = (demand: Demand) => Machine;

/** What may be chosen of a machine besides; it has no devices, if nothing is said. */
export type MachineChoice = Pick<MachineSize, 'cores' | 'shootdown'> &
  Partial<Pick<MachineSize, 'peripherals'>> & { readonly through?: Through };

/** Units: bytes; all that answers lies below. */
const abstractEnd = 2 ** 40;

const oneCore: MachineChoice = { cores: 1, shootdown: 'immediate' };

/** Units: bytes for the shares of all spaces, and for tables of the IOMMU behind them. */
const neededBytes = (
  demand: Demand,
  { name, pageBytes }: Pick<Translator, 'name' | 'pageBytes'>,
  peripherals: Peripherals,
): number =>
  shareBytes(demand, pageBytes) * demand.spaces +
  deviceBytes(name === 'abstract' ? undefined : findSetUp(peripherals), demand);

/** The abstract machine, with as much RAM as is needed. */
export const abstractMachine =
  ({ through, peripherals = noPeripherals, ...of }: MachineChoice = oneCore): MachineDesign =>
  (demand) => {
    const ram = { base: 0, bytes: neededBytes(demand, abstract, peripherals) };
    const physicalEnd = abstractEnd;
    const size = { peripherals, ...of, ...demand, ram, physicalEnd };
    return machineOf(abstract, size, through);
  };

/**
 * A machine of an architecture, with as much RAM as is needed, from address 0 on.
 *
 * Throws: `Defect`, where that is more than the architecture reaches.
 */
export const machineFor =
  (
    name: ArchName,
    { through, peripherals = noPeripherals, ...of }: MachineChoice = oneCore,
  ): MachineDesign =>
  (demand) => {
    const translator = translators[name];
    const physicalEnd = 2 ** reachBits(name);
    const bytes = Math.min(neededBytes(demand, translator, peripherals), physicalEnd);
    const ram = { base: 0, bytes };
    const size = { peripherals, ...of, ...demand, ram, physicalEnd };
    return machineOf(translator, size, through);
  };

/** More memory than a board has. Units: bytes. */
export interface RamShortage {
  readonly needed: number;
  readonly there: number;
}

const shortageOf = (needed: number, there: number): RamShortage | undefined =>
  needed > there ? { needed, there } : undefined;

/** More memory than an architecture reaches; absent where `machineFor` may be used. */
export const findReachShortage = (name: ArchName, demand: Demand): RamShortage | undefined =>
  shortageOf(neededBytes(demand, translators[name], noPeripherals), 2 ** reachBits(name));

/** A board as a machine. Shape: `design` may be used where `findShortage` finds none. */
export interface BoardMachine {
  readonly design: MachineDesign;
  readonly findShortage: (demand: Demand) => RamShortage | undefined;
}

/** The part of a region below an address. */
const below = ({ base, bytes }: Region, end: number): Region => ({
  base,
  bytes: Math.max(0, Math.min(bytes, end - base)),
});

/** The least address behind those that domains of the board's IOMMU have; devices reach frames at their own addresses. */
const domainEnd = (board: Board): number =>
  findSetUp(peripheralsOf(board))?.iommu.addressEnd ?? Infinity;

/** The largest run of RAM that tables and pages of programs may lie in: shares follow each other in it. */
const largestRam = (board: Board): Region => {
  const end = Math.min(2 ** board.physicalBits, 2 ** reachBits(board.arch), domainEnd(board));
  return ramOf(board)
    .map((region) => below(region, end))
    .reduce((best, region) => (region.bytes > best.bytes ? region : best), { base: 0, bytes: 0 });
};

/** The machine that a board is: its cores and its RAM, and its architecture under its control bits. */
export const boardMachine = (
  board: Board,
  shootdown: MachineSize['shootdown'] = 'immediate',
  through?: Through,
): BoardMachine => {
  const translator = translatorOf(board.arch, board.settings);
  const ram = largestRam(board);
  const peripherals = peripheralsOf(board);
  const physicalEnd = board.map.reduce((end, region) => Math.max(end, endOf(region)), 0);
  return {
    design: (demand) =>
      machineOf(
        translator,
        {
          cores: board.cores,
          shootdown,
          peripherals,
          ...demand,
          ram,
          physicalEnd,
        },
        through,
      ),
    findShortage: (demand) =>
      shortageOf(neededBytes(demand, translator, peripherals), usableBytes(ram)),
  };
};
