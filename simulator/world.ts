import { component, within } from '../model/component.ts';
import type { Component } from '../model/component.ts';
import { at } from '../model/defect.ts';
import type { Explorable } from '../model/explore.ts';
import type { ThreadId } from '../model/ids.ts';
import { runProgram } from '../model/running.ts';
import type { RunningMonitor, RunningProgram } from '../model/running.ts';
import { isByThread } from '../model/step.ts';
import type { Action, Outcome, Report, Started } from '../model/step.ts';
import type { Kernel } from '../kernel/kernel.ts';

/** What runs: a kernel's state, the program of each thread, and the monitors of the history. */
export interface World<State> {
  readonly kernel: State;
  /** By the place of a thread; an idle one where there is none. */
  readonly programs: readonly RunningProgram[];
  readonly monitors: readonly RunningMonitor[];
}

/** A world's first state and its step; what explorers, schedulers and properties drive. */
export interface Simulation<State> {
  readonly kernel: Kernel<State>;
  readonly initial: World<State>;
  /** Every action that some ready thread may choose, thread by thread. */
  readonly offers: (world: World<State>) => readonly Action[];
  readonly step: (
    world: World<State>,
    action: Action,
  ) => { readonly next: World<State>; readonly report: Report };
}

const told = (
  programs: readonly RunningProgram[],
  of: ThreadId,
  outcome: Outcome,
): readonly RunningProgram[] => {
  const program = at(programs, of);
  const next = program.observe(outcome);
  return next === program ? programs : programs.map((old, thread) => (thread === of ? next : old));
};

const tell = (
  programs: readonly RunningProgram[],
  action: Action,
  { outcome, completions }: Report,
): readonly RunningProgram[] => {
  const actor =
    outcome.kind === 'blocked' || !isByThread(action)
      ? programs
      : told(programs, action.by, outcome);
  return completions.reduce((all, one) => told(all, one.of, one.outcome), actor);
};

/** The programs of threads that have ended give way, and those of threads that begin are put there. */
const replaced = (
  programs: readonly RunningProgram[],
  { started, ended }: Report,
  programOf: (thread: Started) => RunningProgram,
): readonly RunningProgram[] => {
  if (started.length === 0 && ended.length === 0) return programs;
  const next = [...programs];
  for (const thread of ended) next[thread] = idle;
  for (const thread of started) next[thread.thread] = programOf(thread);
  return next;
};

const advance = (
  monitors: readonly RunningMonitor[],
  action: Action,
  report: Report,
): readonly RunningMonitor[] => {
  const next = monitors.map((monitor) => monitor.advance(action, report));
  return next.every((monitor, index) => monitor === monitors[index]) ? monitors : next;
};

/** The program of no thread. */
const idle = runProgram<null>({
  initial: null,
  choose: () => [],
  observe: (local) => local,
  encode: () => undefined,
});

const bootPrograms = <State>(
  kernel: Kernel<State>,
  booted: State,
  programOf: (thread: Started) => RunningProgram,
): readonly RunningProgram[] => {
  const programs = Array.from({ length: kernel.threads }, () => idle);
  for (const { thread, process } of kernel.facts(booted).threads)
    programs[thread] = programOf({ thread, process, entry: 0 });
  return programs;
};

/**
 * Puts programs and monitors around a kernel. A thread learns how its action ended when it has; one that
 * begins gets its program from `programOf`, whether at boot or later.
 */
export const simulate = <State>(
  kernel: Kernel<State>,
  booted: State,
  programOf: (thread: Started) => RunningProgram,
  monitors: readonly RunningMonitor[],
): Simulation<State> => ({
  kernel,
  initial: { kernel: booted, programs: bootPrograms(kernel, booted, programOf), monitors },
  offers: (world) => {
    const chosen = kernel.ready(world.kernel).flatMap((by) =>
      at(world.programs, by)
        .choose()
        .map((intent): Action => ({ ...intent, by })),
    );
    return kernel.isTimed(world.kernel) ? [...chosen, { kind: 'tick' }] : chosen;
  },
  step: (world, action) => {
    const { next, ...report } = kernel.step(world.kernel, action);
    const programs = replaced(tell(world.programs, action, report), report, programOf);
    const moved = advance(world.monitors, action, report);
    const isSame = next === world.kernel && programs === world.programs && moved === world.monitors;
    return {
      next: isSame ? world : { kernel: next, programs, monitors: moved },
      report,
    };
  },
});

const componentsOf = <State>({
  kernel,
  initial,
}: Simulation<State>): readonly Component<World<State>>[] => [
  ...kernel.components.map((part) => within(part, (world: World<State>) => world.kernel)),
  ...initial.programs.map((_, thread) =>
    component(
      `program ${String(thread)}`,
      (world: World<State>) => at(world.programs, thread),
      (program, writer) => {
        program.encode(writer);
      },
    ),
  ),
  ...initial.monitors.map(({ name }, index) =>
    component(
      name,
      (world: World<State>) => at(world.monitors, index),
      (monitor, writer) => {
        monitor.encode(writer);
      },
    ),
  ),
];

/** `call denied`, `recv done`: an action and how it ended, as counts name it. */
export const edgeName = (action: Action, { outcome }: Report): string => {
  const ended = outcome.kind === 'refused' ? `refused ${outcome.because}` : outcome.kind;
  return `${action.kind} ${ended}`;
};

/** The same simulation as a space to be searched. */
export const explorable = <State>(
  simulation: Simulation<State>,
): Explorable<World<State>, Action> => ({
  initial: simulation.initial,
  components: componentsOf(simulation),
  offers: simulation.offers,
  step: (world, action) => {
    const { next, report } = simulation.step(world, action);
    return { next, name: edgeName(action, report) };
  },
  broken: ({ monitors }) =>
    monitors.flatMap(({ name, broken }) => (broken === undefined ? [] : [name])),
});
