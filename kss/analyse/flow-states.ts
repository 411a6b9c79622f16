import type { Span } from '../../model/span.ts';
import type { Call } from '../../solution/syntax/tree/expression.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import type { Asked } from '../evaluation.ts';
import { objectOf } from '../event-environment.ts';
import { configurationOf, entryOf, textsIn } from '../models/configuration.ts';
import { initialOf, statesOf, targetsOf } from '../models/flow-configuration.ts';
import { fieldOf, findSid } from '../values.ts';
import { partiesOf } from '../witness/event-in.ts';
import { mostParties, witnessesOf } from '../witness/witness.ts';
import type { Witness } from '../witness/witness.ts';
import { findingAt } from './finding.ts';
import type { AnalysisFinding } from './finding.ts';
import type { Survey, SurveyedSlot } from './survey.ts';
import type { CallUse } from './uses.ts';

/** States that may be entered, and transitions that may be made: never fewer than are. */
interface Possible {
  readonly states: ReadonlySet<string>;
  readonly transitions: ReadonlySet<string>;
}

const transitionKey = (from: string, to: string): string => JSON.stringify([from, to]);

const isOf = (object: PolicyObject, call: Call, method: string): boolean =>
  objectOf(call) === object.name.text && call.method.text === method;

/** The state that a call enters; all, if it is computed. */
const enteredBy = (object: PolicyObject, { argument }: Call): readonly string[] => {
  const state = entryOf(argument, 'state');
  return state?.kind === 'text' ? [state.value] : statesOf(object);
};

/** By the calls that may grant, and the transitions of the object, whatever the messages. */
const byDeclaration = (object: PolicyObject, uses: readonly CallUse[]): Possible => {
  const granting = uses.filter(({ may }) => may.has('granted'));
  const targets = new Set(
    granting.flatMap(({ call }) => (isOf(object, call, 'enter') ? enteredBy(object, call) : [])),
  );
  const isBegun = granting.some(({ call }) => isOf(object, call, 'init'));
  const states = new Set(isBegun ? [initialOf(object)] : []);
  const transitions = new Set<string>();
  for (const from of states) {
    for (const to of targetsOf(object, from)) {
      if (!targets.has(to)) continue;
      states.add(to);
      transitions.add(transitionKey(from, to));
    }
  }
  return { states, transitions };
};

const stateBefore = (object: PolicyObject, { before, argument }: Asked): string | undefined => {
  const sid = argument.kind === 'value' ? findSid(fieldOf(argument.value, 'sid')) : undefined;
  const described = before.objects.get(object.name.text)?.describe();
  const states = new Map<string, unknown>(Object.entries(described ?? {}));
  const state = states.get(String(sid));
  return typeof state === 'string' ? state : undefined;
};

/**
 * The witnesses of a slot, for each pair of processes on its own: together, one witness would stand for
 * all pairs with the same outcomes, and the states of the others would not be seen.
 */
const witnessesOfEach = (
  { solution, finder }: Survey,
  { slot, contexts }: SurveyedSlot,
): readonly Witness[] => {
  return partiesOf(solution, slot).flatMap(
    (parties) =>
      witnessesOf(solution, slot, {
        ...finder,
        contexts,
        parties,
      }).witnesses,
  );
};

/** By all that happens, where that is known. */
const byWitnesses = (
  object: PolicyObject,
  survey: Survey,
  slots: ReadonlySet<SurveyedSlot>,
): Possible => {
  const states = new Set<string>();
  const transitions = new Set<string>();
  for (const { judgement } of [...slots].flatMap((one) => witnessesOfEach(survey, one))) {
    if (judgement.verdict.kind !== 'granted') continue;
    for (const asked of judgement.asked) {
      if (isOf(object, asked.call, 'init')) states.add(initialOf(object));
      if (!isOf(object, asked.call, 'enter')) continue;
      const from = stateBefore(object, asked);
      const [to] = enteredBy(object, asked.call);
      if (from === undefined || to === undefined) continue;
      states.add(to);
      transitions.add(transitionKey(from, to));
    }
  }
  return { states, transitions };
};

const possibleOf = (object: PolicyObject, survey: Survey, uses: readonly CallUse[]): Possible => {
  const moving = uses.filter(
    ({ call }) => isOf(object, call, 'enter') || isOf(object, call, 'init'),
  );
  const isKnown = moving.every(
    ({ call, slots }) =>
      (call.method.text === 'init' || enteredBy(object, call).length === 1) &&
      slots.every(
        ({ isExact, slot }) => isExact && partiesOf(survey.solution, slot).length <= mostParties,
      ),
  );
  return isKnown
    ? byWitnesses(object, survey, new Set(moving.flatMap(({ slots }) => slots)))
    : byDeclaration(object, moving);
};

/** The place of each state in `states`, and of each transition in `transitions`. */
const placesOf = (object: PolicyObject) => {
  const { config } = configurationOf(object);
  const states = entryOf(config, 'states');
  const transitions = entryOf(config, 'transitions');
  const entries = transitions?.kind === 'dictionary' ? transitions.entries : [];
  return {
    states: states === undefined ? [] : textsIn(states),
    transitions: entries.flatMap(({ key, value }) =>
      textsIn(value).map(({ text, at }) => ({ from: key.text, to: text, at })),
    ),
  };
};

const stateFinding = (object: PolicyObject, state: string, at: Span): AnalysisFinding =>
  findingAt('ANA-006', at, `no event brings ${object.name.text} to "${state}"`);

const transitionFinding = (
  object: PolicyObject,
  from: string,
  to: string,
  at: Span,
): AnalysisFinding =>
  findingAt('ANA-007', at, `no event moves ${object.name.text} from "${from}" to "${to}"`);

/** States that no event enters, and transitions that no event makes from states that are entered. */
export const flowFindings = (
  survey: Survey,
  uses: readonly CallUse[],
): readonly AnalysisFinding[] =>
  survey.solution.policy.objects
    .filter(({ model }) => model.text === 'Flow')
    .flatMap((object) => {
      const possible = possibleOf(object, survey, uses);
      const { states, transitions } = placesOf(object);
      return [
        ...states
          .filter(({ text }) => !possible.states.has(text))
          .map(({ text, at }) => stateFinding(object, text, at)),
        ...transitions
          .filter(
            ({ from, to }) =>
              possible.states.has(from) &&
              possible.states.has(to) &&
              !possible.transitions.has(transitionKey(from, to)),
          )
          .map(({ from, to, at }) => transitionFinding(object, from, to, at)),
      ];
    });
