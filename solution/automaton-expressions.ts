import type { Automaton, AutomatonStep } from './automaton.ts';
import type { Expression } from './syntax/tree/expression.ts';

/** What a step says, or by what it uses memory. */
export const expressionsOfStep = (step: AutomatonStep): readonly Expression[] => {
  if ('message' in step) return [step.message];
  return 'operands' in step ? [step.operands] : [];
};

/** Every expression of some states. */
export const expressionsOf = ({ states }: Pick<Automaton, 'states'>): readonly Expression[] =>
  [...states.values()].flatMap(({ do: steps, on }) => [
    ...steps.flatMap(expressionsOfStep),
    ...on.flatMap(({ when, keep }) => [
      ...(when === undefined ? [] : [when]),
      ...keep.map(({ value }) => value),
    ]),
  ]);
