import type { Program } from '../model/running.ts';
import type { Intent } from '../model/step.ts';
import { record } from '../model/value.ts';
import type { RecordValue } from '../model/value.ts';
import { automatonProgram } from '../simulator/automaton-program.ts';
import type { AutomatonLocal } from '../simulator/automaton-program.ts';
import { isAlike, isUnjudged, isWithin, keyOf } from '../simulator/within-contract.ts';
import type { Automaton } from '../solution/automaton.ts';
import type { Solution } from '../solution/solution.ts';
import type { Alphabet } from './alphabet.ts';
import type { Said } from './put-handles.ts';
import { mostGeneral } from './most-general.ts';
import type { Local as General } from './most-general.ts';

/** Where it is in the contract, and what it serves and was given. */
interface Local {
  readonly contract: AutomatonLocal;
  readonly general: General;
}

const withGiven = (message: RecordValue, given: RecordValue): RecordValue =>
  record(
    [...message.fields].map(([name, value]) => [name, given.fields.get(name) ?? value] as const),
  );

/** Calls in the words of a step: one over a callable handle names no endpoint. */
const inWordsOf = (step: Intent, general: readonly Intent[]): readonly Intent[] =>
  step.kind === 'call' && step.endpoint === ''
    ? general.map((intent) => (intent.kind === 'call' ? { ...intent, endpoint: '' } : intent))
    : general;

const distinct = (intents: readonly Said[]): readonly Said[] => [
  ...new Map(intents.map((intent) => [keyOf(intent.message), intent])).values(),
];

/** What a step of the contract allows among all that could be done; no letter may have the values that it gives, so that they are put there. */
const allowedBy = (step: Intent, all: readonly Intent[]): readonly Intent[] => {
  // Nobody judges it, and the most general process does not do it: who is bound does it as the contract says.
  if (isUnjudged(step)) return [step];
  const general = inWordsOf(step, all);
  const allowed = general.filter((intent) => intent.kind !== 'trap' && isWithin(intent, step));
  if (allowed.length > 0 || (step.kind !== 'call' && step.kind !== 'reply')) return allowed;
  const alike = general.flatMap((intent): readonly Said[] =>
    (intent.kind === 'call' || intent.kind === 'reply') && isAlike(intent, step)
      ? [{ ...intent, message: withGiven(intent.message, step.message) }]
      : [],
  );
  // Over what is no handle that can be called: the kernel refuses it, which a contract may tell.
  if (alike.length === 0 && step.kind === 'call') return [step];
  return distinct(alike);
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
    initial: { contract: bound.initial, general: general.initial },
    choose: (local) => {
      const all = general.choose(local.general);
      const steps = bound.choose(local.contract);
      return [
        ...new Set(steps.flatMap((step) => allowedBy(step, all))),
        ...all.filter(({ kind }) => kind === 'trap'),
      ];
    },
    observe: (local, outcome) => {
      const next = {
        contract: bound.observe(local.contract, outcome),
        general: general.observe(local.general, outcome),
      };
      return next.contract === local.contract && next.general === local.general ? local : next;
    },
    encode: ({ contract: at, general: now }, writer) => {
      bound.encode(at, writer);
      general.encode(now, writer);
    },
  };
};
