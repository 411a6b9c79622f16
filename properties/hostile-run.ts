import { at } from '../model/defect.ts';
import type { SecurityModule } from '../model/security.ts';
import type { Action, Judged } from '../model/step.ts';
import { anyKernel, running } from '../kernel/kernel.ts';
import type { Kernel, KernelDesign, Limits } from '../kernel/kernel.ts';
import { makeMicro } from '../kernel/micro/micro.ts';
import { compile } from '../kss/compiled/compile.ts';
import type { Solution } from '../solution/solution.ts';
import { hostileIntent } from './generate/hostile.ts';
import { makeObserver, overhear } from './observed-step.ts';
import type { ObservedStep } from './observed-step.ts';

/** Limits small enough that runs reach them. */
export const sampledLimits: Limits = {
  ...running,
  processes: 2,
  threads: 2,
  handles: 9,
  transfers: 2,
  resources: 4,
  frames: 6,
  pages: 8,
  queue: 1,
  subscriptions: 2,
  variables: 2,
  connections: 5,
  ticks: 2,
  auditRecords: 4,
};

/** What is run: a kernel of some design, and the engine that it is given. Either may have a planted hole. */
export interface Planted {
  readonly design?: KernelDesign;
  readonly engine?: <Context extends object>(
    honest: SecurityModule<Context>,
  ) => SecurityModule<Context>;
}

/** The reference kernel as it is. */
export const micro: KernelDesign = (system) => anyKernel(makeMicro()(system));

/** Told of a run as it goes; it ends where `step` says so. */
export interface Spectator {
  /** The system has booted, at first or anew. */
  readonly boot: (events: readonly Judged[]) => void;
  readonly step: (step: ObservedStep) => 'on' | 'end';
}

/** What happens next: time passes, one time in 16 where a wait ends with it, or a ready thread acts. */
const chosen = <State>(kernel: Kernel<State>, state: State, choice: number): Action => {
  const ready = kernel.ready(state);
  if (ready.length === 0 || (choice % 16 === 0 && kernel.isTimed(state))) return { kind: 'tick' };
  const which = Math.floor(choice / 16);
  const by = at(ready, which % ready.length);
  return { ...hostileIntent(kernel.facts(state), by, Math.floor(which / ready.length)), by };
};

/**
 * A run of a solution in which every thread tries anything: each choice is a number that picks a ready
 * thread and an intent. Where nobody can act any more the system boots anew; where nobody ever can, nothing
 * is run.
 */
export const runHostile = (
  solution: Solution,
  choices: Iterable<number>,
  { design = micro, engine = (honest) => honest }: Planted,
  spectator: Spectator,
): void => {
  const { security, take } = overhear(engine(compile(solution).module));
  design({ solution, security, limits: sampledLimits })((kernel) => {
    const booted = kernel.boot();
    take();
    if (kernel.ready(booted.state).length === 0) return;
    const observe = makeObserver(kernel, take);
    let { state } = booted;
    spectator.boot(booted.events);
    for (const choice of choices) {
      if (kernel.ready(state).length === 0 && !kernel.isTimed(state)) {
        ({ state } = booted);
        spectator.boot(booted.events);
      }
      const action = chosen(kernel, state, choice);
      const step = kernel.step(state, action);
      if (spectator.step(observe(state, action, step)) === 'end') return;
      state = step.next;
    }
  });
};
