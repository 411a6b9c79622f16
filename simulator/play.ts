import { Defect, at } from '../model/defect.ts';
import type { ThreadId } from '../model/ids.ts';
import type { Action, Report } from '../model/step.ts';
import type { Facts, ScheduledKernel } from '../kernel/kernel.ts';
import type { Solution } from '../solution/solution.ts';
import type { Fault, FaultKind } from '../solution/yaml/faults.ts';
import { answered, deviceOffers, pickDevice } from './device-play.ts';
import type { DeviceOffer } from './device-play.ts';
import {
  afterFault,
  disguised,
  endsNow,
  noStrikes,
  offersUnder,
  withFaults,
} from './fault-play.ts';
import type { Offer, Strikes } from './fault-play.ts';
import { fetchCode } from './fetch-code.ts';
import type { Placing } from './fetch-code.ts';
import type { RandomStream } from './random.ts';
import { noTurns, pickThread } from './turns.ts';
import type { ReadyThread, Turns } from './turns.ts';
import type { Simulation, World } from './world.ts';

/**
 * A run at some point.
 *
 * Units: `ticks` that have passed, which is what the clock shows; `untilTick` counts steps.
 */
export interface Playing<State> {
  readonly world: World<State>;
  readonly turns: Turns;
  readonly strikes: Strikes;
  readonly ticks: number;
  readonly untilTick: number;
}

/** One step of a run: what was done, by which fault if by one, and what came of it. */
export interface Played<State> {
  readonly next: Playing<State>;
  readonly action: Action;
  /** Whose thread acted; absent for time and devices. */
  readonly process: string | undefined;
  /** The device that acted, by name. */
  readonly device?: string;
  readonly fault: FaultKind | undefined;
  readonly report: Report;
}

/** What is played: the same for the whole run. */
export interface Stage<State> {
  readonly kernel: ScheduledKernel<State>;
  readonly simulation: Simulation<State>;
  readonly solution: Solution;
  /** Absent where no machine was chosen: nothing is fetched. */
  readonly placing: Placing | undefined;
}

/** Units: steps between two ticks, where somebody can act all the time. */
export const stepsPerTick = 16;

export const startPlaying = <State>({ initial }: Simulation<State>): Playing<State> => ({
  world: initial,
  turns: noTurns,
  strikes: noStrikes,
  ticks: 0,
  untilTick: stepsPerTick,
});

/** A thread that can act, its process, and what it offers. */
interface Actor extends ReadyThread {
  readonly process: string;
  readonly offers: readonly Offer[];
}

const actorsOf = <State>(
  { kernel }: Stage<State>,
  { world, strikes }: Playing<State>,
  facts: Facts,
): readonly Actor[] => {
  const processOf = (thread: ThreadId): string => {
    const process = facts.threads.find((one) => one.thread === thread)?.process;
    return facts.processes.find((one) => one.process === process)?.name ?? '';
  };
  return kernel.ready(world.kernel).flatMap((thread) => {
    const process = processOf(thread);
    const offers = offersUnder(strikes, process, at(world.programs, thread).choose());
    const schedule = kernel.schedule(world.kernel, thread);
    return offers.length === 0 ? [] : [{ ...schedule, thread, process, offers }];
  });
};

/** The programs as they were: what a fault does to a process its program does not learn. */
const unlearned = <State>(
  before: World<State>,
  after: World<State>,
  thread: ThreadId,
): World<State> => ({
  ...after,
  programs: after.programs.map((program, index) =>
    index === thread ? at(before.programs, index) : program,
  ),
});

const tick = <State>({ simulation }: Stage<State>, so: Playing<State>): Played<State> => {
  const action = { kind: 'tick' } as const;
  const { next: world, report } = simulation.step(so.world, action);
  const next = { ...so, world, ticks: so.ticks + 1, untilTick: stepsPerTick };
  return { next, action, process: undefined, fault: undefined, report };
};

