import type { Solution } from '../../solution/solution.ts';
import { answerOf } from '../answer.ts';
import { unknownModels } from '../witness/unknown-models.ts';
import { usualBounds } from '../witness/contexts.ts';
import type { ContextBounds } from '../witness/contexts.ts';
import type { EventSlot } from '../witness/slots.ts';
import { reasonOf } from '../witness/reason.ts';
import type { Reason } from '../witness/reason.ts';
import { slotsOfAll } from '../witness/moving.ts';
import { atomsOf, witnessesOf } from '../witness/witness.ts';
import type { Witness, WitnessOptions } from '../witness/witness.ts';
import { unlikeSlots } from './alike.ts';
import { commonOf } from './common.ts';
import type { Common } from './common.ts';
import { byWeight, conditionText, coverOf } from './condition.ts';
import { makeConfirmer } from './confirm.ts';
import type { Lines } from './confirm.ts';
import type { Difference } from './difference.ts';
import { pairContexts } from './pair-contexts.ts';

/** A difference, and the lines with which `decide` confirms it. */
export interface ConfirmedDifference extends Difference {
  readonly lines: Lines;
}

/**
 * Differences of two policies; none is missing if there are no reasons.
 *
 * Shape: `slots` counts the kinds of events that were compared, `alike` those at which both policies
 *        ask the same of the same, which alone settles it.
 */
export interface Differences {
  readonly differences: readonly ConfirmedDifference[];
  readonly reasons: readonly Reason[];
  readonly slots: number;
  readonly alike: number;
}

export interface DiffOptions extends Pick<WitnessOptions, 'most' | 'solve'> {
  readonly bounds?: ContextBounds;
  /** Sees how far it is. */
  readonly progress?: (done: number, all: number) => void;
}

const isChanged = ({ judgement, beside: [other] }: Witness): boolean =>
  other !== undefined && other.verdict.kind !== judgement.verdict.kind;

const ofOwnModels = ({ policy }: Solution): readonly Reason[] =>
  unknownModels(policy).map(reasonOf);

/** The differences at one slot, from its witnesses. */
const differencesAt = (
  { a, b }: Common,
  slot: EventSlot,
  witnesses: readonly Witness[],
): readonly Difference[] => {
  const ofA = atomsOf(a, slot);
  const atoms = [...ofA, ...atomsOf(b, slot)];
  const assignments = witnesses.map(({ outcomes }) => outcomes);
  const inWords = conditionText(atoms, ofA.length, assignments);
  return (['granted', 'denied'] as const).flatMap((change) => {
    const isIt = (one: Witness): boolean =>
      isChanged(one) && one.beside[0]?.verdict.kind === change;
    const others = witnesses.filter((one) => !isIt(one)).map(({ outcomes }) => outcomes);
    const shortestFirst = witnesses
      .filter(isIt)
      .sort((left, right) => left.prelude.length - right.prelude.length);
    const covered = coverOf(shortestFirst, ({ outcomes }) => outcomes, others, byWeight(atoms));
    return covered.flatMap(
      ({
        item: {
          prelude,
          event,
          judgement,
          beside: [other],
        },
        cube,
      }) =>
        other === undefined
          ? []
          : [
              {
                slot,
                change,
                when: inWords(cube),
                witness: { prelude, event },
                a: answerOf(judgement.verdict),
                b: answerOf(other.verdict),
              },
            ],
    );
  });
};

/**
 * Where the verdicts of two policies for the same components differ: on events after which both policies
 * have granted the same events before.
 *
 * Result: each difference is confirmed by the compiled engine, from text, on the whole solutions.
 * Throws: `Defect`, if the engines disagree on a witness.
 * Source: spec/formats/diff.md.
 */
export const differencesOf = (
  a: Solution,
  b: Solution,
  { bounds = usualBounds, progress, ...options }: DiffOptions = {},
): Differences => {
  const own = [a, b].flatMap(ofOwnModels);
  if (own.length > 0) return { differences: [], reasons: own, slots: 0, alike: 0 };
  const common = commonOf(a, b);
  const slots = slotsOfAll([common.a, common.b]);
  const unlike = unlikeSlots(common);
  progress?.(0, unlike.length);
  const contexts = pairContexts(common, unlike, bounds);
  const confirmer = makeConfirmer(common.a, a, b);
  const reasons = new Map<string, Reason>();
  const note = (one: Reason): void => {
    reasons.set(`${one.at ?? ''} ${one.what} ${one.why}`, one);
  };
  for (const what of common.left) note({ what, why: 'only what both have is compared' });
  if (confirmer.isRenumbered) {
    note({ what: 'the numbers of SIDs', why: 'subjects have other SIDs in one solution' });
  }
  for (const one of contexts.unknown) note(reasonOf(one));
  const differences = unlike.flatMap((one, index) => {
    const { slot } = one;
    progress?.(index, unlike.length);
    const found = witnessesOf(common.a, slot, {
      ...options,
      contexts: contexts.at(one),
      beside: [common.b],
    });
    for (const one of found.unknown) note(reasonOf(one));
    return differencesAt(common, slot, found.witnesses).flatMap((one) => {
      if (confirmer.confirm(one) === 'confirmed')
        return [{ ...one, lines: confirmer.linesOf(one) }];
      note({
        what: slot.id,
        why: 'decide does not show a difference there: its SIDs have no names, or other numbers',
      });
      return [];
    });
  });
  return {
    differences,
    reasons: [...reasons.values()],
    slots: slots.length,
    alike: slots.length - unlike.length,
  };
};
