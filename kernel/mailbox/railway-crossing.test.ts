import { beforeAll, describe, expect, it } from 'vitest';
import { at } from '../../model/defect.ts';
import { explore } from '../../model/explore.ts';
import type { Explored } from '../../model/explore.ts';
import type { ProcessId } from '../../model/ids.ts';
import { runProgram } from '../../model/running.ts';
import type { RunningProgram } from '../../model/running.ts';
import { isByThread } from '../../model/step.ts';
import type { Action, Judged } from '../../model/step.ts';
import { interpret } from '../../kss/interpreter.ts';
import { automatonProgram } from '../../simulator/automaton-program.ts';
import { randomStream } from '../../simulator/random.ts';
import { attempts, crossing, gateway } from '../../simulator/test-crossing.ts';
import { explorable, simulate } from '../../simulator/world.ts';
import type { Solution } from '../../solution/solution.ts';
import { anyKernel, exploring, running } from '../kernel.ts';
import type { KernelDesign } from '../kernel.ts';
import { makeMicro } from '../micro/micro.ts';
import { makeMailbox } from './mailbox.ts';

const micro: KernelDesign = (system) => anyKernel(makeMicro()(system));
const mailbox: KernelDesign = (system) => anyKernel(makeMailbox()(system));

/** The programs of the example; the gateway, which has none, tries its attempts. */
const programsOf =
  (solution: Solution, count: number = attempts.length) =>
  ({ process }: { readonly process: ProcessId }): RunningProgram => {
    const automaton = solution.automata.get(process);
    return automaton === undefined
      ? runProgram(gateway(attempts.slice(0, count)))
      : runProgram(automatonProgram(solution, automaton));
  };

/** The verdicts of each pair of source and destination, in the order of the run. */
type Verdicts = ReadonlyMap<string, readonly string[]>;

const inPairs = (events: readonly Judged[]): Verdicts => {
  const pairs = new Map<string, string[]>();
  for (const { event, verdict } of events) {
    const { kind, source, destination, endpoint = '', method = '' } = event;
    const pair = `${source.name} to ${destination?.name ?? ''}`;
    const line = `${kind} ${endpoint}.${method} ${verdict.kind}`;
    pairs.set(pair, [...(pairs.get(pair) ?? []), line]);
  }
  return pairs;
};

/**
 * Boots a kernel and lets the programs act in turn, process by process: of what a ready program offers it chooses
 * by a stream of numbers of its own, so that what it chooses does not depend on when the others act.
 */
const roundRobin = (
  solution: Solution,
  design: KernelDesign,
  seed: number,
  rounds: number,
): readonly Judged[] =>
  design({ solution, security: interpret(solution), limits: running })((kernel) => {
    const booted = kernel.boot();
    const simulation = simulate(kernel, booted.state, programsOf(solution), []);
    const streams = solution.processes.map(({ id }) => randomStream(seed + id));
    const events = [...booted.events];
    let world = simulation.initial;
    for (let round = 0; round < rounds; round++) {
      for (const { id } of solution.processes) {
        const { threads } = kernel.facts(world.kernel);
        const own = threads.find(({ process }) => process === id)?.thread;
        const offers = simulation
          .offers(world)
          .filter((action) => isByThread(action) && action.by === own);
        if (offers.length === 0) continue;
        const step = simulation.step(world, at(offers, at(streams, id).below(offers.length)));
        events.push(...step.report.events);
        world = step.next;
      }
    }
    return events;
  });

/** All that the programs can come to on a kernel, in whatever order they act. */
const explored = (solution: Solution, design: KernelDesign): Explored<Action> =>
  design({ solution, security: interpret(solution), limits: exploring })((kernel) => {
    const simulation = simulate(kernel, kernel.boot().state, programsOf(solution, 2), []);
    return explore(explorable(simulation), { states: 60_000 });
  });

/**
 * The same solution, programs and seed on both kernels. Which process acts when may differ between kernels, and so
 * may the order of events of different pairs: compared is the order of the verdicts of each pair.
 */
describe.each([1, 2, 3])('the level crossing on both kernels, seed %i', (seed) => {
  let [one, other]: readonly [readonly Judged[], readonly Judged[]] = [[], []];

  beforeAll(() => {
    const solution = crossing();
    one = roundRobin(solution, micro, seed, 200);
    other = roundRobin(solution, mailbox, seed, 200);
  });

  it('has the same verdicts in the same order for each pair of source and destination [KRN-2]', () => {
    expect(inPairs(other)).toEqual(inPairs(one));
  });

  it('has pairs enough, and both verdicts [KRN-2]', () => {
    expect(inPairs(other).size).toBeGreaterThan(15);
    expect(other.length).toBeGreaterThan(400);
    expect(other.filter(({ verdict }) => verdict.kind === 'denied').length).toBeGreaterThan(20);
  });
});

describe('the comparison of pairs', () => {
  it('finds a run of another seed [KRN-2] [GATE-1]', () => {
    const solution = crossing();

    expect(inPairs(roundRobin(solution, mailbox, 1, 200))).not.toEqual(
      inPairs(roundRobin(solution, micro, 2, 200)),
    );
  });
});

describe('the level crossing explored', () => {
  it('has as many states on both kernels, and as many steps of each kind [KRN-2]', () => {
    const solution = crossing();
    const found = explored(solution, mailbox);

    expect(found.complete).toBe(true);
    expect(found).toEqual(explored(solution, micro));
  });
});
