import type { IommuKind } from '../../arch/boards/board.ts';
import { abstractMachine } from '../../arch/machine/design.ts';
import type { Machine } from '../../arch/machine/machine.ts';
import type { Kernel } from '../../kernel/kernel.ts';
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
import {
  driverFiles,
  driverLimits,
  driverOffers,
  driverPeripherals,
  shortStep,
} from './two-drivers.ts';
import type { DriverState } from './two-drivers.ts';

/** What a search of all that two drivers and two devices can do came to. */
export interface DeviceSearch {
  readonly states: number;
  readonly edges: number;
  readonly complete: boolean;
  /** The rights by which devices reached frames, each at least once. */
  readonly rules: readonly string[];
  /** What broke `dmaIsolation` first, and by which shortest run; absent where nothing did. */
  readonly broken: { readonly why: string; readonly steps: readonly string[] } | undefined;
}

/** A state, and what the step that led to it broke, if anything. */
interface Seen {
  readonly kernel: DriverState;
  readonly verdict: { readonly why: string };
}

const fine = { why: '' };

const judging = (
  kernel: Kernel<DriverState>,
  machine: Machine,
  rules: Set<string>,
): Explorable<Seen, Action> => ({
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
  offers: ({ kernel: state }) => driverOffers(kernel, machine, state),
  step: ({ kernel: state }, action) => {
    const { next, ...report } = kernel.step(state, action);
    const judged = dmaIsolation({ before: kernel.facts(state), after: kernel.facts(next), report });
    if (judged.kind === 'witnessed') for (const rule of judged.rules) rules.add(rule);
    const verdict = judged.kind === 'broken' ? { why: judged.why } : fine;
    return { next: { kernel: next, verdict }, name: action.kind };
  },
  broken: ({ verdict: { why } }) => (why === '' ? [] : [why]),
});

/** Units: states; either search ends far below. */
const bound = 20_000;

/**
 * Searches all that two drivers under a policy that grants everything, and two devices that read at any time, can do:
 * behind an IOMMU, or behind none.
 *
 * Shape: `change` puts a hole into the machine, to show that it would be found.
 */
export const searchDevices = (
  iommu: IommuKind,
  change: (machine: Machine) => Machine = (machine) => machine,
): DeviceSearch => {
  const solution = loadGenerated(driverFiles, catalogue);
  const peripherals = driverPeripherals(iommu);
  const design = abstractMachine({ cores: 1, shootdown: 'delayed', peripherals });
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
    complete: found.complete,
    rules: [...rules].sort(),
    broken:
      first === undefined ? undefined : { why: first.property, steps: first.trace.map(shortStep) },
  };
};
