import { setTimeout as sleep } from 'node:timers/promises';
import { watchFrame } from '../reports/watch-frame.ts';
import type { FrameLook, WatchedStep } from '../reports/watch-frame.ts';
import type { Run, RunStep } from '../simulator/run.ts';
import { stepWords } from '../simulator/step-words.ts';

/** Home, and all below it cleared. */
const again = '\u001b[H\u001b[J';

/** Steps that are kept to be shown. */
const mostKept = 200;

const lookOf = (color: boolean): FrameLook => ({
  width: process.stdout.columns,
  height: process.stdout.rows - 1,
  paint: color ? 'colours' : 'plain',
});

const watched = (step: RunStep): WatchedStep => ({
  n: step.n,
  words: stepWords(step),
  verdict: step.report.events.at(-1)?.verdict.kind,
});

export interface WatchChoice {
  readonly title: string;
  /** Units: milliseconds between two steps. */
  readonly delay: number;
  readonly color: boolean;
}

/** Shows a run in the terminal as it goes; each step is told to `see` as well. */
export const watchRun = async (
  run: Run,
  { title, delay, color }: WatchChoice,
  see: (step: RunStep) => void,
): Promise<void> => {
  const recent: WatchedStep[] = [];
  for (const step of run.steps) {
    see(step);
    recent.push(watched(step));
    if (recent.length > mostKept) recent.shift();
    const { n, ticks, facts } = step;
    const frame = watchFrame({ title, step: n, ticks, facts: facts(), recent }, lookOf(color));
    process.stdout.write(`${again}${frame.join('\n')}\n`);
    await sleep(delay);
  }
};
