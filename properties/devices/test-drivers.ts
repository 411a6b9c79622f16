import { abstractMachine } from '../../arch/machine/design.ts';
import type { MachineChoice, MachineDesign } from '../../arch/machine/design.ts';
import type { Machine } from '../../arch/machine/machine.ts';
import type { IommuKind } from '../../arch/boards/board.ts';
import type { Limits } from '../../kernel/kernel.ts';
import { all, kernelOf, local, service, threadOf } from '../../kernel/micro/test-kernel.ts';
import type { State } from '../../kernel/micro/test-kernel.ts';
import { spacious } from '../../kernel/micro/test-services.ts';
import {
  disk,
  net,
  numbers,
  peripherals,
  places,
} from '../../kernel/micro/services/io/test-devices.ts';
import { component, within } from '../../model/component.ts';
import { at } from '../../model/defect.ts';
import { explore } from '../../model/explore.ts';
import type { Action } from '../../model/step.ts';
import { isByThread } from '../../model/step.ts';
import { dmaIsolation } from './dma-isolation.ts';

/** Two drivers that may do anything of a small alphabet, and devices that do anything at all: every state is searched. */

const limits: Limits = {
  ...spacious,
  processes: 0,
  threads: 1,
  handles: 5,
  resources: 2,
  frames: 1,
  tables: 0,
  pages: 0,
  image: 0,
  domains: 0,
};

const drivers = [threadOf(0, limits), threadOf(1, limits)] as const;

const intents = [
  service('io.IO.RegisterMmio', { base: places.disk, size: 4n }),
  service('io.IO.RegisterDma', { size: 4096n, flags: 3n }),
  service('iommu.IOMMU.Attach', { bdf: numbers.disk }),
  service('handle.Handle.Close', { handle: local(2) }),
  service('handle.Handle.Close', { handle: local(3) }),
  service('task.Task.Exit', { status: 0n }),
];

const tableBytes = 0x4000;

/** All that drivers, devices and those who were asked to forget can do. */
const offersOf = (kernel: ReturnType<typeof kernelOf>, machine: Machine) => {
  const addresses = [machine.frame(0, 0), machine.frame(1, 0), machine.frame(0, 0) - tableBytes];
  const dmaOffers = ({ objects }: State): readonly Action[] =>
    [disk, net].flatMap((device) =>
      addresses.flatMap((address) => {
        const access = { device, address, kind: 'load' } as const;
        const ways = machine.dma.ways(objects.machine, access);
        return Array.from({ length: ways }, (_, way): Action => ({
          kind: 'dmaRead',
          device,
          address,
          way,
        }));
      }),
    );
  return (state: State): readonly Action[] => [
    ...drivers
      .filter((by) => kernel.ready(state).includes(by))
      .flatMap((by) => intents.map((intent): Action => ({ ...intent, by }))),
    ...kernel.invalidating(state).map((core): Action => ({ kind: 'completeInvalidation', core })),
    ...dmaOffers(state),
  ];
};

export type Change = (machine: Machine) => Machine;

interface Seen {
  readonly kernel: State;
  readonly why: { readonly told: string };
}

const fine = { told: '' };

/** Searches every state; what breaks the property first, and by which shortest run. */
export const searched = (
  iommu: IommuKind,
  change: Change = (machine) => machine,
  designBy: (choice: MachineChoice) => MachineDesign = abstractMachine,
) => {
  const machines: Machine[] = [];
  const design = designBy({
    cores: 1,
    shootdown: 'delayed',
    peripherals: peripherals(iommu, 'yes'),
  });
  const kernel = kernelOf(all, {
    limits,
    machine: (demand) => {
      const made = change(design(demand));
      machines.push(made);
      return made;
    },
  });
  const machine = at(machines, 0);
  const rules = new Set<string>();
  const offers = offersOf(kernel, machine);
  const found = explore<Seen, Action>(
    {
      initial: { kernel: kernel.boot().state, why: fine },
      components: [
        ...kernel.components.map((one) => within(one, (seen: Seen) => seen.kernel)),
        component(
          'why',
          ({ why }: Seen) => why,
          ({ told }, writer) => {
            writer.text(told);
          },
        ),
      ],
      offers: ({ kernel: state }) => offers(state),
      step: ({ kernel: state }, action) => {
        const { next, ...report } = kernel.step(state, action);
        const judged = dmaIsolation({
          before: kernel.facts(state),
          after: kernel.facts(next),
          report,
        });
        if (judged.kind === 'witnessed') for (const rule of judged.rules) rules.add(rule);
        const why = judged.kind === 'broken' ? { told: judged.why } : fine;
        return { next: { kernel: next, why }, name: action.kind };
      },
      broken: ({ why }) => (why.told === '' ? [] : [why.told]),
    },
    { states: 20_000 },
  );
  const [first] = found.violations;
  return {
    states: found.states,
    complete: found.complete,
    rules: [...rules].sort(),
    broken: first === undefined ? undefined : first.property,
    trace: first === undefined ? [] : first.trace.map(shortly),
  };
};

/** `0 RegisterMmio`, `disk reads`: what happened, in short. */
const shortly = (action: Action): string => {
  if (isByThread(action))
    return `${String(action.by)} ${action.kind === 'call' ? action.method : action.kind}`;
  return 'device' in action ? `device ${String(action.device)} ${action.kind}` : action.kind;
};
