import { boards } from '../arch/boards/catalogue.ts';
import type { BoardName } from '../arch/boards/names.ts';
import type { Solution } from '../solution/solution.ts';
import { designChosen } from './chosen-machine.ts';
import type { DesignChosen } from './chosen-machine.ts';
import type { MachineSummary } from './machine-summary.ts';
import { runSolution } from './run.ts';
import type { GivenPrograms, RunOptions, RunStep } from './run.ts';
import { sumUp } from './summary.ts';
import { bootLine } from './trace-document.ts';
import { stepLine } from './trace.ts';

/** A solution with its programs, and how it is run. */
export interface Rehearsal {
  readonly solution: Solution;
  readonly options: RunOptions;
  readonly programs: GivenPrograms;
}

/**
 * A run as a whole.
 *
 * Shape: `lines` is a text a step, boot first: all that a trace tells of it but the digest of the state,
 *        which has the machine's own tables in it.
 */
export interface PlayedRun {
  readonly lines: readonly string[];
  readonly steps: readonly RunStep[];
  readonly machine: MachineSummary | undefined;
}

const played = (
  { solution, options, programs }: Rehearsal,
  design: DesignChosen = designChosen,
): PlayedRun => {
  const run = runSolution(solution, options, programs, design);
  const summing = sumUp(run, options);
  const steps: RunStep[] = [];
  for (const step of run.steps) {
    summing.add(step);
    steps.push(step);
  }
  const lines = [
    { ...bootLine(run), state: '' },
    ...steps.map((step) => stepLine(step.n, step, '')),
  ].map((line) => JSON.stringify(line));
  return { lines, steps, machine: summing.done().machine };
};

/** The run on the abstract machine, which others are compared with. */
export const playAbstract = (rehearsal: Rehearsal): PlayedRun => played(rehearsal);

/** The same run on a board. */
export const playOnBoard = (
  rehearsal: Rehearsal,
  name: BoardName,
  design?: DesignChosen,
): PlayedRun => {
  const machine = { arch: boards[name].arch, board: name };
  return played({ ...rehearsal, options: { ...rehearsal.options, machine } }, design);
};

/** The first step in which two runs differ; boot is step 0. */
export const findDifferingStep = (one: PlayedRun, other: PlayedRun): number | undefined => {
  const most = Math.max(one.lines.length, other.lines.length);
  const found = Array.from({ length: most }, (_, n) => n).find(
    (n) => one.lines[n] !== other.lines[n],
  );
  return found;
};
