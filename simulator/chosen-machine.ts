import { boards } from '../arch/boards/catalogue.ts';
import { boardNames } from '../arch/boards/names.ts';
import type { BoardName } from '../arch/boards/names.ts';
import { boardMachine, findReachShortage, machineFor } from '../arch/machine/design.ts';
import type { MachineDesign } from '../arch/machine/design.ts';
import type { Through } from '../arch/machine/make-machine.ts';
import { archNames } from '../arch/names.ts';
import type { ArchName } from '../arch/names.ts';
import { running } from '../kernel/kernel.ts';
import { extentOf } from '../kernel/micro/plan.ts';
import type { Solution } from '../solution/solution.ts';
import type { MachineCode } from './machine-codes.ts';

/** The machine of a run: a board, or one core of an architecture. */
export interface ChosenMachine {
  readonly arch: ArchName;
  readonly board: BoardName | undefined;
}

/** Why there is no such machine, in words. */
export interface MachineFault {
  readonly code: MachineCode;
  readonly message: string;
  readonly hint?: string;
}

export type MachineChoosing =
  | { readonly kind: 'chosen'; readonly machine: ChosenMachine | undefined }
  | { readonly kind: 'faulty'; readonly fault: MachineFault };

const isArch = (name: string): name is ArchName => Object.hasOwn(archNames, name);

export const isBoard = (name: string): name is BoardName =>
  boardNames.some((board) => board === name);

const chosen = (machine: ChosenMachine | undefined): MachineChoosing => ({
  kind: 'chosen',
  machine,
});

const faulty = (code: MachineCode, message: string, hint?: string): MachineChoosing => ({
  kind: 'faulty',
  fault: { code, message, ...(hint === undefined ? {} : { hint }) },
});

/** There is no board of a name. */
export const unknownBoard = (name: string): MachineFault => ({
  code: 'MCH-002',
  message: `there is no board "${name}"`,
  hint: `boards: ${boardNames.join(', ')}`,
});

/** The machine of these names; none, where nothing is named. */
export const chooseMachine = (
  arch: string | undefined,
  board: string | undefined,
): MachineChoosing => {
  if (arch !== undefined && !isArch(arch))
    return faulty(
      'MCH-001',
      `there is no architecture "${arch}"`,
      `architectures: ${Object.keys(archNames).join(', ')}`,
    );
  if (board === undefined) return chosen(arch === undefined ? undefined : { arch, board });
  if (!isBoard(board)) return { kind: 'faulty', fault: unknownBoard(board) };
  const own = boards[board].arch;
  return arch === undefined || arch === own
    ? chosen({ arch: own, board })
    : faulty('MCH-003', `the board ${board} is of ${own}, and not of ${arch}`);
};

/** Makes the machine that was chosen, with something between it and its translators. */
export type DesignChosen = (machine: ChosenMachine, through: Through) => MachineDesign;

/**
 * The machine that was chosen. Cores forget translations at once: the simulator plays nobody who does it later.
 *
 * Throws: `Defect`, if its memory is too small; see `findMachineShortage`.
 */
export const designChosen: DesignChosen = ({ arch, board }, through) =>
  board === undefined
    ? machineFor(arch, { cores: 1, shootdown: 'immediate', through })
    : boardMachine(boards[board], 'immediate', through).design;

/** Has the machine room for the shares of a solution's processes? */
export const findMachineShortage = (
  solution: Solution,
  { arch, board }: ChosenMachine,
): MachineFault | undefined => {
  const { demand } = extentOf(solution, running);
  const short =
    board === undefined
      ? findReachShortage(arch, demand)
      : boardMachine(boards[board]).findShortage(demand);
  if (short === undefined) return undefined;
  const [needed, there] = [short.needed, short.there].map((bytes) =>
    String(Math.ceil(bytes / 1024)),
  );
  return {
    code: 'MCH-004',
    message: `the shares of ${String(demand.spaces)} processes are ${needed ?? ''} KB, and ${board ?? arch} has ${there ?? ''} KB for them`,
    hint: 'each process of the init description has a share, and so has each that it may create',
  };
};
