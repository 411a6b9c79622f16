import { formatSpan } from '../../model/span.ts';
import { formatValue } from '../../solution/message/format.ts';
import { subExpressions } from '../../solution/syntax/sub-expressions.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import { evaluate } from '../evaluate.ts';
import type { Environment } from '../evaluate.ts';
import type { Asked } from '../evaluation.ts';
import { environmentIn } from '../event-environment.ts';
import type { ResolvedEvent } from '../resolve.ts';
import { standardSwitches } from '../../spec/switches.ts';
import type { Switches } from '../../spec/switches.ts';
import { formatExpression } from './format-expression.ts';

/** A sub-expression and its value, or why it has none. */
export interface ExplainedValue {
  readonly expression: string;
  readonly value: string;
  readonly parts: readonly ExplainedValue[];
}

/** One rule that was asked. */
export interface ExplainedRule {
  readonly rule: string;
  readonly at: string;
  readonly result: string;
  readonly why: string | undefined;
  /** True for a rule that decided: one that denied or failed, or, of a grant, every one. */
  readonly decides: boolean;
  readonly argument: ExplainedValue;
}

/** What is worth showing of an expression: not what a field is read from. */
const shownParts = (expression: Expression): readonly Expression[] =>
  expression.kind === 'field' ? [] : subExpressions(expression);

const isConstant = ({ kind }: Expression): boolean =>
  kind === 'integer' || kind === 'text' || kind === 'boolean' || kind === 'unit';

/** A list or dictionary of constants says nothing beside itself. */
const isPlain = (expression: Expression): boolean =>
  isConstant(expression) ||
  ((expression.kind === 'list' || expression.kind === 'dictionary') &&
    subExpressions(expression).every(isPlain));

const explainValue = (expression: Expression, environment: Environment): ExplainedValue => {
  const result = evaluate(expression, environment);
  return {
    expression: formatExpression(expression),
    value: result.kind === 'value' ? formatValue(result.value) : `fails: ${result.why}`,
    parts: shownParts(expression)
      .filter((part) => !isPlain(part))
      .map((part) => explainValue(part, environment)),
  };
};

/** A rule that was asked, with the value of every part of what it was asked with. */
export const explainRule = (
  asked: Asked,
  resolved: ResolvedEvent,
  verdict: 'granted' | 'denied',
  switches: Switches = standardSwitches,
): ExplainedRule => {
  const { call, object, finding, before } = asked;
  const result = finding?.result ?? 'no rule';
  return {
    rule: `${object}.${call.method.text}`,
    at: formatSpan(finding?.at ?? call.at),
    result,
    why: finding?.why,
    decides: finding !== undefined && (verdict === 'granted' || result !== 'granted'),
    argument: explainValue(call.argument, environmentIn(resolved, before, [], switches)),
  };
};
