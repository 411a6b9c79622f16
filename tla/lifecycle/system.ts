import { Defect, at } from '../../model/defect.ts';
import { processId } from '../../model/ids.ts';
import type { ProcessId } from '../../model/ids.ts';
import { exploring } from '../../kernel/kernel.ts';
import type { Limits } from '../../kernel/kernel.ts';
import { planOf } from '../../kernel/micro/plan.ts';
import type { Plan } from '../../kernel/micro/plan.ts';
import { upTo } from '../each-operator.ts';
import { loadTwin } from '../load-twin.ts';
import { lifecycleFiles } from './solution.ts';
import type { LifecycleTopology } from './solution.ts';

/** What a topology is to the kernel, and how the module names places for processes. */
export interface LifecycleSystem {
  readonly topology: LifecycleTopology;
  readonly plan: Plan;
  readonly limits: Limits;
  /** Every place of which the module speaks. */
  readonly processes: readonly ProcessId[];
  readonly nameOf: (process: ProcessId) => string;
}

/** The places for what a process creates, by the module's names: `a1`, `a2` … */
export const placesFor = ({ share }: LifecycleTopology, maker: string): readonly string[] =>
  upTo(share).map((number) => `${maker}${String(number)}`);

/** All places for processes that are created. */
export const childrenOf = (topology: LifecycleTopology): readonly string[] =>
  Object.keys(topology.makers).flatMap((maker) => placesFor(topology, maker));

/** Entries of the table of each process of the init description, but for the kernel's and the ROM's. */
export const roomOf = ({
  processes,
  files,
  table,
}: LifecycleTopology): Readonly<Record<string, number>> =>
  Object.fromEntries(processes.map((name) => [name, table - 1 - (name in files ? 1 : 0)]));

export const systemOf = (topology: LifecycleTopology): LifecycleSystem => {
  const solution = loadTwin('Lifecycle', lifecycleFiles(topology));
  const { share, table, resources } = topology;
  const limits = { ...exploring, processes: share, handles: table, resources, lost: 0 };
  const plan = planOf(solution, limits);
  const { numbering } = plan;
  const names = new Map(topology.processes.map((name, index) => [processId(index), name]));
  for (const maker of Object.keys(topology.makers)) {
    const family = numbering.childrenOf(processId(topology.processes.indexOf(maker)));
    for (const [place, name] of placesFor(topology, maker).entries())
      names.set(at(family, place), name);
  }
  const nameOf = (process: ProcessId): string => {
    const name = names.get(process);
    if (name === undefined) throw new Defect('the module has no name for a process');
    return name;
  };
  return { topology, plan, limits, processes: [...names.keys()], nameOf };
};
