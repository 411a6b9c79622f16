import type { Program } from '../model/running.ts';
import type { Intent } from '../model/step.ts';
import { record } from '../model/value.ts';
import type { RecordValue } from '../model/value.ts';
import { automatonProgram } from '../simulator/automaton-program.ts';
import type { AutomatonLocal } from '../simulator/automaton-program.ts';
import { isAlike, isWithin } from '../simulator/within-contract.ts';
import type { Automaton } from '../solution/automaton.ts';
import { formatValue } from '../solution/message/format.ts';
import type { Solution } from '../solution/solution.ts';
import type { Alphabet } from './alphabet.ts';
import { mostGeneral } from './most-general.ts';
import type { Serving } from './most-general.ts';

/** Where it is in the contract, and what it serves. */
interface Local {
  readonly contract: AutomatonLocal;
  readonly serving: Serving;
}

const withGiven = (message: RecordValue, given: RecordValue): RecordValue =>
  record(
    [...message.fields].map(([name, value]) => [name, given.fields.get(name) ?? value] as const),
  );

/** What a step of the contract allows among all that could be done; no letter may have the values that it gives, so that they are put there. */
const allowedBy = (step: Intent, general: readonly Intent[]): readonly Intent[] => {
  const allowed = general.filter((intent) => intent.kind !== 'trap' && isWithin(intent, step));
  if (allowed.length > 0 || (step.kind !== 'call' && step.kind !== 'reply')) return allowed;
  const alike = general.flatMap((intent): readonly Intent[] =>
    (intent.kind === 'call' || intent.kind === 'reply') && isAlike(intent, step)
      ? [{ ...intent, message: withGiven(intent.message, step.message) }]
      : [],
  );
  const texts = alike.map((one) => ('message' in one ? formatValue(one.message) : ''));
  return alike.filter((_, index) => texts.indexOf(texts[index] ?? '') === index);
};

/**
 * A process that may do anything of its alphabet that its contract allows (OBJ-1), and may crash.
 *
 * Source: spec/exploration.md, "Contracts".
 */
export const boundBy = (
  solution: Solution,
  contract: Automaton,
  alphabet: Alphabet,
): Program<Local> => {
  const general = mostGeneral(alphabet);
  const bound = automatonProgram(solution, contract);
  return {
    initial: { contract: bound.initial, serving: general.initial },
    choose: (local) => {
      const all = general.choose(local.serving);
      const steps = bound.choose(local.contract);
      return [
        ...new Set(steps.flatMap((step) => allowedBy(step, all))),
        ...all.filter(({ kind }) => kind === 'trap'),
      ];
    },
    observe: (local, outcome) => {
      const next = {
        contract: bound.observe(local.contract, outcome),
        serving: general.observe(local.serving, outcome),
      };
      return next.contract === local.contract && next.serving === local.serving ? local : next;
    },
    encode: ({ contract: at, serving }, writer) => {
      bound.encode(at, writer);
      general.encode(serving, writer);
    },
  };
};
