import { at } from '../model/defect.ts';
import type { ProcessId } from '../model/ids.ts';
import { runProgram } from '../model/running.ts';
import type { RunningProgram } from '../model/running.ts';
import type { Started } from '../model/step.ts';
import type { Reason } from '../kss/witness/reason.ts';
import { automatonProgram } from '../simulator/automaton-program.ts';
import { rolesOf } from '../solution/device-reads.ts';
import type { Process, Solution } from '../solution/solution.ts';
import { alphabetIn, alphabetsOf } from './alphabet.ts';
import type { AlphabetOptions } from './alphabet.ts';
import { contractReasons } from './contract-letters.ts';
import { boundBy } from './contract-program.ts';
import { handedOverReasons } from './handed-over.ts';
import { lookingAlike } from './interchangeable.ts';
import { mostGeneral } from './most-general.ts';
import { passedOnReasons } from './passed-on.ts';
import { asksKernel } from './sayings.ts';

/** Who is not trusted, and what those may say. */
export interface CastOptions extends AlphabetOptions {
  readonly untrusted: readonly ProcessId[];
}

/** What each process does. */
export interface Cast {
  readonly programOf: (thread: Started) => RunningProgram;
  readonly mostGeneral: readonly string[];
  readonly programmed: readonly string[];
  /** Those that may do anything that their contract allows. */
  readonly bound: readonly string[];
  /** Groups of processes that look interchangeable. */
  readonly alike: readonly (readonly ProcessId[])[];
  /** Why those that have no program may not say all that can be said. */
  readonly reasons: readonly Reason[];
}

const ofServices: Reason = {
  what: 'services of the kernel',
  why: 'they test more of their messages than policy and programs do',
};

const ofDevices: Reason = {
  what: 'devices',
  why: 'none acts in a search: no line is raised, and no word of memory is written by DMA',
};

type Role = 'mostGeneral' | 'programmed' | 'bound';

/**
 * Gives each process its program. One without, or one that is untrusted, does anything that its contract
 * allows, or, without a contract, anything whatever.
 */
export const castOf = (solution: Solution, { untrusted, ...options }: CastOptions): Cast => {
  const roleOf = ({ id }: Process): Role => {
    if (solution.automata.has(id) && !untrusted.includes(id)) return 'programmed';
    return solution.contracts.has(id) ? 'bound' : 'mostGeneral';
  };
  const free = solution.processes
    .filter((process) => roleOf(process) !== 'programmed')
    .map(({ id }) => id);
  const alphabets = alphabetsOf(solution, free, options);
  const programs = solution.processes.map((process): RunningProgram => {
    const { id } = process;
    const role = roleOf(process);
    const automaton = solution.automata.get(id);
    if (role === 'programmed' && automaton !== undefined) {
      return runProgram(automatonProgram(solution, automaton));
    }
    const contract = solution.contracts.get(id);
    const alphabet = alphabetIn(alphabets, id);
    return contract === undefined
      ? runProgram(mostGeneral(alphabet))
      : runProgram(boundBy(solution, contract, alphabet));
  });
  const callServices = free.some((id) => {
    const contract = solution.contracts.get(id);
    return contract === undefined ? options.services : asksKernel(contract);
  });
  const named = (role: Role): readonly string[] =>
    solution.processes.flatMap((process) => (roleOf(process) === role ? [process.name] : []));
  return {
    programOf: ({ process }) => at(programs, process),
    mostGeneral: named('mostGeneral'),
    programmed: named('programmed'),
    bound: named('bound'),
    alike: lookingAlike(
      solution,
      solution.processes.flatMap((one) => (roleOf(one) === 'mostGeneral' ? [one.id] : [])),
      (id) => alphabetIn(alphabets, id),
    ),
    reasons: [
      ...alphabets.reasons,
      ...passedOnReasons(solution, free),
      ...handedOverReasons(solution, free),
      ...contractReasons(solution, free),
      ...(callServices ? [ofServices] : []),
      ...(rolesOf(solution).length > 0 ? [ofDevices] : []),
    ],
  };
};
