import type { Diagnostic } from '../model/diagnostic.ts';
import type { Solution } from '../solution/solution.ts';
import { findDifference } from './difference.ts';
import { findMachineShortage } from './chosen-machine.ts';
import { findDeviceFaults } from './machine-devices.ts';
import type { MachineCode } from './machine-codes.ts';
import type { ReadTrace, TraceStep } from './read-trace.ts';
import { runSolution } from './run.ts';
import type { RunOptions, RunStep } from './run.ts';
import type { TraceCode } from './trace-codes.ts';
import { bootLine } from './trace-document.ts';
import type { TraceOf } from './trace-document.ts';
import { stepLine } from './trace.ts';
import type { JsonObject } from './trace.ts';
import { lineWords } from './line-words.ts';

/** Where a trace and the run that it is compared with part. */
export interface Parting {
  readonly step: number;
  /** The field that differs first, as a path: `events[0].verdict`. */
  readonly field: string;
  readonly trace: string;
  readonly run: string;
}

/** What a replay has come to, and the state in which it stopped. */
export interface Replay {
  /** Steps that are equal. */
  readonly steps: number;
  readonly parting: Parting | undefined;
  readonly describe: () => unknown;
}

const absent = 'nothing';

const partingOf = (
  { n, fields }: TraceStep,
  run: JsonObject,
  leave: readonly string[],
): Parting | undefined => {
  const found = findDifference(fields, run, leave);
  if (found === undefined) return undefined;
  const { path, left, right } = found;
  const told = (line: JsonObject | TraceStep['fields'], value: string): string =>
    `${lineWords(line)} (${path}: ${value})`;
  return { step: n, field: path, trace: told(fields, left), run: told(run, right) };
};

/** The trace has a step that the run has not, or the run goes on after the last of a whole trace. */
const endParting = (
  step: number,
  traced: TraceStep | undefined,
  run: JsonObject | undefined,
): Parting | undefined =>
  traced === undefined && run === undefined
    ? undefined
    : {
        step,
        field: '',
        trace: traced === undefined ? absent : lineWords(traced.fields),
        run: run === undefined ? absent : lineWords(run),
      };

const lineOf = (step: RunStep): JsonObject => stepLine(step.n, step, step.state);

/** What is not compared: digests of another version's states. */
const leftOut = (trace: ReadTrace, version: string): readonly string[] =>
  trace.head?.of.version === version ? [] : ['state'];

/**
 * Runs a solution again as a trace says, and compares step by step, up to the first difference or to
 * the step `to`.
 */
export const replay = (
  solution: Solution,
  trace: ReadTrace,
  options: RunOptions,
  { version, to = Infinity }: { readonly version: string; readonly to?: number | undefined },
): Replay => {
  const leave = leftOut(trace, version);
  const run = runSolution(solution, options);
  const [boot, ...steps] = trace.steps;
  let describe = run.describe;
  const parted = boot === undefined ? undefined : partingOf(boot, bootLine(run), leave);
  if (parted !== undefined) return { steps: 0, parting: parted, describe };
  let equal = 0;
  for (const step of to === 0 ? [] : run.steps) {
    const traced = steps[equal];
    const line = lineOf(step);
    const parting =
      traced === undefined ? endParting(step.n, traced, line) : partingOf(traced, line, leave);
    if (parting !== undefined) return { steps: equal, parting, describe: step.describe };
    ({ describe } = step);
    equal = step.n;
    if (equal === to) return { steps: equal, parting: undefined, describe };
  }
  const more = to === 0 ? undefined : endParting(equal + 1, steps[equal], undefined);
  return { steps: equal, parting: more, describe };
};

/** What is wrong with a trace for a solution, and with a step that is asked of it. */
export const checkTrace = (
  file: string,
  { head, steps }: ReadTrace,
  solution: Solution,
  { sha256 }: Pick<TraceOf, 'sha256'>,
  asked: number | undefined,
): readonly Diagnostic[] => {
  const found: Diagnostic[] = [];
  const tell = (
    code: TraceCode | MachineCode,
    severity: Diagnostic['severity'],
    message: string,
  ): void => {
    const at = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
    found.push({ code, severity, at, message });
  };
  if (head === undefined) return [];
  if (head.of.sha256 !== sha256) {
    const was = `${head.of.name} ${head.of.sha256.slice(0, 12)}`;
    tell(
      'TRC-004',
      'warning',
      `the trace is of ${was}, and the solution given is another: ${sha256.slice(0, 12)}`,
    );
  }
  const last = steps.length - 1;
  if (asked !== undefined && asked > last) {
    tell(
      'TRC-006',
      'error',
      `there is no step ${String(asked)}: the trace ends with step ${String(last)}`,
    );
  }
  const names = new Set(solution.processes.map(({ name }) => name));
  for (const { process } of head.options.faults ?? []) {
    if (!names.has(process))
      tell('TRC-007', 'error', `a fault is of "${process}", which is no process of the solution`);
  }
  const { machine } = head.options;
  const short = machine === undefined ? undefined : findMachineShortage(solution, machine);
  if (short !== undefined) tell(short.code, 'error', short.message);
  return machine === undefined ? found : [...found, ...findDeviceFaults(solution, machine)];
};
