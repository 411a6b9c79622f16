import { eventLine, stepLine, stepWords } from '../../simulator/trace.ts';
import { digestFiles } from '../../simulator/digest.ts';
import { inputTexts } from '../../solution/load.ts';
import { runSolution } from '../../simulator/run.ts';
import type { Run } from '../../simulator/run.ts';
import { describeEvent } from '../../kss/pal.ts';
import type { Judged } from '../../model/step.ts';
import { exits } from '../failure.ts';
import type { Exit } from '../failure.ts';
import { diagnosticJson } from '../output.ts';
import type { Output } from '../output.ts';
import type { Given } from '../with-solution.ts';
import { writeText } from '../write-file.ts';

export interface RunChoice {
  readonly seed: number;
  readonly steps: number;
  readonly trace?: string;
}

const bootWords = ({ event, verdict }: Judged): string =>
  `  ${describeEvent(event)}: ${verdict.kind === 'granted' ? 'granted' : `denied (${verdict.because})`}`;

/** First line, boot, then a line a step. */
const traceLines = (given: Given, { seed, steps }: RunChoice, run: Run): readonly unknown[] => {
  const { input } = given;
  const head = {
    refmon: 'trace/1',
    solution: { name: input.name, sha256: digestFiles(inputTexts(input)) },
    kernel: 'micro',
    arch: null,
    board: null,
    seed,
    options: { steps },
  };
  const boot = {
    n: 0,
    action: { kind: 'boot' },
    events: run.boot.map(eventLine),
    outcome: { kind: run.halted ? 'halted' : 'done' },
    completions: [],
    state: run.state,
  };
  return [head, boot, ...[...run.steps].map((step) => stepLine(step.n, step, step.state))];
};

const tell = (run: Run, output: Output): void => {
  output.say('boot');
  for (const judged of run.boot) output.say(bootWords(judged));
  if (run.halted) output.say('the system halts: the kernel or Einit is denied');
  let last = 0;
  for (const step of run.steps) {
    output.say(`${String(step.n).padStart(4)}  ${stepWords(step)}`);
    last = step.n;
  }
  if (!run.halted) output.say(`${String(last)} steps`);
};

/** `refmon run SOLUTION`: boots and simulates; the verdicts do not change the exit status. */
export const run = (given: Given, choice: RunChoice, output: Output): Exit => {
  const started = runSolution(given.solution, choice);
  if (choice.trace !== undefined || output.json) {
    const lines = traceLines(given, choice, started).map((line) => JSON.stringify(line));
    const fault =
      choice.trace === undefined ? undefined : writeText(choice.trace, `${lines.join('\n')}\n`);
    if (fault !== undefined) {
      output.tell(fault.diagnostics, new Map());
      output.sayJson({ ok: false, diagnostics: fault.diagnostics.map(diagnosticJson) });
      return exits.fault;
    }
    output.sayJson({ ok: !started.halted, trace: lines.map((line): unknown => JSON.parse(line)) });
  }
  if (!output.json) tell(started, output);
  return exits.fine;
};
