import type { Board } from '../arch/boards/board.ts';
import { budgetOn, isWithin, megabytes, recommendedRam } from '../kernel/board-budget.ts';
import { budgetParts } from '../kernel/budget.ts';
import type { Budget, BudgetPart } from '../kernel/budget.ts';
import { counted } from '../model/counted.ts';
import type { BoardData, BudgetShare } from '../reports/data.ts';
import type { StepResult } from '../reports/result.ts';
import type { Solution } from '../solution/solution.ts';
import { asJson } from './as-json.ts';

const isPart = (name: string): name is BudgetPart => Object.hasOwn(budgetParts, name);

const partsOf = ({ processes, kernel }: Budget): readonly BudgetShare[] => [
  ...Object.keys(budgetParts)
    .filter(isPart)
    .map((name) => ({
      name,
      bytes: processes.reduce((sum, { parts }) => sum + parts[name], 0),
    })),
  { name: 'kernel', bytes: kernel },
];

const dataOf = (
  solution: Solution,
  board: Board,
): { readonly data: BoardData; readonly fits: boolean } => {
  const found = budgetOn(solution, board);
  const { budget, ram, findings } = found;
  const data = {
    board: board.name,
    title: board.title,
    arch: board.arch,
    cores: board.cores,
    iommu: board.iommu,
    risks: board.risks,
    ram,
    recommended: recommendedRam,
    total: budget.total,
    parts: partsOf(budget),
    processes: [
      ...budget.processes.map(({ name, total }) => ({ name, bytes: total })),
      { name: 'the kernel', bytes: budget.kernel },
    ],
    findings: findings.map(({ code, message }) => `${code} ${message}`),
  };
  return { data, fits: isWithin(found) };
};

/** What a board lets happen whatever the kernel does, by name, and whether the solution has the memory that it is promised. */
export const boardResult = (
  solution: Solution,
  board: Board,
  common: Pick<StepResult, 'inputs' | 'tools'>,
): StepResult => {
  const { data, fits } = dataOf(solution, board);
  const { total, ram, risks } = data;
  const budget = `${megabytes(total)} of ${megabytes(ram)}`;
  const borne =
    risks.length === 0
      ? 'no residual risk'
      : `${counted(risks.length, 'residual risk')}: ${risks.join(', ')}`;
  return {
    step: 'board',
    status: fits ? 'passed' : 'failed',
    how: 'tested',
    detail: `${board.name}: ${budget}; ${borne}`,
    ...common,
    data: asJson({ ...data, risks: risks.map((id) => ({ id })) }),
  };
};
