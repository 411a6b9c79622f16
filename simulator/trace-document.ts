import { eventLine, stepLine } from './trace.ts';
import type { JsonObject } from './trace.ts';
import type { Run, RunOptions } from './run.ts';

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
  { seed, steps, forks = [], faults = [], machine }: RunOptions,
): JsonObject => ({
  refmon: 'trace/1',
  version,
  solution: { name, sha256 },
  kernel: 'micro',
  arch: machine?.arch ?? null,
  board: machine?.board ?? null,
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

/** The trace of a run, line by line (format trace/1). */
export const traceLines = (of: TraceOf, options: RunOptions, run: Run): readonly JsonObject[] => [
  headLine(of, options),
  bootLine(run),
  ...[...run.steps].map((step) => stepLine(step.n, step, step.state)),
];
