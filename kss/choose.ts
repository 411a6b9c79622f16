import type { Value } from '../model/value.ts';
import type { Expression } from '../solution/syntax/tree/expression.ts';
import { standardSwitches } from '../spec/switches.ts';
import type { Switches } from '../spec/switches.ts';
import type { Choice, ChoiceCase } from '../solution/syntax/tree/psl.ts';
import type { Context } from './context.ts';
import { evaluate, plainEnvironment } from './evaluate.ts';
import { objectOf } from './event-environment.ts';
import { reasons } from './reasons.ts';
import { failed, yielded } from './security-model.ts';
import type { Yielded } from './security-model.ts';

/** The case that a choice takes, or why it takes none. */
export type Chosen =
  | { readonly kind: 'case'; readonly chosen: ChoiceCase }
  | { readonly kind: 'failed'; readonly why: string };

/** Does the value fit a constant? The model of the scrutinee's object may know better than equality. */
const fitsCase = (
  { objects }: Context,
  scrutinee: Expression,
  value: Value,
  when: Expression,
  switches: Switches,
): Yielded => {
  const literal = evaluate(when, plainEnvironment(new Map(), switches));
  if (literal.kind === 'failed') return failed(reasons.caseNotConstant);
  if (scrutinee.kind !== 'call') return yielded(literal.value === value);
  const { call } = scrutinee;
  const running = objects.get(objectOf(call));
  return (
    running?.fitsCase(call.method.text, value, literal.value) ?? yielded(literal.value === value)
  );
};

/** The first case, in textual order, that the value fits; else the default (C-22). */
export const choose = (
  context: Context,
  { scrutinee, cases }: Choice,
  value: Value,
  switches: Switches = standardSwitches,
): Chosen => {
  for (const chosen of cases) {
    if (chosen.when === undefined) continue;
    const fits = fitsCase(context, scrutinee, value, chosen.when, switches);
    if (fits.kind === 'failed') return fits;
    if (fits.value === true) return { kind: 'case', chosen };
  }
  const otherwise = cases.find(({ when }) => when === undefined);
  return otherwise === undefined ? failed(reasons.noCase) : { kind: 'case', chosen: otherwise };
};
