import type { Expression } from '../../../solution/syntax/tree/expression.ts';
import type { Solution } from '../../../solution/solution.ts';
import { initialContext } from '../../context.ts';
import type { Row } from '../assign.ts';
import { atomsOfCondition } from '../atoms-of-call.ts';
import { eventIn } from '../event-in.ts';
import type { Parties } from '../event-in.ts';
import { Unknowns } from '../found.ts';
import type { Chosen } from '../message-of.ts';
import { findPolicyAt } from '../policy-at.ts';
import type { Solve } from '../search.ts';
import type { EventSlot } from '../slots.ts';
import { variablesIn } from '../variables.ts';
import type { Unknown } from '../witness.ts';
import { handleKeys } from './handle-keys.ts';
import { conditionOn, isValueOf } from './kept.ts';
import type { Place } from './kept.ts';
import { atomOfCondition, integerIn, solveWith } from './solving.ts';
import type { Question, Solved } from './solving.ts';
import { asksState, plainAtoms, stateUses } from './uses.ts';
import type { EntryUse, StateUses } from './uses.ts';

/** A slot, who takes part, and what is tested of its messages beside the policy. */
export interface MessageSlot {
  readonly slot: EventSlot;
  readonly parties: Parties;
  /** Boolean expressions over `message` alone. */
  readonly tests: readonly Expression[];
}

/** Tests beside the policy ask no object. */
const noModel = (): undefined => undefined;

/** A slot of which something is to be solved. */
export interface Asked extends Question {
  readonly slot: EventSlot;
  readonly uses: StateUses;
  readonly unknowns: Unknowns<Unknown>;
}

/** What a slot asks of its messages; absent where no call covers it. */
export const askedOf = (
  solution: Solution,
  { slot, parties, tests }: MessageSlot,
  solve: Solve | undefined,
): Asked | undefined => {
  const event = eventIn(solution, slot, undefined, parties);
  const policy = findPolicyAt(solution, slot, event, initialContext(solution));
  // What no call covers is denied, whatever it is: nothing of it is ever tested.
  if (policy === undefined || policy.program.steps.length === 0) return undefined;
  const fixed: Chosen = new Map(
    handleKeys(slot.type).flatMap((key) => [
      [`${key}.handle`, 0n],
      [`${key}.rights`, 0n],
    ]),
  );
  return {
    slot,
    policy,
    type: slot.type,
    atoms: [...plainAtoms(policy), ...tests.flatMap((one) => atomsOfCondition(one, noModel))],
    uses: stateUses(policy, slot.type),
    fixed,
    unknowns: new Unknowns<Unknown>(),
    ...(solve === undefined ? {} : { solve }),
  };
};

/** The atoms that ask a state for more than whether something is kept: as they stand at first. */
const looseAtoms = (asked: Asked, places: ReadonlyMap<string, Place>): Question['atoms'] => {
  const { policy, uses, type, fixed, unknowns } = asked;
  const followed = new Set(
    uses.entries.flatMap(({ place, variable }) =>
      places.get(place)?.isEqualityOnly === true ? [variable.key] : [],
    ),
  );
  return policy.program.atoms.filter((atom) => {
    const read = atom.reads.flatMap((one) => variablesIn(one, type));
    const isLoose =
      asksState(atom, policy.context) &&
      read.some(({ key }) => !fixed.has(key) && !followed.has(key));
    if (isLoose) {
      const why =
        'it asks for more than whether something is kept, of which one message stands for many';
      unknowns.add({ at: atom.at, what: atom.text, why });
    }
    return isLoose;
  });
};

/** A part of the message that is followed, and what is known of its place. */
type FollowedUse = EntryUse & { readonly known: Place };

/** One slot under way: its question, and the values told apart of each part that is followed. */
export interface Course {
  readonly asked: Asked;
  readonly followed: readonly FollowedUse[];
}

/** What is followed, and told apart, in one slot. */
export const courseOf = (asked: Asked, places: ReadonlyMap<string, Place>): Course => {
  const followed = asked.uses.entries.flatMap((use): readonly FollowedUse[] => {
    const known = places.get(use.place);
    return known?.isEqualityOnly === true && !asked.fixed.has(use.variable.key)
      ? [{ ...use, known }]
      : [];
  });
  const conditions = followed.flatMap(({ known, path }) =>
    known.conditions.map((one) => atomOfCondition(conditionOn(one, path))),
  );
  const atoms = [...asked.atoms, ...conditions, ...looseAtoms(asked, places)];
  return { asked: { ...asked, atoms }, followed };
};

/** Values that are told apart, by place. */
export type Values = ReadonlyMap<string, ReadonlySet<bigint>>;

/** The assignments of a slot, told apart by values as well. */
export const solvedWith = ({ asked, followed }: Course, values: Values): Solved =>
  solveWith(
    asked,
    followed.map(({ place, path, variable }) => ({
      path,
      key: variable.key,
      values: new Set([...(values.get(place) ?? [])].filter((one) => isValueOf(variable, one))),
    })),
  );

/** Every part that is followed has one of the values told apart. */
export const isFollowed = (
  { followed }: Course,
  values: Values,
  row: Row,
  variables: Solved['variables'][number],
): boolean =>
  followed.every(
    ({ place, variable }) =>
      variables.every(({ key }) => key !== variable.key) ||
      values.get(place)?.has(integerIn(row, variable.key)) === true,
  );

/** One more value of each part for each way to satisfy the conditions on it, where there is one. */
export const oneMore = (courses: readonly Course[], values: Values): Values => {
  const next = new Map([...values].map(([place, all]) => [place, new Set(all)]));
  for (const course of courses) {
    if (course.followed.length === 0) continue;
    const { tables, variables } = solvedWith(course, values);
    for (const [index, { rows }] of tables.entries()) {
      const own = new Set(variables[index]?.map(({ key }) => key));
      for (const { place, variable } of course.followed) {
        if (!own.has(variable.key)) continue;
        for (const row of rows) next.get(place)?.add(integerIn(row, variable.key));
      }
    }
  }
  return next;
};
