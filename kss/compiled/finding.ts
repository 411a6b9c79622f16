import type { Finding } from '../../model/security.ts';
import type { Call } from '../../solution/syntax/tree/expression.ts';
import { objectOf } from '../event-environment.ts';

/** What a call answered. */
export const findingOf = (call: Call, result: Finding['result'], why?: string): Finding => {
  const object = objectOf(call);
  const rule = call.method.text;
  const { at } = call;
  // Two literals, not a spread: refusals are made at every denial.
  return why === undefined ? { object, rule, at, result } : { object, rule, at, result, why };
};
