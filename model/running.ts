import type { Intent, Action, Outcome, Report } from './step.ts';
import type { Writer } from './writer.ts';

/**
 * What a thread does, as a pure function of what it saw.
 *
 * Shape: `choose` lists the intents between which the thread is free; none is idling for ever.
 *        `encode` is canonical for Local.
 */
export interface Program<Local> {
  readonly initial: Local;
  readonly choose: (local: Local) => readonly Intent[];
  readonly observe: (local: Local, outcome: Outcome) => Local;
  readonly encode: (local: Local, writer: Writer) => void;
}

/** A program at some point of its run, with its Local hidden. */
export interface RunningProgram {
  readonly choose: () => readonly Intent[];
  readonly observe: (outcome: Outcome) => RunningProgram;
  readonly encode: (writer: Writer) => void;
}

export const runProgram = <Local>(
  program: Program<Local>,
  local: Local = program.initial,
): RunningProgram => {
  const self: RunningProgram = {
    choose: () => program.choose(local),
    observe: (outcome) => {
      const next = program.observe(local, outcome);
      return next === local ? self : runProgram(program, next);
    },
    encode: (writer) => {
      program.encode(local, writer);
    },
  };
  return self;
};

/**
 * A property of history: a state beside the system's, moved by every step.
 *
 * Result: `broken` says in words what went wrong, once it has; `encode` is canonical for State.
 */
export interface Monitor<State> {
  readonly name: string;
  readonly initial: State;
  readonly advance: (state: State, action: Action, report: Report) => State;
  readonly broken: (state: State) => string | undefined;
  readonly encode: (state: State, writer: Writer) => void;
}

/** A monitor at some point of a run, with its state hidden. */
export interface RunningMonitor {
  readonly name: string;
  readonly advance: (action: Action, report: Report) => RunningMonitor;
  readonly broken: string | undefined;
  readonly encode: (writer: Writer) => void;
}

export const runMonitor = <State>(
  monitor: Monitor<State>,
  state: State = monitor.initial,
): RunningMonitor => {
  const self: RunningMonitor = {
    name: monitor.name,
    broken: monitor.broken(state),
    advance: (action, report) => {
      const next = monitor.advance(state, action, report);
      return next === state ? self : runMonitor(monitor, next);
    },
    encode: (writer) => {
      monitor.encode(state, writer);
    },
  };
  return self;
};
