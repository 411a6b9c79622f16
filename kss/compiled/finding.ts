import type { Finding } from '../../model/security.ts';
import type { Call } from '../../solution/syntax/tree/expression.ts';
import { objectOf } from '../event-environment.ts';

/** What a call answered. */
export const findingOf = (call: Call, result: Finding['result'], why?: string): Finding => ({
  object: objectOf(call),
  rule: call.method.text,
  at: call.at,
  result,
  ...(why === undefined ? {} : { why }),
});
