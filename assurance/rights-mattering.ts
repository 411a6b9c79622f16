import { rights } from '../kernel/rights.ts';
import { handleKeys } from '../kss/witness/messages/handle-keys.ts';
import { atomsOf } from '../kss/witness/witness.ts';
import { bindingsOf, eventSlots } from '../kss/witness/slots.ts';
import type { EventSlot } from '../kss/witness/slots.ts';
import { expressionsOf } from '../solution/automaton-expressions.ts';
import type { Automaton } from '../solution/automaton.ts';
import type { Solution } from '../solution/solution.ts';
import { subExpressions } from '../solution/syntax/sub-expressions.ts';
import type { Expression } from '../solution/syntax/tree/expression.ts';
import type { Letter } from './letters.ts';
import { takenOn } from './program-tests.ts';
import { allTested, bothTested, testedByPrograms, testedOf } from './rights-tested.ts';
import type { RightsTested } from './rights-tested.ts';

/** Rights that the kernel asks for, of handles of some kind. */
const ofKernel: RightsTested = {
  bits: Object.values(rights).reduce((bits, one) => (bits | one) >>> 0, 0),
  isWhole: false,
};

const byPolicy = (solution: Solution, slot: EventSlot): RightsTested =>
  testedOf(
    atomsOf(solution, slot).flatMap(({ reads }) => reads),
    slot.type,
  );

const everywhere = new WeakMap<Solution, RightsTested>();

/** What anybody may ask of a handle that goes on: the kernel, the policy at any slot, and any program. */
const anywhereIn = (solution: Solution): RightsTested => {
  const known = everywhere.get(solution);
  if (known !== undefined) return known;
  const slots = eventSlots(solution).filter((slot) => bindingsOf(solution, slot).length > 0);
  const programs = [...solution.automata.values(), ...solution.contracts.values()];
  const found = allTested([
    ofKernel,
    ...slots.map((slot) => byPolicy(solution, slot)),
    testedByPrograms(programs.flatMap(expressionsOf)),
  ]);
  everywhere.set(solution, found);
  return found;
};

/** Does one of some expressions take a handle of a message of a type: more of it than its `rights` and `context`? */
const takeHandles = (taken: readonly Expression[], { type }: EventSlot): boolean => {
  const keys = handleKeys(type);
  const names = new Set(keys.map((key) => key.split(/[.#[]/u)[0] ?? key));
  const isPart = (field: string): boolean =>
    ['rights', 'context'].includes(field) && keys.every((key) => !key.endsWith(`.${field}`));
  const takes = (expression: Expression): boolean => {
    if (expression.kind === 'variable') return expression.name === 'message';
    if (expression.kind !== 'field') return subExpressions(expression).some(takes);
    const { of, field } = expression;
    if (of.kind === 'variable' && of.name === 'message') return names.has(field.text);
    return !isPart(field.text) && takes(of);
  };
  return taken.some(takes);
};

/**
 * What may matter of the rights of the handles in messages of a letter: to the policy, and to programs and contracts that
 * receive them. For a receiver that may do anything more rights are as good: whatever it can do with fewer, it can do by
 * lending fewer.
 */
export const rightsMattering = (
  solution: Solution,
  { slot: { slot, tests }, branchesOf }: Letter,
  receivers: readonly Automaton[],
): RightsTested => {
  const here = bothTested(byPolicy(solution, slot), testedOf(tests, slot.type));
  const taken = receivers.flatMap((one) => takenOn(one, branchesOf(one)));
  return takeHandles(taken, slot) ? bothTested(here, anywhereIn(solution)) : here;
};
