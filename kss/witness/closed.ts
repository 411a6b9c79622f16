import { subExpressions } from '../../solution/syntax/sub-expressions.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import type { Context } from '../context.ts';
import { evaluate } from '../evaluate.ts';
import type { Evaluated } from '../evaluate.ts';
import { environmentIn, objectOf } from '../event-environment.ts';
import type { ResolvedEvent } from '../resolve.ts';

/** Does the value depend on nothing of the message? */
export const isClosed = (expression: Expression): boolean =>
  expression.kind === 'variable'
    ? expression.name !== 'message'
    : subExpressions(expression).every(isClosed);

/** The policy objects that an expression asks. */
export const objectsIn = (expression: Expression): readonly string[] => {
  const own =
    expression.kind === 'call' && expression.call.object !== undefined
      ? [objectOf(expression.call)]
      : [];
  return [...own, ...subExpressions(expression).flatMap(objectsIn)];
};

/** Evaluates as the engine does. */
export const valueIn = (
  expression: Expression,
  resolved: ResolvedEvent,
  context: Context,
): Evaluated => evaluate(expression, environmentIn(resolved, context));
