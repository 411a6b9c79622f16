import { boards } from '../arch/boards/catalogue.ts';
import type { BoardName } from '../arch/boards/names.ts';
import { risksOf } from '../arch/boards/follows.ts';
import { budgetOn, megabytes } from '../kernel/board-budget.ts';
import { page, table } from '../spec/markdown.ts';
import { findDifferingStep } from './board-run.ts';
import type { PlayedRun, Rehearsal } from './board-run.ts';
import { machineCodes } from './machine-codes.ts';

const resultWords = (reference: PlayedRun, run: PlayedRun): string => {
  const differs = findDifferingStep(reference, run);
  return differs === undefined
    ? 'as on the abstract machine'
    : `differs in step ${String(differs)}`;
};

const rowOf = (
  { solution }: Rehearsal,
  reference: PlayedRun,
  name: BoardName,
  run: PlayedRun,
): readonly string[] => {
  const board = boards[name];
  const { budget, ram } = budgetOn(solution, board);
  const { machine } = run;
  return [
    `[${name}](${name}.md)`,
    board.arch,
    String(machine?.cores ?? 0),
    megabytes(ram),
    megabytes(budget.total),
    `${String(run.steps.length)} steps, ${resultWords(reference, run)}`,
    String(machine?.walks[board.arch] ?? 0),
    String(machine?.abstract ?? 0),
    risksOf(board).join(', '),
  ];
};

/** spec/boards/running.md: a solution on each of these boards, from its runs there and on the abstract machine. */
export const runningPage = (
  rehearsal: Rehearsal,
  reference: PlayedRun,
  runs: ReadonlyMap<BoardName, PlayedRun>,
): string => {
  const { solution, options } = rehearsal;
  return page(
    '# Running on a machine',
    `\`refmon run SOLUTION --board NAME\` boots the kernel on a board: its cores, its RAM, the tables of its architecture under its
control bits. \`--arch NAME\` is one core of an architecture with as much RAM as is needed. Threads are spread over the cores.
Before a thread does anything its core fetches its code, by a walk of the tables that the kernel has written; where that faults,
the process ends. Cores and the IOMMU forget translations at once. Domains of an IOMMU are tables in memory too, and so is who is in
them: where programs map memory for devices, the summary counts the edits by the IOMMU's name.`,
    'The trace names architecture and board, and `refmon replay` runs on the same machine. Without either the kernel runs on the\nabstract machine, and nothing is fetched.',
    '## Each board',
    `The example \`${solution.name}\` with a gateway that tries what it may not, seed ${String(options.seed)}: each run is compared, step by step, with that on the abstract
machine: actions, events, verdicts with their reasons, outcomes. *Abstract* is what was asked of the abstract machine. A test makes
this page and its runs anew. The budget is that of [budget.md](../budget.md), the risks are those of [risks.md](../risks.md).`,
    table(
      [
        'board',
        'architecture',
        'cores',
        'RAM',
        'budget',
        'result',
        'walks',
        'abstract',
        'residual risks',
      ],
      [...runs].map(([name, run]) => rowOf(rehearsal, reference, name, run)),
    ),
    '## What can be wrong with a machine',
    table(
      ['code', 'says'],
      Object.entries(machineCodes).map(([code, says]) => [code, says]),
    ),
    '```\n--board:1:1: error MCH-002: there is no board "toaster"\n  hint: boards: generic-pc, generic-pc-32, …\n```',
  );
};
