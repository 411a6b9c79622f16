import { abstractMachine } from '../../arch/machine/design.ts';
import type { MachineDesign } from '../../arch/machine/design.ts';
import { component, within } from '../../model/component.ts';
import { explore } from '../../model/explore.ts';
import type { Explorable, Explored } from '../../model/explore.ts';
import type { Action } from '../../model/step.ts';
import { exploring } from '../../kernel/kernel.ts';
import type { Kernel, KernelDesign, Limits } from '../../kernel/kernel.ts';
import { interpret } from '../../kss/interpreter.ts';
import { judgeAccesses } from '../../properties/memory/accesses-own-frames.ts';
import { faultOfFree } from '../../properties/memory/free-frames.ts';
import { encodeHistory, historyAfter, historyAt } from '../../properties/memory/history.ts';
import type { MemoryHistory } from '../../properties/memory/history.ts';
import { judgeReads } from '../../properties/memory/no-residue.ts';
import { judgeReach } from '../../properties/memory/write-xor-execute.ts';
import { makeObserver } from '../../properties/observed-step.ts';
import type { ObservedStep } from '../../properties/observed-step.ts';
import type { Judgement } from '../../properties/run-property.ts';
import { edgeName } from '../../simulator/world.ts';
import type { Solution } from '../../solution/solution.ts';
import { memoryOffers } from './letters.ts';
import type { MemoryLetter } from './letters.ts';

/**
 * Limits for searching memory: two frames and as many pages for each process, which begins with none; and tables for
 * pages wherever they lie, which the abstract machine does without.
 */
export const exploringMemory: Limits = {
  ...exploring,
  frames: 2,
  tables: 8,
  pages: 2,
  resources: 1,
};

/** Two cores, which forget when they come to it. */
export const searchedCores = { cores: 2, shootdown: 'delayed' } as const;

/** What is searched, with which letters, and up to how many states; on the abstract machine, if none is given. */
export interface MemorySearch {
  readonly solution: Solution;
  readonly design: KernelDesign;
  readonly letters: readonly MemoryLetter[];
  readonly states: number;
  readonly machine?: MachineDesign;
}

/** What a search of memory came to. */
export type MemoryExploration = Pick<
  Explored<Action>,
  'states' | 'edges' | 'complete' | 'actions' | 'violations'
>;

/** A state of the kernel, what has become of its memory, and which properties its last step has broken. */
interface Remembering<State> {
  readonly kernel: State;
  readonly history: MemoryHistory;
  readonly broken: readonly string[];
}

const brokenBy = (history: MemoryHistory, step: ObservedStep): readonly string[] => {
  const judged: readonly (readonly [string, Judgement['kind']])[] = [
    ['accessesOwnFrames', judgeAccesses(history, step).kind],
    ['noResidue', judgeReads(history, step).kind],
    ['writeXorExecute', judgeReach(step.after).kind],
    ['freeFramesAreUnreachable', faultOfFree(step.after) === undefined ? 'idle' : 'broken'],
  ];
  return judged.flatMap(([name, kind]) => (kind === 'broken' ? [name] : []));
};

const spaceOf = <State extends object>(
  kernel: Kernel<State>,
  letters: readonly MemoryLetter[],
): Explorable<Remembering<State>, Action> => {
  type World = Remembering<State>;
  const booted = kernel.boot().state;
  const observe = makeObserver(kernel, () => []);
  return {
    initial: { kernel: booted, history: historyAt(kernel.facts(booted)), broken: [] },
    components: [
      ...kernel.components.map((part) => within(part, (world: World) => world.kernel)),
      component('history of memory', (world: World) => world.history, encodeHistory),
      component(
        'what is broken',
        (world: World) => world.broken,
        (broken, writer) => {
          writer.text(broken.join());
        },
      ),
    ],
    offers: (world) => memoryOffers(kernel, world.kernel, letters),
    step: (world, action) => {
      const step = kernel.step(world.kernel, action);
      const observed = observe(world.kernel, action, step);
      const history = historyAfter(world.history, observed);
      const broken = brokenBy(world.history, observed);
      return { next: { kernel: step.next, history, broken }, name: edgeName(action, step) };
    },
    broken: (world) => world.broken,
  };
};

/**
 * Searches what processes may do with memory on two cores, each access by each translation that a core may use, and every
 * order in which cores forget, for violations of the properties of memory.
 *
 * Result: a shortest sequence of actions for each property that is broken.
 */
export const exploreMemory = ({
  solution,
  design,
  letters,
  states,
  machine = abstractMachine(searchedCores),
}: MemorySearch): MemoryExploration =>
  design({
    solution,
    security: interpret(solution),
    limits: exploringMemory,
    machine,
  })((kernel) => explore(spaceOf(kernel, letters), { states }));
