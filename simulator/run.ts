import { at } from '../model/defect.ts';
import { runProgram } from '../model/running.ts';
import type { ThreadId } from '../model/ids.ts';
import type { Judged, Started } from '../model/step.ts';
import { running } from '../kernel/kernel.ts';
import { makeMicro } from '../kernel/micro/micro.ts';
import { interpret } from '../kss/interpreter.ts';
import type { Solution } from '../solution/solution.ts';
import { automatonProgram } from './automaton-program.ts';
import { defaultProgram } from './default-program.ts';
import { digestState } from './digest.ts';
import { randomStream } from './random.ts';
import type { NamedStep } from './trace.ts';
import { simulate } from './world.ts';

/** Units: `steps` counts actions. */
export interface RunOptions {
  readonly seed: number;
  readonly steps: number;
}

/** One step of a run. `state` is the digest of the kernel's state after it. */
export interface RunStep extends NamedStep {
  readonly n: number;
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
  const programOf = ({ process }: Started) => {
    const automaton = solution.automata.get(process);
    return automaton === undefined
      ? runProgram(defaultProgram)
      : runProgram(automatonProgram(solution, automaton));
  };
  const simulation = simulate(kernel, booted.state, programOf, []);
  const stepsOf = function* (): Generator<RunStep> {
    const random = randomStream(seed);
    let world = simulation.initial;
    for (let n = 1; n <= steps; n++) {
      const offers = simulation.offers(world);
      if (offers.length === 0) return;
      const action = at(offers, random.below(offers.length));
      const before = world.kernel;
      const { next, report } = simulation.step(world, action);
      world = next;
      const nameOf = (thread: ThreadId): string => kernel.nameOf(before, thread);
      yield { n, action, report, nameOf, state: digestState(kernel, next.kernel) };
    }
  };
  return {
    boot: booted.events,
    halted: booted.halted,
    state: digestState(kernel, booted.state),
    steps: { [Symbol.iterator]: stepsOf },
  };
};
