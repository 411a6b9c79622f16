import type { Unreadable } from '../library/node/unreadable.ts';
import { unreadable } from '../library/node/unreadable.ts';
import { runDiagram, runText } from '../reports/run-diagram.ts';
import type { RunStep } from '../simulator/run.ts';
import { actorOf } from '../simulator/trace.ts';
import type { Given } from './with-solution.ts';
import { writeText } from './write-file.ts';

/** Is it a kind of file that a run can be drawn as? */
export const faultInDiagramName = (file: string | undefined): Unreadable | undefined =>
  file === undefined || /\.(?:svg|txt)$/.test(file)
    ? undefined
    : unreadable(file, 'a diagram is written as a file .svg or .txt');

/** Draws a run: as a picture or as text, by the end of the file's name. */
export const writeDiagram = (
  { solution }: Given,
  steps: readonly RunStep[],
  file: string | undefined,
): Unreadable | undefined => {
  if (file === undefined) return undefined;
  const order = solution.processes.map(({ name }) => name);
  const traced = steps.map((step) => ({ ...step, by: step.process ?? actorOf(step) }));
  const text = file.endsWith('.svg')
    ? runDiagram(order, traced, `a run of ${solution.name}`)
    : runText(order, traced);
  return writeText(file, text);
};
