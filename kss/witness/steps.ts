import type { Solution } from '../../solution/solution.ts';
import type { Call } from '../../solution/syntax/tree/expression.ts';
import type { Body, BodyItem, Choice } from '../../solution/syntax/tree/psl.ts';
import { slotHolds } from '../compiled/slot.ts';
import { atomOfScrutinee, atomsOfCall, atomsOfCase } from './atoms-of-call.ts';
import type { Atom } from './atoms-of-call.ts';
import { modelNames } from './model-names.ts';
import { bindingsOf } from './slots.ts';
import type { EventSlot } from './slots.ts';

/** An atom by its number in the slot. */
export interface Numbered {
  readonly atom: Atom;
  readonly number: number;
}

/** What the policy does at an event of a slot, matches being decided, atoms numbered. */
export type Step =
  | { readonly kind: 'call'; readonly call: Call; readonly atoms: readonly Numbered[] }
  | {
      readonly kind: 'choice';
      readonly choice: Choice;
      /** There where no case asks for a constant: the scrutinee must have a value all the same. */
      readonly scrutinee: Numbered | undefined;
      readonly cases: readonly StepCase[];
    };

export type CallStep = Extract<Step, { readonly kind: 'call' }>;

/** `atom` is absent for `_`. */
export interface StepCase {
  readonly atom: Numbered | undefined;
  readonly steps: readonly Step[];
}

/** The steps of a slot, and its atoms. */
export interface Program {
  readonly steps: readonly Step[];
  readonly atoms: readonly Atom[];
}

/** The calls of a program that stand as statements. */
export const callSteps = ({ steps }: Program): readonly CallStep[] => {
  const within = (step: Step): readonly CallStep[] =>
    step.kind === 'call' ? [step] : step.cases.flatMap((one) => one.steps.flatMap(within));
  return steps.flatMap(within);
};

/** The steps of a slot in textual order, with atoms numbered from some number. */
export const programOf = (solution: Solution, slot: EventSlot, from = 0): Program => {
  const atoms: Atom[] = [];
  const modelOf = modelNames(solution);
  const numbered = (atom: Atom): Numbered => ({ atom, number: from + atoms.push(atom) - 1 });

  const choiceStep = (choice: Choice): Step => {
    const tested = choice.cases.flatMap(({ when }) => (when === undefined ? [] : [when]));
    const caseAtoms = tested.map((when) => numbered(atomsOfCase(choice, when, modelOf)));
    let next = 0;
    return {
      kind: 'choice',
      choice,
      scrutinee: tested.length === 0 ? numbered(atomOfScrutinee(choice)) : undefined,
      cases: choice.cases.map(({ when, body }) => ({
        atom: when === undefined ? undefined : caseAtoms[next++],
        steps: bodySteps(body),
      })),
    };
  };
  const itemSteps = (item: BodyItem): readonly Step[] => {
    switch (item.kind) {
      case 'match':
        return slotHolds(slot, item.where) ? bodySteps(item.body) : [];
      case 'choice':
        return [choiceStep(item)];
      case 'rule':
        return [
          { kind: 'call', call: item.call, atoms: atomsOfCall(item.call, modelOf).map(numbered) },
        ];
    }
  };
  const bodySteps = ({ items }: Body): readonly Step[] => items.flatMap(itemSteps);

  const steps = bindingsOf(solution, slot).flatMap(({ body }) => bodySteps(body));
  return { steps, atoms };
};
