import { at } from '../model/defect.ts';
import type { ProcessId } from '../model/ids.ts';
import { runProgram } from '../model/running.ts';
import type { RunningProgram } from '../model/running.ts';
import type { Started } from '../model/step.ts';
import type { Reason } from '../kss/witness/reason.ts';
import { automatonProgram } from '../simulator/automaton-program.ts';
import type { Process, Solution } from '../solution/solution.ts';
import { alphabetIn, alphabetsOf } from './alphabet.ts';
import type { AlphabetOptions } from './alphabet.ts';
import { handedOverReasons } from './handed-over.ts';
import { mostGeneral } from './most-general.ts';
import { passedOnReasons } from './passed-on.ts';

/** Who is not trusted, and what those may say. */
export interface CastOptions extends AlphabetOptions {
  readonly untrusted: readonly ProcessId[];
}

/** What each process does. */
export interface Cast {
  readonly programOf: (thread: Started) => RunningProgram;
  readonly mostGeneral: readonly string[];
  readonly programmed: readonly string[];
  /** Why the most general ones may not say all that can be said. */
  readonly reasons: readonly Reason[];
}

const ofServices: Reason = {
  what: 'services of the kernel',
  why: 'they test more of their messages than policy and programs do',
};

/** Gives each process its program; one without, or one that is untrusted, is most general. */
export const castOf = (solution: Solution, { untrusted, ...options }: CastOptions): Cast => {
  const isGeneral = ({ id }: Process): boolean =>
    untrusted.includes(id) || !solution.automata.has(id);
  const general = solution.processes.filter(isGeneral).map(({ id }) => id);
  const alphabets = alphabetsOf(solution, general, options);
  const parts = solution.processes.map((process) => {
    const { id, name } = process;
    const automaton = solution.automata.get(id);
    const program =
      automaton === undefined || isGeneral(process)
        ? runProgram(mostGeneral(alphabetIn(alphabets, id)))
        : runProgram(automatonProgram(solution, automaton));
    return { name, program, general: isGeneral(process) };
  });
  return {
    programOf: ({ process }) => at(parts, process).program,
    mostGeneral: parts.flatMap(({ name, general: is }) => (is ? [name] : [])),
    programmed: parts.flatMap(({ name, general: is }) => (is ? [] : [name])),
    reasons: [
      ...alphabets.reasons,
      ...passedOnReasons(solution, general),
      ...handedOverReasons(solution, general),
      ...(options.services && general.length > 0 ? [ofServices] : []),
    ],
  };
};
