import { exploreSolution, vacuousIn } from '../../assurance/explore-solution.ts';
import type { Exploration } from '../../assurance/explore-solution.ts';
import { searchData, violationSequence } from '../../library/exploration-result.ts';
import type { ProcessId } from '../../model/ids.ts';
import { sequenceText } from '../../reports/sequence-text.ts';
import { hintNearest } from '../../solution/nearest.ts';
import type { Solution } from '../../solution/solution.ts';
import { coverageLines } from '../coverage-lines.ts';
import { reasonLines } from '../reason-lines.ts';
import { exits } from '../failure.ts';
import type { Exit } from '../failure.ts';
import type { Output } from '../output.ts';
import type { Given } from '../with-solution.ts';

export interface ExploreChoice {
  readonly untrusted: readonly string[];
  readonly states: number;
  readonly services: boolean;
  readonly requireComplete: boolean;
  /** `none`: processes that can change places are searched one by one all the same. */
  readonly symmetry?: 'none';
}

const idsOf = (solution: Solution, names: readonly string[]): readonly ProcessId[] | string => {
  const unknown = names.find((name) =>
    solution.processes.every((process) => process.name !== name),
  );
  if (unknown === undefined) {
    return solution.processes.flatMap(({ id, name }) => (names.includes(name) ? [id] : []));
  }
  const known = solution.processes.map(({ name }) => name);
  const { hint } = hintNearest(unknown, known);
  return `there is no process "${unknown}"${hint === undefined ? '' : `; ${hint}`}`;
};

/** Untrusted are those named, else all whom some objective does not trust. */
const untrustedOf = (
  solution: Solution,
  names: readonly string[],
): readonly ProcessId[] | string =>
  names.length > 0
    ? idsOf(solution, names)
    : [...new Set(solution.objectives.flatMap(({ untrusted }) => untrusted))];

const tell = ({ solution }: Given, found: Exploration, output: Output): void => {
  const { explored, violations, reasons, mostGeneral, programmed, bound } = found;
  output.say(`most general: ${mostGeneral.join(', ') || 'none'}`);
  output.say(`with a program: ${programmed.join(', ') || 'none'}`);
  if (bound.length > 0) output.say(`bound by a contract: ${bound.join(', ')}`);
  const held = programmed.filter((name) =>
    solution.processes.some((one) => one.name === name && solution.contracts.has(one.id)),
  );
  if (held.length > 0) output.say(`held to a contract: ${held.join(', ')}`);
  output.say(
    `${String(explored.states)} states, ${String(explored.edges)} edges, depth ${String(explored.depth)}`,
  );
  for (const [name, count] of [...explored.actions].sort())
    output.say(`  ${name} ${String(count)}`);
  for (const group of found.exchanged) {
    output.say(`states that differ only in who is who of ${group.join(', ')} count once`);
  }
  for (const line of coverageLines(found.coverage)) output.say(line);
  output.say(`complete: ${String(reasons.length === 0)}`);
  for (const line of reasonLines(reasons)) output.say(line);
  if (found.halted) output.say('the system halts while it boots');
  const vacuous = vacuousIn(found, solution.objectives);
  for (const name of vacuous) {
    output.say(`vacuous: ${name}: no event that it speaks of is ever tried, so verify fails`);
  }
  for (const violation of violations) {
    output.say(`violated: ${violation.property}: ${violation.why}`);
    output.say(sequenceText(violationSequence(solution, violation)));
  }
  if (violations.length === 0) output.say('nothing is violated');
};

/** `refmon explore SOLUTION`: all reachable states within bounds. */
export const explore = (given: Given, choice: ExploreChoice, output: Output): Exit => {
  const { solution, engine } = given;
  const untrusted = untrustedOf(solution, choice.untrusted);
  if (typeof untrusted === 'string') {
    output.note(untrusted);
    return exits.usage;
  }
  const { objectives } = solution;
  const { states, services, symmetry } = choice;
  const started = performance.now();
  const found = exploreSolution(solution, {
    untrusted,
    objectives,
    states,
    services,
    engine,
    progress: (known) => {
      output.progress(`${String(known)} states`);
    },
    ...(symmetry === undefined ? {} : { symmetry }),
  });
  const seconds = (performance.now() - started) / 1000;
  tell(given, found, output);
  const ok = found.violations.length === 0;
  output.sayJson({
    ok,
    ...searchData(solution, found, found.violations.map(({ property }) => property)), // prettier-ignore
    vacuous: vacuousIn(found, objectives),
    coverage: found.coverage,
    exchanged: found.exchanged,
    statesPerSecond: Math.round(found.explored.states / seconds),
  });
  if (!ok) return exits.fault;
  return choice.requireComplete && found.reasons.length > 0 ? exits.fault : exits.fine;
};
