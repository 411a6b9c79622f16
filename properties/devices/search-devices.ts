import { abstractMachine } from '../../arch/machine/design.ts';
import type { MachineChoice, MachineDesign } from '../../arch/machine/design.ts';
import type { Machine } from '../../arch/machine/machine.ts';
import type { Peripherals } from '../../arch/machine/peripherals.ts';
import type { Facts, Kernel } from '../../kernel/kernel.ts';
import { makeMicro } from '../../kernel/micro/micro.ts';
import { planOf } from '../../kernel/micro/plan.ts';
import { catalogue } from '../../kss/catalogue.ts';
import { interpret } from '../../kss/interpreter.ts';
import { component, within } from '../../model/component.ts';
import { explore } from '../../model/explore.ts';
import type { Explorable } from '../../model/explore.ts';
import type { Action } from '../../model/step.ts';
import { loadGenerated } from '../generate/solution.ts';
import { dmaIsolation } from './dma-isolation.ts';
import { driverFiles, driverLimits, driverOffers, shortStep } from './two-drivers.ts';
import type { DriverState } from './two-drivers.ts';

/** What broke `dmaIsolation`, and by which shortest run, whose last step is of a kind. */
export interface BrokenBy {
  readonly why: string;
  readonly steps: readonly string[];
  readonly last: Action['kind'] | undefined;
}

/** What a search of all that two drivers and two devices can do came to. */
export interface DeviceSearch {
  readonly states: number;
  readonly edges: number;
  readonly depth: number;
  readonly complete: boolean;
  /** The rights by which devices reached frames, each at least once. */
  readonly rules: readonly string[];
  /** What broke `dmaIsolation` first, and by which shortest run; absent where nothing did. */
  readonly broken: BrokenBy | undefined;
}

/** A state, and what the step that led to it broke, if anything. */
interface Seen {
  readonly kernel: DriverState;
  readonly verdict: { readonly why: string };
}

const fine = { why: '' };

/** The facts of the state that was asked for last are kept: every step from it is judged by them. */
const keptFacts = (kernel: Kernel<DriverState>): ((state: DriverState) => Facts) => {
  let kept: { readonly state: DriverState; readonly facts: Facts } | undefined;
  return (state) => {
    if (kept?.state !== state) kept = { state, facts: kernel.facts(state) };
    return kept.facts;
  };
};

const areSame = (one: DriverState, other: DriverState): boolean =>
  one.objects === other.objects && one.context === other.context;

const judging = (
  kernel: Kernel<DriverState>,
  machine: Machine,
  rules: Set<string>,
): Explorable<Seen, Action> => {
  const offers = driverOffers(kernel, machine);
  const factsBefore = keptFacts(kernel);
  return {
    initial: { kernel: kernel.boot().state, verdict: fine },
    components: [
      ...kernel.components.map((one) => within(one, (seen: Seen) => seen.kernel)),
      component(
        'verdict',
        ({ verdict }: Seen) => verdict,
        ({ why }, writer) => {
          writer.text(why);
        },
      ),
    ],
    offers: ({ kernel: state }) => offers(state),
    step: (seen, action) => {
      const { next, ...report } = kernel.step(seen.kernel, action);
      const before = factsBefore(seen.kernel);
      const after = areSame(seen.kernel, next) ? before : kernel.facts(next);
      const judged = dmaIsolation({ before, after, report });
      if (judged.kind === 'witnessed') for (const rule of judged.rules) rules.add(rule);
      if (judged.kind === 'broken')
        return { next: { kernel: next, verdict: { why: judged.why } }, name: action.kind };
      // Only states that break nothing are searched further.
      const unchanged = after === before;
      return { next: unchanged ? seen : { kernel: next, verdict: fine }, name: action.kind };
    },
    broken: ({ verdict: { why } }) => (why === '' ? [] : [why]),
  };
};

/** Units: states; every search of one device ends far below. */
const bound = 20_000;

/**
 * Searches all that two drivers under a policy that grants everything, and devices that read and write at any time, can
 * do: the first of these devices is what either driver wants, the others stay nobody's.
 *
 * Shape: `change` puts a hole into the machine, to show that it would be found; `designBy` makes it, the abstract one if
 *        nothing is said.
 */
export const searchDevices = (
  peripherals: Peripherals,
  change: (machine: Machine) => Machine = (machine) => machine,
  designBy: (choice: MachineChoice) => MachineDesign = abstractMachine,
): DeviceSearch => {
  const solution = loadGenerated(driverFiles, catalogue);
  const design = designBy({ cores: 1, shootdown: 'delayed', peripherals });
  const { machine } = planOf(solution, driverLimits, (demand) => change(design(demand)));
  const kernel = makeMicro()({
    solution,
    security: interpret(solution),
    limits: driverLimits,
    machine: () => machine,
  });
  const rules = new Set<string>();
  const found = explore(judging(kernel, machine, rules), { states: bound });
  const [first] = found.violations;
  return {
    states: found.states,
    edges: found.edges,
    depth: found.depth,
    complete: found.complete,
    rules: [...rules].sort(),
    broken:
      first === undefined
        ? undefined
        : {
            why: first.property,
            steps: first.trace.map((action) => shortStep(peripherals.devices, action)),
            last: first.trace.at(-1)?.kind,
          },
  };
};
