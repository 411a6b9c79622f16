import { at } from '../model/defect.ts';
import { processId } from '../model/ids.ts';
import type { ProcessId } from '../model/ids.ts';
import type { Limits } from '../kernel/kernel.ts';
import { planOf } from '../kernel/micro/plan.ts';
import type { Numbering } from '../kernel/numbering.ts';
import type { Solution } from '../solution/solution.ts';
import { initText } from './init-text.ts';
import type { Topology } from './init-text.ts';
import { loadTwin } from './load-twin.ts';

/** What a topology is to the kernel. */
export interface LaidOut<Of extends Topology> {
  readonly topology: Of;
  readonly solution: Solution;
  readonly limits: Limits;
  readonly numbering: Numbering;
  readonly nameOf: (process: ProcessId) => string;
}

/** Lays out the solution of a twin: its files, and the limits that it runs in. */
export const layOut = <Of extends Topology>(
  name: string,
  topology: Of,
  files: ReadonlyMap<string, string>,
  limits: Limits,
): LaidOut<Of> => {
  const solution = loadTwin(name, files);
  return {
    topology,
    solution,
    limits,
    numbering: planOf(solution, limits).numbering,
    nameOf: (process) => at(topology.processes, process),
  };
};

/** Every process of a system. */
export const processesOf = ({
  solution,
}: Pick<LaidOut<Topology>, 'solution'>): readonly ProcessId[] =>
  solution.processes.map((_, index) => processId(index));

/** What the files of a solution say, of which each process has a class of its own. */
export interface Texts {
  /** The path of the one interface: `t/Gate.idl`. */
  readonly path: string;
  readonly idl: string;
  readonly edl: (className: string) => string;
  readonly psl: (classNames: readonly string[]) => string;
}

/** The files of the solution of a topology. */
export const filesOf = (
  topology: Topology,
  { path, idl, edl, psl }: Texts,
): ReadonlyMap<string, string> => {
  const classes = topology.processes.map((name) => name.toUpperCase());
  return new Map([
    [path, idl],
    ...classes.map((name): [string, string] => [`t/${name}.edl`, edl(name)]),
    ['security.psl', psl(classes)],
    ['init.yaml', initText(topology)],
  ]);
};
