import { at } from '../model/defect.ts';
import { runProgram } from '../model/running.ts';
import type { Action, Judged, Report } from '../model/step.ts';
import { running } from '../kernel/kernel.ts';
import { makeMicro } from '../kernel/micro/micro.ts';
import { interpret } from '../kss/interpreter.ts';
import type { Solution } from '../solution/solution.ts';
import { automatonProgram } from './automaton-program.ts';
import { defaultProgram } from './default-program.ts';
import { digestState } from './digest.ts';
import { randomStream } from './random.ts';
import { simulate } from './world.ts';

/** Units: `steps` counts actions. */
export interface RunOptions {
  readonly seed: number;
  readonly steps: number;
}

/** One step of a run. `state` is the digest of the kernel's state after it. */
export interface RunStep {
  readonly n: number;
  readonly action: Action;
  readonly report: Report;
  readonly state: string;
}

/** A run that has booted; its steps are made one at a time, as they are asked for. */
export interface Run {
  readonly boot: readonly Judged[];
  readonly halted: boolean;
  /** The digest of the state after boot. */
  readonly state: string;
  readonly steps: Iterable<RunStep>;
}

/**
 * Boots a solution and lets its programs run; a seeded choice among all that ready threads offer.
 * A process without a program calls nobody and answers with defaults. Ends when nobody can act.
 */
export const runSolution = (solution: Solution, { seed, steps }: RunOptions): Run => {
  const kernel = makeMicro()({ solution, security: interpret(solution), limits: running });
  const booted = kernel.boot();
  const programs = solution.processes.map(({ id }) => {
    const automaton = solution.automata.get(id);
    return automaton === undefined
      ? runProgram(defaultProgram)
      : runProgram(automatonProgram(solution, automaton));
  });
  const simulation = simulate(kernel, booted.state, programs, []);
  const stepsOf = function* (): Generator<RunStep> {
    const random = randomStream(seed);
    let world = simulation.initial;
    for (let n = 1; n <= steps; n++) {
      const offers = simulation.offers(world);
      if (offers.length === 0) return;
      const action = at(offers, random.below(offers.length));
      const { next, report } = simulation.step(world, action);
      world = next;
      yield { n, action, report, state: digestState(kernel, next.kernel) };
    }
  };
  return {
    boot: booted.events,
    halted: booted.halted,
    state: digestState(kernel, booted.state),
    steps: { [Symbol.iterator]: stepsOf },
  };
};
