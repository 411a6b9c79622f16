import type { Finding } from '../../model/security.ts';
import type { Call } from '../../solution/syntax/tree/expression.ts';
import type { Outcome } from '../witness/outcome.ts';
import { callSteps } from '../witness/steps.ts';
import type { Numbered } from '../witness/steps.ts';
import type { Witness } from '../witness/witness.ts';
import { makeAlone } from './alone.ts';
import type { Survey, SurveyedSlot } from './survey.ts';

export type Result = Finding['result'];

/**
 * What one call of the policy can come to, at all events.
 *
 * Shape: `may` and `parts` (one for each atom of the call) may hold more than occurs, and never less;
 *        `mayReach` is false only if no event gets there. `seen` has a witness of what does occur.
 */
export interface CallUse {
  readonly call: Call;
  readonly atoms: readonly Numbered[];
  readonly slots: readonly SurveyedSlot[];
  readonly mayReach: boolean;
  readonly may: ReadonlySet<Result>;
  readonly parts: readonly ReadonlySet<Outcome>[];
  readonly seen: ReadonlyMap<Result, Witness>;
}

/** What a statement came to in a witness; absent if it was not asked. */
export const resultIn = ({ judgement }: Witness, call: Call): Result | undefined => {
  const asked = judgement.asked.find((one) => one.as === 'statement' && one.call === call);
  return asked === undefined ? undefined : (asked.finding?.result ?? 'granted');
};

interface Gathered {
  readonly atoms: readonly Numbered[];
  readonly slots: SurveyedSlot[];
  mayReach: boolean;
  readonly may: Set<Result>;
  readonly parts: readonly Set<Outcome>[];
  readonly seen: Map<Result, Witness>;
}

const results: readonly Result[] = ['granted', 'denied', 'failed'];

const anything: readonly Outcome[] = ['true', 'false', 'failed'];

const addSeen = (so: Gathered, call: Call, witnesses: readonly Witness[]): void => {
  for (const witness of witnesses) {
    const result = resultIn(witness, call);
    if (result !== undefined && !so.seen.has(result)) so.seen.set(result, witness);
  }
};

/** Adds what a call comes to in witnesses that are all there are. */
const addExact = (
  so: Gathered,
  call: Call,
  atoms: readonly Numbered[],
  witnesses: readonly Witness[],
): void => {
  for (const witness of witnesses) {
    const result = resultIn(witness, call);
    if (result === undefined) continue;
    so.mayReach = true;
    so.may.add(result);
    for (const [index, { number }] of atoms.entries()) {
      const outcome = witness.outcomes[number];
      if (outcome !== undefined) so.parts[index]?.add(outcome);
    }
  }
};

const addAnything = (so: Gathered): void => {
  so.mayReach = true;
  for (const one of results) so.may.add(one);
  for (const part of so.parts) for (const one of anything) part.add(one);
};

/** The uses of every call that stands as a statement at some event, in the order in which slots come to them. */
export const usesOf = (survey: Survey): ReadonlyMap<Call, CallUse> => {
  const alone = makeAlone(survey);
  const uses = new Map<Call, Gathered>();
  for (const surveyed of survey.slots) {
    for (const { call, atoms } of callSteps(surveyed.program)) {
      const so: Gathered = uses.get(call) ?? {
        atoms,
        slots: [],
        mayReach: false,
        may: new Set(),
        parts: atoms.map(() => new Set<Outcome>()),
        seen: new Map(),
      };
      uses.set(call, so);
      so.slots.push(surveyed);
      addSeen(so, call, surveyed.witnesses);
      if (surveyed.isExact) {
        addExact(so, call, atoms, surveyed.witnesses);
        continue;
      }
      const all = alone(surveyed.slot, call);
      so.mayReach = true;
      if (all === undefined) addAnything(so);
      else addExact(so, call, numberedFromZero(atoms), all);
    }
  }
  return new Map([...uses].map(([call, so]) => [call, { call, ...so }]));
};

/** The atoms of a call as they are numbered where it is alone. */
const numberedFromZero = (atoms: readonly Numbered[]): readonly Numbered[] =>
  atoms.map(({ atom }, number) => ({ atom, number }));
