import { ramOf } from '../arch/boards/board.ts';
import type { Board } from '../arch/boards/board.ts';
import { translatorOf } from '../arch/machine/catalogue.ts';
import { boardMachine } from '../arch/machine/design.ts';
import { findSetUp } from '../arch/machine/device-room.ts';
import { peripheralsOf } from '../arch/machine/peripherals.ts';
import type { Solution } from '../solution/solution.ts';
import { budgetOf } from './budget.ts';
import type { Budget } from './budget.ts';
import type { BudgetCode } from './budget-codes.ts';
import { running } from './kernel.ts';
import type { Limits } from './kernel.ts';
import { extentOf } from './micro/plan.ts';

/** Something to say of a budget, in words. */
export interface BudgetFinding {
  readonly code: BudgetCode;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** A budget beside a board. Units: `ram` in bytes, all runs of memory together. */
export interface BoardBudget {
  readonly board: string;
  readonly budget: Budget;
  readonly ram: number;
  readonly findings: readonly BudgetFinding[];
}

/**
 * The memory that a board should have.
 *
 * Units:  bytes.
 * Source: spec/requirements/platform.ts, MEM-1 and its row S24.
 */
export const recommendedRam = 128 * 2 ** 20;

/** `14.3 MB`: MB of 2^20 bytes. */
export const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;

const findingsOf = (
  { name }: Board,
  { total }: Budget,
  ram: number,
  isRoomy: 'roomy' | 'split',
): readonly BudgetFinding[] => {
  const found: BudgetFinding[] = [];
  const tell = (code: BudgetCode, severity: BudgetFinding['severity'], message: string): void => {
    found.push({ code, severity, message });
  };
  if (total > ram)
    tell(
      'BGT-001',
      'error',
      `the budget is ${megabytes(total)}, and ${name} has ${megabytes(ram)}`,
    );
  else if (isRoomy === 'split')
    tell('BGT-001', 'error', `no run of memory of ${name} holds the shares of all processes`);
  if (ram < recommendedRam)
    tell(
      'BGT-002',
      'warning',
      `${name} has ${megabytes(ram)}; ${megabytes(recommendedRam)} are recommended`,
    );
  if (total > recommendedRam)
    tell(
      'BGT-003',
      'warning',
      `the budget is ${megabytes(total)}; ${megabytes(recommendedRam)} are recommended`,
    );
  return found;
};

/** The budget of a solution on a board, and what is to be said of it (MEM-1). */
export const budgetOn = (
  solution: Solution,
  board: Board,
  limits: Limits = running,
): BoardBudget => {
  const { pageBytes } = translatorOf(board.arch, board.settings);
  const iommu = findSetUp(peripheralsOf(board));
  const budget = budgetOf(solution, limits, { pageBytes, iommu });
  const ram = ramOf(board).reduce((sum, { bytes }) => sum + bytes, 0);
  const short = boardMachine(board).findShortage(extentOf(solution, limits).demand);
  const room = short === undefined ? 'roomy' : 'split';
  return { board: board.name, budget, ram, findings: findingsOf(board, budget, ram, room) };
};

/** Does the solution have the memory that it is promised? */
export const isWithin = ({ findings }: BoardBudget): boolean =>
  findings.every(({ severity }) => severity !== 'error');
