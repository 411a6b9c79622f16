import { boards } from '../arch/boards/catalogue.ts';
import { budgetOn, megabytes, recommendedRam } from '../kernel/board-budget.ts';
import type { BoardBudget } from '../kernel/board-budget.ts';
import { budgetParts } from '../kernel/budget.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { isBoard } from '../simulator/chosen-machine.ts';
import type { Loaded } from '../solution/load.ts';
import { startOf } from '../solution/source.ts';
import { table } from './table.ts';

/** The budget of a solution that loads, on the board that was named. */
export const findBudget = (
  { solution }: Loaded,
  board: string | undefined,
): BoardBudget | undefined =>
  solution === undefined || board === undefined || !isBoard(board)
    ? undefined
    : budgetOn(solution, boards[board]);

/** What is to be said of a budget, at the init description, whose processes it is of. */
export const budgetDiagnostics = (
  { discovered }: Loaded,
  budget: BoardBudget | undefined,
): readonly Diagnostic[] =>
  (budget?.findings ?? []).map((finding) => ({
    ...finding,
    at: startOf(discovered.init ?? discovered.policy ?? ''),
  }));

/** A budget as JSON. Units: bytes. */
export const budgetJson = ({ board, budget, ram }: BoardBudget): object => ({
  board,
  ram,
  recommended: recommendedRam,
  total: budget.total,
  kernel: budget.kernel,
  processes: budget.processes.map(({ name, places, parts, total }) => ({
    name,
    places,
    ...parts,
    total,
  })),
});

const kilobytes = (bytes: number): string => String(Math.ceil(bytes / 1024));

/** A budget as a table, in KB. */
export const budgetLines = ({ board, budget, ram }: BoardBudget): readonly string[] => {
  const names = Object.keys(budgetParts);
  const rows = budget.processes.map(({ name, places, parts, total }) => [
    name,
    String(places),
    ...[...Object.values(parts), total].map(kilobytes),
  ]);
  const kernel = ['the kernel', '', ...names.map(() => ''), kilobytes(budget.kernel)];
  const share = ((100 * budget.total) / ram).toFixed(1);
  return [
    '  memory budget, in KB:',
    ...table(['process', 'places', ...names, 'total'], [...rows, kernel]).map((row) => `  ${row}`),
    `  ${megabytes(budget.total)} of ${megabytes(ram)} of ${board} (${share} %); ${megabytes(recommendedRam)} are recommended`,
  ];
};
