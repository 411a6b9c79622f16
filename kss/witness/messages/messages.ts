import type { RecordValue } from '../../../model/value.ts';
import { formatValue } from '../../../solution/message/format.ts';
import type { Solution } from '../../../solution/solution.ts';
import { defaultMessage } from '../event-in.ts';
import type { Solve } from '../search.ts';
import type { Unknown } from '../witness.ts';
import { combined, confirmed } from './combine.ts';
import { askedOf, courseOf, isFollowed, oneMore, solvedWith } from './course.ts';
import type { Course, MessageSlot, Values } from './course.ts';
import { handleDoubts } from './handle-doubts.ts';
import { placesOf, roomOf } from './kept.ts';
import { otherUses } from './other-uses.ts';

/** Messages that stand for all of a slot's, and what could not be decided about that. */
export interface SlotMessages {
  readonly messages: readonly RecordValue[];
  readonly unknown: readonly Unknown[];
}

export interface MessageOptions {
  /** Integers that are sent by others, and so may be kept; `any`, where that cannot be told. */
  readonly values?: readonly bigint[] | 'any';
  /** What decides the atoms of a component: a part that tests replace by a wrong one. */
  readonly solve?: Solve;
}

/** Most values of one part that are told apart for each way to satisfy the conditions on it. */
export const mostFollowed = 16;

const distinct = (messages: readonly RecordValue[]): readonly RecordValue[] => [
  ...new Map(messages.map((message) => [formatValue(message), message])).values(),
];

/** Handles name nothing in the messages that are found: whoever sends one puts there what it holds. */
const tellHandleDoubts = ({ type, atoms, policy, slot, unknowns }: Course['asked']): void => {
  const { sometimes, mixed } = handleDoubts(type, atoms);
  const [step] = policy.program.steps;
  if (step !== undefined) {
    const at = step.kind === 'call' ? step.call.at : step.choice.at;
    for (const key of sometimes) {
      unknowns.add({ at, what: slot.id, why: `whether "${key}" has a handle is not varied` });
    }
  }
  for (const { at, text } of mixed) {
    const why = 'it asks for a handle together with another part of the message';
    unknowns.add({ at, what: text, why });
  }
};

const answerOf = (course: Course, values: Values): SlotMessages => {
  const { asked } = course;
  const { tables, variables } = solvedWith(course, values);
  for (const { doubts } of tables) {
    for (const { asking, why } of doubts) {
      asked.unknowns.add({ at: asking.atom.at, what: asking.atom.text, why });
    }
  }
  const left = tables.map((table, index) => ({
    ...table,
    rows: table.rows.filter((row) => isFollowed(course, values, row, variables[index] ?? [])),
  }));
  tellHandleDoubts(asked);
  const messages = combined(left, asked).map((rows) => confirmed(rows, asked));
  return { messages: distinct(messages), unknown: asked.unknowns.all };
};

/**
 * For each slot messages that stand for all: for each satisfiable assignment of the atoms that policy
 * and tests have, whatever the context, one; and of what a HashSet keeps, as many values for each as it
 * has slots, and one more.
 *
 * Shape:  handles name nothing in them: who sends one puts what it holds in their places.
 * Result: whatever a message of a slot does in any run, one of these does in a run that is the same but
 *         for the names of values that are only compared for equality; unless something is unknown.
 * Throws: `Defect`, if a solver says of an atom what the engine does not.
 * Source: spec/exploration.md.
 */
export const messagesOf = (
  solution: Solution,
  slots: readonly MessageSlot[],
  options: MessageOptions = {},
): readonly SlotMessages[] => {
  const all = slots.map((one) => askedOf(solution, one, options.solve));
  const asked = all.flatMap((one) => one ?? []);
  const places = placesOf(solution, asked, otherUses(solution, asked), options.values ?? []);
  const courses = new Map(asked.map((one) => [one, courseOf(one, places)]));
  const room = roomOf(solution, places);
  let values: Values = new Map([...places].map(([place, { constants }]) => [place, constants]));
  for (let count = 0; count <= Math.min(room, mostFollowed); count += 1) {
    values = oneMore([...courses.values()], values);
  }
  return slots.map(({ slot }, index) => {
    const one = all[index];
    const course = one === undefined ? undefined : courses.get(one);
    if (one === undefined || course === undefined) {
      return { messages: [defaultMessage(slot)], unknown: [] };
    }
    const [first] = course.followed;
    if (room > mostFollowed && first !== undefined) {
      const why = `${String(room)} values can be kept at once, of which ${String(mostFollowed)} are told apart`;
      one.unknowns.add({ at: first.path.at, what: `what ${first.place} keeps`, why });
    }
    return answerOf(course, values);
  });
};
