import type { Call, Expression } from '../../solution/syntax/tree/expression.ts';
import type { Asked } from '../evaluation.ts';
import type { ResolvedEvent } from '../resolve.ts';
import { outcomeOf } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { Program, Step } from './steps.ts';

type StepKey = Call | Expression;

const keyOf = (step: Step): StepKey => {
  if (step.kind === 'call') return step.call;
  const { scrutinee } = step.choice;
  return scrutinee.kind === 'call' ? scrutinee.call : scrutinee;
};

const indexed = new WeakMap<Program, ReadonlyMap<StepKey, Step>>();

const indexOf = (program: Program): ReadonlyMap<StepKey, Step> => {
  const known = indexed.get(program);
  if (known !== undefined) return known;
  const index = new Map<StepKey, Step>();
  const visit = (step: Step): void => {
    index.set(keyOf(step), step);
    if (step.kind === 'choice') for (const one of step.cases) one.steps.forEach(visit);
  };
  program.steps.forEach(visit);
  indexed.set(program, index);
  return index;
};

const stepOf = (program: Program, { as, call }: Asked): Step | undefined => {
  const index = indexOf(program);
  return index.get(call) ?? (as === 'scrutinee' ? index.get(call.argument) : undefined);
};

/**
 * What the atoms of a program came to at an event that the engine judged: each is evaluated where the
 * engine asked it, in the context that it had then.
 */
export const observe = (
  program: Program,
  asked: readonly Asked[],
  resolved: ResolvedEvent,
): readonly Outcome[] => {
  const outcomes: Outcome[] = program.atoms.map(() => 'unasked');
  for (const one of asked) {
    const step = stepOf(program, one);
    if (step?.kind === 'call') {
      for (const { atom, number } of step.atoms) {
        outcomes[number] = outcomeOf(atom, resolved, one.before);
      }
    }
    if (step?.kind !== 'choice') continue;
    const tested =
      step.scrutinee === undefined ? step.cases.map(({ atom }) => atom) : [step.scrutinee];
    for (const numbered of tested) {
      if (numbered === undefined) continue;
      const outcome = outcomeOf(numbered.atom, resolved, one.before);
      outcomes[numbered.number] = outcome;
      if (outcome !== 'false') break;
    }
  }
  return outcomes;
};
