import * as fc from 'fast-check';
import { at } from '../../model/defect.ts';
import type { Action, Report, Step } from '../../model/step.ts';
import { bytesBy } from '../../model/writer.ts';
import { catalogue } from '../../kss/catalogue.ts';
import { compile } from '../../kss/compiled/compile.ts';
import { interpret } from '../../kss/interpreter.ts';
import { loadGenerated, solutionFiles } from '../../properties/generate/solution.ts';
import { sampledLimits } from '../../properties/hostile-run.ts';
import type { Spectator } from '../../properties/hostile-run.ts';
import { makeObserver, overhear } from '../../properties/observed-step.ts';
import type { Sampling } from '../../properties/run-properties.ts';
import type { RunProperty } from '../../properties/run-property.ts';
import { randomStream } from '../../simulator/random.ts';
import type { RandomStream } from '../../simulator/random.ts';
import { eventLine, outcomeLine } from '../../simulator/trace.ts';
import type { Solution } from '../../solution/solution.ts';
import type { HandleFact, Kernel } from '../kernel.ts';
import { makeMicro } from '../micro/micro.ts';
import { makeMailbox } from './mailbox.ts';
import { parts } from './parts.ts';
import type { Parts } from './parts.ts';
import { sharedIntent } from './test-intents.ts';

/** What tests share that run both kernels side by side: the same actions on each, compared step by step. */

/** What a step has come to, as programs and the engine see it. */
const toldBy = ({ outcome, events, completions, started, ended }: Report): string =>
  JSON.stringify([
    outcomeLine(outcome),
    events.map(eventLine),
    completions
      .map(({ of, outcome: end }) => [of, outcomeLine(end)] as const)
      .sort(([one], [other]) => one - other),
    started,
    ended,
  ]);

const byPlace = (one: HandleFact, other: HandleFact): number =>
  one.process - other.process || one.number - other.number;

/** What both kernels must say of their states: all facts but the bytes that each has in its own way. */
const saidBy = <State>(kernel: Kernel<State>, state: State): string => {
  const { processes, threads, pending, handles: held, resources } = kernel.facts(state);
  return JSON.stringify([
    kernel.ready(state),
    processes.map((one) => ({ ...one, rest: undefined })),
    threads,
    [...pending].sort((one, other) => one.client - other.client),
    [...held].sort(byPlace),
    resources.map(({ sid, kind, owner }) => ({ sid, kind, owner })),
    bytesBy((writer) => {
      kernel.components.find(({ name }) => name === 'context')?.write(state, writer);
    }),
  ]);
};

/** What two runs of the same actions came to: how many steps they had, and where they differ first. */
interface SideBySide {
  readonly steps: number;
  readonly differs: string | undefined;
}

/** One kernel of the two, and the state that it is in. */
class Side<State extends object> {
  readonly kernel: Kernel<State>;
  readonly #booted: State;
  state: State;

  constructor(kernel: Kernel<State>) {
    this.kernel = kernel;
    this.#booted = kernel.boot().state;
    this.state = this.#booted;
  }

  reboot(): void {
    this.state = this.#booted;
  }

  isOver(): boolean {
    return this.kernel.ready(this.state).length === 0 && !this.kernel.isTimed(this.state);
  }

  act(action: Action): Step<State> {
    const step = this.kernel.step(this.state, action);
    this.state = step.next;
    return step;
  }

  says(): string {
    return saidBy(this.kernel, this.state);
  }
}

/** What happens next: time passes now and then, or a ready thread acts. */
const chosen = <State extends object>(side: Side<State>, pick: RandomStream): Action => {
  const { kernel, state } = side;
  const ready = kernel.ready(state);
  if (ready.length === 0 || (pick.below(16) === 0 && kernel.isTimed(state)))
    return { kind: 'tick' };
  const by = at(ready, pick.below(ready.length));
  return { ...sharedIntent(kernel.facts(state), by, pick), by };
};

/**
 * Runs the reference kernel and the mailbox kernel side by side, up to the first difference. What is done is
 * chosen by what the mailbox kernel says; where nobody can act any more both boot anew.
 *
 * Shape: `spectator` is told of the run of the mailbox kernel.
 */
const runBoth = (
  solution: Solution,
  seed: number,
  length: number,
  spectator: Spectator,
  use: Parts,
): SideBySide => {
  const pick = randomStream(seed);
  const { security, take } = overhear(compile(solution).module);
  const limits = sampledLimits;
  const first = new Side(makeMicro()({ solution, security: compile(solution).module, limits }));
  const second = new Side(makeMailbox(use)({ solution, security, limits }));
  const observe = makeObserver(second.kernel, take);
  const { events } = second.kernel.boot();
  take();
  spectator.boot(events);
  if (first.says() !== second.says()) return { steps: 0, differs: 'they boot differently' };
  for (let steps = 1; steps <= length; steps++) {
    if (second.isOver()) {
      first.reboot();
      second.reboot();
      if (second.isOver()) return { steps, differs: undefined };
      spectator.boot(events);
    }
    const action = chosen(second, pick);
    const before = second.state;
    const step = second.act(action);
    const ends = spectator.step(observe(before, action, step)) === 'end';
    const [expected, is] = [toldBy(first.act(action)), toldBy(step)];
    if (expected !== is) return { steps, differs: `told ${is} instead of ${expected}` };
    if (first.says() !== second.says())
      return { steps, differs: `${second.says()} instead of ${first.says()}` };
    if (ends) return { steps, differs: undefined };
  }
  return { steps: length, differs: undefined };
};

/** What both kernels came to over many solutions, and what properties say of the steps of the second. */
export interface Campaign extends SideBySide {
  /** The first step that breaks a property, in words. */
  readonly broken: string | undefined;
  readonly witnesses: ReadonlyMap<string, number>;
  /** How often each rule was rested on. */
  readonly rules: ReadonlyMap<string, number>;
}

const addOne = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};

/** Both kernels over generated solutions, the second with some parts; ends with the first difference or fault. */
export const compareKernels = (
  properties: readonly RunProperty[],
  { seed, runs, steps: length }: Sampling,
  use: Parts = parts,
): Campaign => {
  const [witnesses, rules] = [new Map<string, number>(), new Map<string, number>()];
  const faults: string[] = [];
  let steps = 0;
  const inputs = fc.tuple(solutionFiles, fc.nat({ max: 0x7fff_ffff }));
  for (const [files, runSeed] of fc.sample(inputs, { seed, numRuns: runs })) {
    const solution = loadGenerated(files, catalogue);
    let judges: readonly (readonly [string, ReturnType<RunProperty['start']>])[] = [];
    const spectator: Spectator = {
      boot: (boot) => {
        const court = { solution, security: interpret(solution), limits: sampledLimits, boot };
        judges = properties.map((property) => [property.name, property.start(court)]);
      },
      step: (step) => {
        for (const [name, judge] of judges) {
          const judgement = judge(step);
          if (judgement.kind === 'broken') faults.push(judgement.why);
          if (judgement.kind !== 'witnessed') continue;
          addOne(witnesses, name);
          for (const rule of judgement.rules) addOne(rules, rule);
        }
        return faults.length === 0 ? 'on' : 'end';
      },
    };
    const run = runBoth(solution, runSeed, length, spectator, use);
    steps += run.steps;
    if (faults.length > 0 || run.differs !== undefined)
      return { steps, differs: run.differs, broken: faults[0], witnesses, rules };
  }
  return { steps, differs: undefined, broken: undefined, witnesses, rules };
};
