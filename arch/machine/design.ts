import { ramOf } from '../boards/board.ts';
import type { Board } from '../boards/board.ts';
import { endOf } from '../boards/region.ts';
import type { Region } from '../boards/region.ts';
import type { ArchName } from '../names.ts';
import { abstract } from './abstract.ts';
import { reachBits, translatorOf, translators } from './catalogue.ts';
import type { Machine, MachineSize } from './machine.ts';
import { machineOf } from './make-machine.ts';
import type { Through } from './make-machine.ts';
import { noPeripherals, peripheralsOf } from './peripherals.ts';
import { shareBytes, usableBytes } from './ranges.ts';

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

const neededBytes = (demand: Demand, pageBytes: number): number =>
  shareBytes(demand, pageBytes) * demand.spaces;

/** The abstract machine, with as much RAM as is needed. */
export const abstractMachine =
  ({ through, ...of }: MachineChoice = oneCore): MachineDesign =>
  (demand) => {
    const ram = { base: 0, bytes: neededBytes(demand, abstract.pageBytes) };
    const physicalEnd = abstractEnd;
    const size = { peripherals: noPeripherals, ...of, ...demand, ram, physicalEnd };
    return machineOf(abstract, size, through);
  };

/**
 * A machine of an architecture, with as much RAM as is needed, from address 0 on.
 *
 * Throws: `Defect`, where that is more than the architecture reaches.
 */
export const machineFor =
  (name: ArchName, { through, ...of }: MachineChoice = oneCore): MachineDesign =>
  (demand) => {
    const translator = translators[name];
    const physicalEnd = 2 ** reachBits(name);
    const bytes = Math.min(neededBytes(demand, translator.pageBytes), physicalEnd);
    const ram = { base: 0, bytes };
    const size = { peripherals: noPeripherals, ...of, ...demand, ram, physicalEnd };
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
  shortageOf(neededBytes(demand, translators[name].pageBytes), 2 ** reachBits(name));

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

/** The largest run of RAM that tables and pages of programs may lie in: shares follow each other in it. */
const largestRam = (board: Board): Region => {
  const end = 2 ** Math.min(board.physicalBits, reachBits(board.arch));
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
  const physicalEnd = board.map.reduce((end, region) => Math.max(end, endOf(region)), 0);
  return {
    design: (demand) =>
      machineOf(
        translator,
        {
          cores: board.cores,
          shootdown,
          peripherals: peripheralsOf(board),
          ...demand,
          ram,
          physicalEnd,
        },
        through,
      ),
    findShortage: (demand) =>
      shortageOf(neededBytes(demand, translator.pageBytes), usableBytes(ram)),
  };
};
