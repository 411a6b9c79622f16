import { eventLine, stepLine } from './trace.ts';
import type { JsonObject } from './trace.ts';
import type { Run, RunOptions, RunStep } from './run.ts';

/** What a trace is of: its solution, and the version of the model, under which digests compare. */
export interface TraceOf {
  readonly name: string;
  /** SHA-256 of the solution's files. */
  readonly sha256: string;
  readonly version: string;
}

/** The first line of a trace: all that the run depends on. */
export const headLine = (
  { name, sha256, version }: TraceOf,
  { seed, steps, forks = [], faults = [] }: RunOptions,
): JsonObject => ({
  refmon: 'trace/1',
  version,
  solution: { name, sha256 },
  kernel: 'micro',
  arch: null,
  board: null,
  seed,
  options: {
    steps,
    ...(forks.length === 0 ? {} : { forks: forks.map((fork) => ({ ...fork })) }),
    ...(faults.length === 0 ? {} : { faults: faults.map((fault) => ({ ...fault })) }),
  },
});

/** Boot as a line of a trace. */
export const bootLine = ({ boot, halted, state }: Run): JsonObject => ({
  n: 0,
  action: { kind: 'boot' },
  events: boot.map(eventLine),
  outcome: { kind: halted ? 'halted' : 'done' },
  completions: [],
  state,
});

/** A whole trace, line by line (format trace/1), of steps that were made. */
export const traceLinesOf = (
  of: TraceOf,
  options: RunOptions,
  run: Run,
  steps: Iterable<RunStep>,
): readonly JsonObject[] => [
  headLine(of, options),
  bootLine(run),
  ...[...steps].map((step) => stepLine(step.n, step, step.state)),
];

/** The trace of a run. */
export const traceLines = (of: TraceOf, options: RunOptions, run: Run): readonly JsonObject[] =>
  traceLinesOf(of, options, run, run.steps);
