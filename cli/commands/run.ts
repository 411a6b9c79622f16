import { faultWords } from '../../simulator/random-faults.ts';
import { runSolution } from '../../simulator/run.ts';
import type { Run, RunOptions, RunStep } from '../../simulator/run.ts';
import { sumUp, summaryLines } from '../../simulator/summary.ts';
import type { Summing } from '../../simulator/summary.ts';
import { bootLine, headLine } from '../../simulator/trace-document.ts';
import { stepLine } from '../../simulator/trace.ts';
import type { JsonObject } from '../../simulator/trace.ts';
import { stepWords } from '../../simulator/step-words.ts';
import { visible } from '../../reports/visible.ts';
import { describeEvent } from '../../kss/pal.ts';
import type { Judged } from '../../model/step.ts';
import { exits } from '../failure.ts';
import type { Exit } from '../failure.ts';
import type { Output } from '../output.ts';
import { readMachine } from '../machine-choice.ts';
import type { NamedMachine } from '../machine-choice.ts';
import { readFaults } from '../read-faults.ts';
import { traceOf, traceText } from '../trace-of.ts';
import { watchRun } from '../watch.ts';
import { faultInDiagramName, writeDiagram } from '../write-diagram.ts';
import { refuse } from '../with-solution.ts';
import type { Given } from '../with-solution.ts';
import { writeText } from '../write-file.ts';

export interface RunChoice extends NamedMachine {
  readonly seed: number;
  readonly steps: number;
  /** A file, or a number of random faults. */
  readonly faults?: string;
  readonly trace?: string;
  /** A file .svg or .txt. */
  readonly diagram?: string;
  /** A live view, so many milliseconds a step. */
  readonly watch?: number;
  /** False with `--no-color`. */
  readonly color?: boolean;
}

/** Most steps that a trace, a diagram or a JSON document tells of: what is kept of them grows with each. */
export const mostTold = 200_000;

const bootWords = ({ event, verdict }: Judged): string =>
  `  ${describeEvent(event)}: ${verdict.kind === 'granted' ? 'granted' : `denied (${verdict.because})`}`;

const tellBoot = (run: Run, options: RunOptions, output: Output): void => {
  output.say('boot');
  for (const fault of options.faults ?? [])
    if (fault.at === 0) output.say(`      fault: ${faultWords(fault)}`);
  for (const judged of run.boot) output.say(bootWords(judged));
  if (run.halted) output.say('the system halts: the kernel or Einit is denied');
};

const tellStep = (step: RunStep, output: Output): void => {
  for (const fault of step.came ?? []) output.say(`      fault: ${faultWords(fault)}`);
  output.say(`${String(step.n).padStart(4)}  ${visible(stepWords(step))}`);
  for (const why of step.broken) output.say(`      broken: ${visible(why)}`);
};

/** What a run leaves: its summary, its trace and its diagram. */
const finish = (given: Given, choice: RunChoice, played: PlayedRun, output: Output): Exit => {
  const { started, lines, steps, summing } = played;
  const summary = summing.done();
  for (const line of summaryLines(summary)) output.say(line);
  const { trace, diagram } = choice;
  const unwritten = trace === undefined ? undefined : writeText(trace, traceText(lines));
  const fault = unwritten ?? writeDiagram(given, steps, diagram);
  if (fault !== undefined) return refuse(output, fault.diagnostics, new Map());
  const isKept = summary.broken.length === 0;
  output.sayJson({ ok: !started.halted && isKept, summary, trace: lines });
  return isKept ? exits.fine : exits.fault;
};

/** Shape: `lines` of the trace, and `steps` to be drawn, as far as they are asked for: a state hangs on each step. */
interface PlayedRun {
  readonly started: Run;
  readonly summing: Summing;
  readonly lines: JsonObject[];
  readonly steps: RunStep[];
}

/** A run that has booted, and whoever sees its steps. */
const watched = (
  given: Given,
  choice: RunChoice,
  options: RunOptions,
  output: Output,
): { readonly played: PlayedRun; readonly see: (step: RunStep) => void } => {
  const started = runSolution(given.solution, options);
  const isTraced = choice.trace !== undefined || output.json;
  const played: PlayedRun = {
    started,
    summing: sumUp(started, options),
    lines: isTraced ? [headLine(traceOf(given), options), bootLine(started)] : [],
    steps: [],
  };
  const see = (step: RunStep): void => {
    played.summing.add(step);
    if (isTraced) played.lines.push(stepLine(step.n, step, step.state));
    if (choice.diagram !== undefined) played.steps.push(step);
  };
  return { played, see };
};

/** Can a live view be shown? It is said where it cannot. */
const canWatch = ({ watch }: RunChoice, output: Output): boolean => {
  if (watch === undefined) return false;
  if (process.stdout.isTTY && !output.json) return true;
  output.note('--watch needs a terminal as standard output; the steps are told instead');
  return false;
};

/** `refmon run SOLUTION`: boots and simulates; the verdicts do not change the exit status, a broken contract does. */
export const run = (given: Given, choice: RunChoice, output: Output): Exit | Promise<Exit> => {
  const misnamed = faultInDiagramName(choice.diagram);
  if (misnamed !== undefined) return refuse(output, misnamed.diagnostics, new Map());
  const read = readFaults(given, choice.faults, choice);
  if (read.kind === 'faulty') return refuse(output, read.diagnostics, read.texts);
  const chosen = readMachine(given, choice);
  if (chosen.kind === 'faulty') return refuse(output, chosen.diagnostics, new Map());
  const { machine } = chosen;
  const options = {
    seed: choice.seed,
    steps: choice.steps,
    faults: read.faults,
    ...(machine === undefined ? {} : { machine }),
  };
  const { played, see } = watched(given, choice, options, output);
  const { started } = played;
  if (canWatch(choice, output)) {
    const view = {
      title: given.solution.name,
      color:
        process.stdout.isTTY && process.env['NO_COLOR'] === undefined && choice.color !== false,
      delay: choice.watch ?? 0,
    };
    return watchRun(started, view, see).then(() => finish(given, choice, played, output));
  }
  tellBoot(started, options, output);
  for (const step of started.steps) {
    tellStep(step, output);
    see(step);
  }
  return finish(given, choice, played, output);
};
