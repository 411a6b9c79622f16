import { subExpressions } from '../../solution/syntax/sub-expressions.ts';
import type { Call, Expression } from '../../solution/syntax/tree/expression.ts';
import type { Context } from '../context.ts';
import { objectOf } from '../event-environment.ts';
import type { ModelOf } from './atoms-of-call.ts';
import { objectsIn } from './closed.ts';
import type { Program, Step } from './steps.ts';

/** Rules that test, and leave all states as they are. */
const testing = new Set(['Flow allow', 'Mic call', 'Mic invoke', 'Mic read', 'Mic write']);

/** May a rule move the state of its object? */
export const mayMove = (call: Call, context: Context, modelOf: ModelOf): boolean => {
  const object = objectOf(call);
  const running = context.objects.get(object);
  if (running === undefined || running.describe() === null) return false;
  return !testing.has(`${modelOf(object) ?? ''} ${call.method.text}`);
};

const touchedBy = (step: Step): readonly (readonly [number, readonly string[]])[] => {
  const atoms =
    step.kind === 'call'
      ? step.atoms
      : [step.scrutinee, ...step.cases.map(({ atom }) => atom)].flatMap((one) => one ?? []);
  return atoms.map(({ atom, number }) => {
    const own = atom.test.kind === 'rule' ? [objectOf(atom.test.call)] : [];
    return [number, [...own, ...atom.reads.flatMap(objectsIn)]] as const;
  });
};

/** The atoms, by number, that ask an object whose state a call before them may have moved. */
export const disturbedAtoms = (
  { steps }: Program,
  context: Context,
  modelOf: ModelOf,
): ReadonlySet<number> => {
  const moved = new Set<string>();
  const disturbed = new Set<number>();
  const visit = (step: Step): void => {
    for (const [number, objects] of touchedBy(step)) {
      if (objects.some((object) => moved.has(object))) disturbed.add(number);
    }
    if (step.kind === 'choice') for (const one of step.cases) one.steps.forEach(visit);
    else if (mayMove(step.call, context, modelOf)) moved.add(objectOf(step.call));
  };
  steps.forEach(visit);
  return disturbed;
};

/** The objects that a program asks or moves. */
export const objectsOf = ({ steps }: Program): ReadonlySet<string> => {
  const objects = new Set<string>();
  const visit = (step: Step): void => {
    for (const [, touched] of touchedBy(step)) for (const one of touched) objects.add(one);
    if (step.kind === 'choice') for (const one of step.cases) one.steps.forEach(visit);
    else objects.add(objectOf(step.call));
  };
  steps.forEach(visit);
  return objects;
};

/** Does an expression read an SID of the event? */
export const namesSid = (expression: Expression): boolean =>
  expression.kind === 'variable'
    ? expression.name !== 'message'
    : subExpressions(expression).some(namesSid);

/** Does any call of a program tell parties apart, but by their classes? */
export const readsSids = ({ steps }: Program): boolean => {
  const reads = (step: Step): boolean =>
    step.kind === 'call'
      ? namesSid(step.call.argument)
      : namesSid(step.choice.scrutinee) || step.cases.some((one) => one.steps.some(reads));
  return steps.some(reads);
};