/** A device does something of its own. */
const actOfDevice = <State>(
  { simulation }: Stage<State>,
  so: Playing<State>,
  { device, action }: DeviceOffer,
): Played<State> => {
  const { next: world, report } = simulation.step(so.world, action);
  const next = { ...so, world, untilTick: so.untilTick - 1 };
  return { next, action, process: undefined, device, fault: undefined, report };
};

/** A step that its thread's core could not fetch: the thread does nothing else any more. */
const unfetched = <State>(
  { simulation }: Stage<State>,
  so: Playing<State>,
  action: Action,
  process: string,
): Played<State> => {
  const { next: world, report } = simulation.step(so.world, action);
  const next = { ...so, world, untilTick: so.untilTick - 1 };
  return { next, action, process, fault: undefined, report };
};

const act = <State>(
  stage: Stage<State>,
  so: Playing<State>,
  { thread, process, offers }: Actor,
  random: RandomStream,
): Played<State> => {
  const chosen = at(offers, random.below(offers.length));
  const { kernel, placing } = stage;
  const fetched =
    placing === undefined ? undefined : fetchCode(kernel, so.world.kernel, thread, placing);
  if (fetched !== undefined && fetched.report.outcome.kind !== 'done')
    return unfetched(stage, so, fetched.action, process);
  const before = fetched === undefined ? so.world : { ...so.world, kernel: fetched.next };
  const core = placing === undefined ? {} : { core: placing.coreOf(thread) };
  const { intent, fault } = disguised(so.strikes, process, chosen, stage.solution, random);
  const chosenAction: Action = { ...intent, by: thread, clock: BigInt(so.ticks), ...core };
  const action = answered(chosenAction, () => kernel.facts(before.kernel), random);
  const { next, report } = stage.simulation.step(before, action);
  const world = fault === 'exhaust' ? unlearned(before, next, thread) : next;
  const strikes =
    fault === undefined ? so.strikes : afterFault(so.strikes, process, fault, report.outcome);
  const left = { ...so, world, strikes, untilTick: so.untilTick - 1 };
  return { next: left, action, process, fault, report };
};

/** A tick is due; where nobody waits for time it passes without a step of its own. */
const inTime = <State>({ kernel }: Stage<State>, so: Playing<State>): Playing<State> =>
  so.untilTick > 0 || kernel.isTimed(so.world.kernel)
    ? so
    : { ...so, ticks: so.ticks + 1, untilTick: stepsPerTick };

/**
 * The next step of a run, with the faults that come with it; absent where nobody can act, no device among them, and nobody
 * waits for time.
 *
 * Shape: a process that a fault ends goes first, time passes where nobody can act and every so many steps,
 *        a device acts now and then, else the scheduler picks a thread, and chance one of the intents that it offers.
 */
export const playStep = <State>(
  stage: Stage<State>,
  before: Playing<State>,
  faults: readonly Fault[],
  random: RandomStream,
): Played<State> | undefined => {
  const so = inTime(stage, { ...before, strikes: withFaults(before.strikes, faults) });
  const facts = stage.kernel.facts(so.world.kernel);
  const actors = actorsOf(stage, so, facts);
  const ending = actors.find(({ process }) => endsNow(so.strikes, process));
  if (ending !== undefined) return act(stage, so, ending, random);
  const isTimed = stage.kernel.isTimed(so.world.kernel);
  if (isTimed && so.untilTick <= 0) return tick(stage, so);
  const others = isTimed || actors.length > 0 ? 'can act' : 'cannot act';
  const acting = pickDevice(deviceOffers(facts), others, random);
  if (acting !== undefined) return actOfDevice(stage, so, acting);
  if (actors.length === 0) return isTimed ? tick(stage, so) : undefined;
  const { thread, turns } = pickThread(so.turns, actors, random);
  const picked = actors.find((actor) => actor.thread === thread);
  if (picked === undefined) throw new Defect('a thread was picked that cannot act');
  return act(stage, { ...so, turns }, picked, random);
};
