import { hasErrors } from '../../model/diagnostic.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { plain } from '../../simulator/plain.ts';
import { readTrace } from '../../simulator/read-trace.ts';
import type { ReadTrace } from '../../simulator/read-trace.ts';
import { checkTrace, replay as replayTrace } from '../../simulator/replay.ts';
import type { Replay } from '../../simulator/replay.ts';
import { runSolution } from '../../simulator/run.ts';
import type { RunOptions } from '../../simulator/run.ts';
import { traceLines } from '../../simulator/trace-document.ts';
import { stepWords } from '../../simulator/step-words.ts';
import { visible } from '../../reports/visible.ts';
import { exits } from '../failure.ts';
import type { Exit } from '../failure.ts';
import { diagnosticJson } from '../output.ts';
import type { Output } from '../output.ts';
import { traceOf, traceText } from '../trace-of.ts';
import { refuse } from '../with-solution.ts';
import type { Given } from '../with-solution.ts';
import { writeText } from '../write-file.ts';

/** A fork goes on from the step `after`, with other choices. */
export interface ForkChoice {
  readonly after: number;
  readonly seed: number;
  readonly steps: number | undefined;
  readonly trace: string | undefined;
}

export interface ReplayChoice {
  /** As the user named it, and what stands in it. */
  readonly file: string;
  readonly text: string;
  readonly to: number | undefined;
  readonly fork: ForkChoice | undefined;
}

interface Replaying {
  readonly given: Given;
  readonly choice: ReplayChoice;
  readonly trace: ReadTrace;
  readonly options: RunOptions;
  readonly warnings: readonly Diagnostic[];
  readonly output: Output;
}

const tellParting = ({ parting }: Replay, output: Output): void => {
  if (parting === undefined) return;
  output.say(`step ${String(parting.step)} differs`);
  output.say(`  the trace says: ${visible(parting.trace)}`);
  output.say(`  what happened:  ${visible(parting.run)}`);
};

/** The run with another seed from a step on: told from there, and written as a trace of its own. */
const goOn = (replaying: Replaying, fork: ForkChoice): Exit => {
  const { given, options, output } = replaying;
  const { after, seed, steps = options.steps, trace } = fork;
  const before = (options.forks ?? []).filter((one) => one.after < after);
  const forked: RunOptions = { ...options, steps, forks: [...before, { after, seed }] };
  const made = runSolution(given.solution, forked);
  for (const step of made.steps) {
    if (step.n > after) output.say(`${String(step.n).padStart(4)}  ${visible(stepWords(step))}`);
  }
  const lines = traceLines(traceOf(given), forked, made);
  const fault = trace === undefined ? undefined : writeText(trace, traceText(lines));
  if (fault !== undefined) return refuse(output, fault.diagnostics, new Map());
  output.sayJson({ ok: true, steps: after, difference: null, trace: lines });
  return exits.fine;
};

const tellEnd = ({ choice, warnings, output }: Replaying, found: Replay): Exit => {
  const { parting, steps } = found;
  tellParting(found, output);
  if (parting === undefined) output.say(`${String(steps)} steps are as the trace says`);
  const isShown = choice.to !== undefined;
  if (isShown) output.say(JSON.stringify(plain(found.describe()), undefined, 2));
  output.sayJson({
    ok: parting === undefined,
    steps,
    difference: parting ?? null,
    diagnostics: warnings.map(diagnosticJson),
    ...(isShown ? { state: plain(found.describe()) } : {}),
  });
  return parting === undefined ? exits.fine : exits.fault;
};

/** `refmon replay TRACE --solution SOLUTION`: runs again, and stops at the first difference. */
export const replay = (given: Given, choice: ReplayChoice, output: Output): Exit => {
  const { file, text, to, fork } = choice;
  const trace = readTrace(file, text);
  const of = traceOf(given);
  const asked = fork?.after ?? to;
  const found = [...trace.diagnostics, ...checkTrace(file, trace, given.solution, of, asked)];
  const texts = new Map([[file, text]]);
  const { head } = trace;
  if (head === undefined || hasErrors(found)) return refuse(output, found, texts);
  output.tell(found, texts);
  const { options } = head;
  const until = { version: of.version, to: asked };
  const compared = replayTrace(given.solution, trace, options, until);
  const replaying = { given, choice, trace, options, warnings: found, output };
  return fork === undefined || compared.parting !== undefined
    ? tellEnd(replaying, compared)
    : goOn(replaying, fork);
};
