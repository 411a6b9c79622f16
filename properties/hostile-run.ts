import { abstractMachine } from '../arch/machine/design.ts';
import { at } from '../model/defect.ts';
import type { SecurityModule } from '../model/security.ts';
import { isAccess, isByThread } from '../model/step.ts';
import type { Action, Judged } from '../model/step.ts';
import { anyKernel, running } from '../kernel/kernel.ts';
import type { Booted, Kernel, KernelDesign, Limits } from '../kernel/kernel.ts';
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

/** Cores enough that one may keep what another was told is gone. */
const sampledCores = { cores: 2, shootdown: 'delayed' } as const;

/** What is run: a kernel of some design, and the engine that it is given. Either may have a planted hole. */
export interface Planted {
  readonly design?: KernelDesign;
  readonly engine?: <Context extends object>(
    honest: SecurityModule<Context>,
  ) => SecurityModule<Context>;
  /** What threads try; anything, if nothing is said. */
  readonly intent?: typeof hostileIntent;
}

/** The reference kernel as it is. */
export const micro: KernelDesign = (system) => anyKernel(makeMicro()(system));

/** Told of a run as it goes; it ends where `step` says so. */
export interface Spectator {
  /** The system has booted, at first or anew. */
  readonly boot: (events: readonly Judged[]) => void;
  readonly step: (step: ObservedStep) => 'on' | 'end';
}

/**
 * What happens next: time passes, one time in 16 where a wait ends with it, a core forgets what it was asked to, as seldom,
 * or a ready thread acts on some core.
 */
const chosen = <State>(
  kernel: Kernel<State>,
  state: State,
  choice: number,
  intent: typeof hostileIntent,
): Action => {
  const ready = kernel.ready(state);
  if (ready.length === 0 || (choice % 16 === 0 && kernel.isTimed(state))) return { kind: 'tick' };
  const which = Math.floor(choice / 16);
  const invalidating = kernel.invalidating(state);
  if (choice % 16 === 1 && invalidating.length > 0)
    return { kind: 'completeInvalidation', core: at(invalidating, which % invalidating.length) };
  const by = at(ready, which % ready.length);
  const core = choice % 3 === 0 ? 1 : 0;
  return { core, ...intent(kernel.facts(state), by, Math.floor(which / ready.length)), by };
};

/** Whether an action can be taken: who acts is ready, and a core has kept what an access goes by. */
const isPossible = <State>(kernel: Kernel<State>, state: State, action: Action): boolean => {
  if (!isByThread(action)) return true;
  if (!kernel.ready(state).includes(action.by)) return false;
  if (!isAccess(action) || (action.way ?? 0) === 0) return true;
  const { threads, reach } = kernel.facts(state);
  const self = threads.find(({ thread }) => thread === action.by)?.process;
  return reach.some(
    ({ process, kind, way, core, address }) =>
      process === self &&
      kind === action.kind &&
      way === action.way &&
      core === action.core &&
      address === action.address - (action.address % keptBytes),
  );
};

/** Units: bytes of what a core keeps of one walk: a page of the machine of these runs. */
const keptBytes = 0x1000;

/** Boots a system and gives it, observed, to a run; where nobody can ever act, nothing is run. */
const withSystem = (
  solution: Solution,
  { design = micro, engine = (honest) => honest }: Planted,
  spectator: Spectator,
  run: <State extends object>(
    kernel: Kernel<State>,
    booted: Booted<State>,
    take: (state: State, action: Action) => State | undefined,
  ) => void,
): void => {
  const { security, take } = overhear(engine(compile(solution).module));
  const machine = abstractMachine(sampledCores);
  design({ solution, security, limits: sampledLimits, machine })((kernel) => {
    const booted = kernel.boot();
    take();
    if (kernel.ready(booted.state).length === 0) return;
    const observe = makeObserver(kernel, take);
    spectator.boot(booted.events);
    run(kernel, booted, (state, action) => {
      const step = kernel.step(state, action);
      return spectator.step(observe(state, action, step)) === 'end' ? undefined : step.next;
    });
  });
};

/**
 * A run of a solution in which every thread tries anything: each choice is a number that picks a ready
 * thread and an intent. Where nobody can act any more the system boots anew; where nobody ever can, nothing
 * is run.
 */
export const runHostile = (
  solution: Solution,
  choices: Iterable<number>,
  planted: Planted,
  spectator: Spectator,
): void => {
  const { intent = hostileIntent } = planted;
  withSystem(solution, planted, spectator, (kernel, booted, take) => {
    let { state } = booted;
    for (const choice of choices) {
      if (kernel.ready(state).length === 0 && !kernel.isTimed(state)) {
        ({ state } = booted);
        spectator.boot(booted.events);
      }
      const next = take(state, chosen(kernel, state, choice, intent));
      if (next === undefined) return;
      state = next;
    }
  });
};

/** The same run again, of its actions, some of which may have been left out: it ends before one that cannot be taken. */
export const runActions = (
  solution: Solution,
  actions: readonly Action[],
  planted: Planted,
  spectator: Spectator,
): void => {
  withSystem(solution, planted, spectator, (kernel, booted, take) => {
    let { state } = booted;
    for (const action of actions) {
      const next = isPossible(kernel, state, action) ? take(state, action) : undefined;
      if (next === undefined) return;
      state = next;
    }
  });
};
