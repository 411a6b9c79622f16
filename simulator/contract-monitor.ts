import type { HandleId, ThreadId } from '../model/ids.ts';
import { runMonitor, runProgram } from '../model/running.ts';
import type { Monitor, RunningMonitor, RunningProgram } from '../model/running.ts';
import { isByThread } from '../model/step.ts';
import type { Action, Intent, Outcome, Report } from '../model/step.ts';
import type { Facts } from '../kernel/kernel.ts';
import { kernelConnection } from '../solution/automaton.ts';
import type { Automaton } from '../solution/automaton.ts';
import type { Solution } from '../solution/solution.ts';
import { automatonProgram } from './automaton-program.ts';
import type { FindDevice } from './device-features.ts';
import { standInDevices } from './machine-devices.ts';
import { intentWords } from './step-words.ts';
import { isWithin } from './within-contract.ts';

/** Where each thread of the process is in the contract, and what broke it. */
interface Kept {
  readonly threads: ReadonlyMap<ThreadId, RunningProgram>;
  readonly why: string | undefined;
}

/** The property that a process keeps its contract. */
export const contractName = (process: string): string => `contract of ${process}`;

const toldTo = (kept: Kept, of: ThreadId, outcome: Outcome): Kept => {
  const program = kept.threads.get(of);
  const next = program?.observe(outcome);
  return next === undefined || next === program
    ? kept
    : { ...kept, threads: new Map(kept.threads).set(of, next) };
};

/**
 * Watches that a process does nothing that its contract does not allow; each of its threads goes through
 * the contract on its own. A crash, and what the contract forbids at the first step that it forbids, are the end of it.
 */
export const contractMonitor = (
  solution: Solution,
  contract: Automaton,
  threads: readonly ThreadId[],
  devices: FindDevice = standInDevices(solution),
): Monitor<Kept> => {
  const name = solution.processes[contract.process]?.name ?? '';
  const own = solution.channels.filter(({ client }) => client === contract.process);
  // The handles of boot: the kernel's, then one for each connection.
  const handleName = (handle: HandleId): string =>
    handle === 0 ? kernelConnection : (own[handle - 1]?.name ?? `handle ${String(handle)}`);
  const begun = runProgram(
    automatonProgram(solution, contract, { unread: 'is left out', devices }),
  );
  const acted = (kept: Kept, action: Action): Kept => {
    if (!isByThread(action)) return kept;
    const program = kept.threads.get(action.by);
    if (program === undefined) return kept;
    const steps: readonly Intent[] = program.choose();
    if (action.kind === 'trap' || steps.some((step) => isWithin(action, step))) return kept;
    return {
      ...kept,
      why: `${name} does what its contract does not allow: ${intentWords(action, handleName)}`,
    };
  };
  const after = (kept: Kept, action: Action, report: Report): Kept => {
    const { outcome, completions, started, ended } = report;
    let next = acted(kept, action);
    if (outcome.kind !== 'blocked' && isByThread(action)) next = toldTo(next, action.by, outcome);
    for (const one of completions) next = toldTo(next, one.of, one.outcome);
    const own = started.filter(({ process }) => process === contract.process);
    const gone = ended.filter((thread) => next.threads.has(thread));
    if (own.length + gone.length === 0) return next;
    const left = new Map(next.threads);
    for (const thread of gone) left.delete(thread);
    for (const { thread } of own) left.set(thread, begun);
    return { ...next, threads: left };
  };
  return {
    name: contractName(name),
    initial: { threads: new Map(threads.map((thread) => [thread, begun])), why: undefined },
    advance: (kept, action, report) =>
      kept.why === undefined ? after(kept, action, report) : kept,
    broken: ({ why }) => why,
    encode: ({ threads: all, why }, writer) => {
      writer.word(why === undefined ? 0 : 1);
      writer.word(all.size);
      for (const [thread, program] of [...all].sort(([left], [right]) => left - right)) {
        writer.word(thread);
        program.encode(writer);
      }
    },
  };
};

/** A contract that is watched, from boot on. */
export interface WatchedContract {
  readonly name: string;
  readonly start: (facts: Facts) => RunningMonitor;
}

/** The contracts of processes that run programs, to be watched. */
export const contractsOf = (
  solution: Solution,
  programmed: readonly string[],
  devices: FindDevice = standInDevices(solution),
): readonly WatchedContract[] =>
  [...solution.contracts.values()].flatMap((contract): readonly WatchedContract[] => {
    const name = solution.processes[contract.process]?.name ?? '';
    if (!programmed.includes(name)) return [];
    const start = ({ threads }: Facts): RunningMonitor => {
      const own = threads.filter(({ process }) => process === contract.process);
      const numbers = own.map(({ thread }) => thread);
      return runMonitor(contractMonitor(solution, contract, numbers, devices));
    };
    return [{ name: contractName(name), start }];
  });
