import { choose } from '../choose.ts';
import type { Context } from '../context.ts';
import { objectOf } from '../event-environment.ts';
import type { ResolvedEvent } from '../resolve.ts';
import type { Atom } from './atoms-of-call.ts';
import { valueIn } from './closed.ts';

/** What an atom came to; `unasked` where no call that tests it was reached. */
export type Outcome = 'true' | 'false' | 'failed' | 'unasked';

const ofCase = (
  { choice, when }: Extract<Atom['test'], { readonly kind: 'case' }>,
  resolved: ResolvedEvent,
  context: Context,
): Outcome => {
  const value = valueIn(choice.scrutinee, resolved, context);
  if (value.kind === 'failed') return 'failed';
  const [body] = choice.cases.map((one) => one.body);
  if (body === undefined) return 'failed';
  const asked = { when, body, at: choice.at };
  const otherwise = { when: undefined, body, at: choice.at };
  const chosen = choose(context, { ...choice, cases: [asked, otherwise] }, value.value);
  if (chosen.kind === 'failed') return 'failed';
  return chosen.chosen === asked ? 'true' : 'false';
};

const ofRule = (
  { call }: Extract<Atom['test'], { readonly kind: 'rule' }>,
  resolved: ResolvedEvent,
  context: Context,
): Outcome => {
  const argument = valueIn(call.argument, resolved, context);
  const running = context.objects.get(objectOf(call));
  if (argument.kind === 'failed' || running === undefined) return 'failed';
  const { result } = running.rule(call.method.text, argument.value);
  if (result.kind === 'failed') return 'failed';
  return result.kind === 'granted' ? 'true' : 'false';
};

/** What an atom comes to at an event in a context, as the engine evaluates it. */
export const outcomeOf = ({ test }: Atom, resolved: ResolvedEvent, context: Context): Outcome => {
  if (test.kind === 'case') return ofCase(test, resolved, context);
  if (test.kind === 'rule') return ofRule(test, resolved, context);
  const value = valueIn(test.expression, resolved, context);
  if (test.kind === 'value') return value.kind === 'failed' ? 'failed' : 'true';
  if (value.kind === 'failed' || typeof value.value !== 'boolean') return 'failed';
  return value.value ? 'true' : 'false';
};
