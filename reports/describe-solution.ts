import { at } from '../model/defect.ts';
import type { ProcessId } from '../model/ids.ts';
import type { Endpoint, Process, Solution } from '../solution/solution.ts';

/** What a report tells of a solution itself. */
export interface SolutionDescription {
  readonly name: string;
  readonly processes: readonly ProcessDescription[];
  readonly channels: readonly ChannelDescription[];
  readonly objectives: readonly ObjectiveDescription[];
}

/**
 * `most general`: without a program, so that it may do anything of its alphabet. An untrusted process
 * with a program is most general where it is not trusted.
 */
export interface ProcessDescription {
  readonly name: string;
  readonly class: string;
  readonly behaviour: 'program' | 'program and contract' | 'contract' | 'most general';
  /** Some objective does not trust it. */
  readonly untrusted: boolean;
  readonly endpoints: readonly EndpointDescription[];
}

export interface EndpointDescription {
  readonly name: string;
  readonly interface: string;
  /** Type of the component that holds it; absent for the class's own. */
  readonly component: string | undefined;
}

export interface ChannelDescription {
  readonly name: string;
  readonly client: string;
  readonly server: string;
}

export interface ObjectiveDescription {
  readonly name: string;
  readonly text: string;
  readonly untrusted: readonly string[];
}

const describeEndpoint = ({
  name,
  interface: offered,
  component,
}: Endpoint): EndpointDescription => ({
  name,
  interface: offered.name,
  component,
});

const roleOf = ({ automata, contracts }: Solution, id: ProcessId) => {
  if (automata.has(id)) return contracts.has(id) ? 'program and contract' : 'program';
  return contracts.has(id) ? 'contract' : 'most general';
};

const describeProcess = (
  solution: Solution,
  { id, name, className }: Process,
): ProcessDescription => ({
  name,
  class: className,
  behaviour: roleOf(solution, id),
  untrusted: solution.objectives.some(({ untrusted }) => untrusted.includes(id)),
  endpoints: (solution.classes.get(className)?.endpoints ?? []).map(describeEndpoint),
});

/** The solution as reports show it. */
export const describeSolution = (solution: Solution): SolutionDescription => {
  const nameOf = (process: number): string => at(solution.processes, process).name;
  return {
    name: solution.name,
    processes: solution.processes.map((process) => describeProcess(solution, process)),
    channels: solution.channels.map(({ name, client, server }) => ({
      name,
      client: nameOf(client),
      server: nameOf(server),
    })),
    objectives: solution.objectives.map(({ name, text, untrusted }) => ({
      name,
      text,
      untrusted: untrusted.map(nameOf),
    })),
  };
};

/** What a process does in searches, in words. */
export const behaviourOf = ({ behaviour, untrusted }: ProcessDescription): string => {
  if (!untrusted) return behaviour;
  return {
    program: 'program, most general where untrusted',
    'program and contract': 'program, bound by a contract where untrusted',
    contract: 'bound by a contract, untrusted',
    'most general': 'most general, untrusted',
  }[behaviour];
};
