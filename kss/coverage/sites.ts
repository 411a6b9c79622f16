import { subExpressions } from '../../solution/syntax/sub-expressions.ts';
import type { Call, Expression } from '../../solution/syntax/tree/expression.ts';
import type { Binding, Body, BodyItem, Choice } from '../../solution/syntax/tree/psl.ts';
import { objectOf } from '../event-environment.ts';
import { decisionOf, isDecision } from './decision.ts';
import type { Decision } from './decision.ts';

/** A Boolean expression of a policy, and what it stands in. */
export interface DecisionSite {
  readonly expression: Expression;
  readonly decision: Decision;
  readonly conditions: readonly Expression[];
}

/** A call that stands as a statement. */
export interface RuleSite {
  readonly kind: 'rule';
  readonly call: Call;
  readonly decisions: readonly DecisionSite[];
}

export interface ChoiceSite {
  readonly kind: 'choice';
  readonly choice: Choice;
  readonly decisions: readonly DecisionSite[];
}

export type Site = RuleSite | ChoiceSite;

/** Rules whose argument is a decision, whatever its form: a parameter, a call. */
const deciding = new Set(['base.assert', 'base.deny', 'bool.assert']);

const siteOf = (expression: Expression): DecisionSite => ({
  expression,
  ...decisionOf(expression),
});

/** The decisions that are no part of another: within a condition there may be more. */
const decisionsIn = (expression: Expression): readonly DecisionSite[] => {
  if (!isDecision(expression)) return subExpressions(expression).flatMap(decisionsIn);
  const site = siteOf(expression);
  return [site, ...site.conditions.flatMap((one) => subExpressions(one).flatMap(decisionsIn))];
};

const isConstant = (expression: Expression): boolean =>
  expression.kind !== 'variable' &&
  expression.kind !== 'call' &&
  subExpressions(expression).every(isConstant);

const decisionsOfCall = (call: Call): readonly DecisionSite[] => {
  const { argument, method } = call;
  const isArgument =
    deciding.has(`${objectOf(call)}.${method.text}`) &&
    argument.kind !== 'unit' &&
    !isDecision(argument);
  const own = isArgument ? [siteOf(argument)] : [];
  return [...own, ...decisionsIn(argument)].filter(({ expression }) => !isConstant(expression));
};

const sitesOfItem = (item: BodyItem): readonly Site[] => {
  switch (item.kind) {
    case 'rule':
      return [{ kind: 'rule', call: item.call, decisions: decisionsOfCall(item.call) }];
    case 'match':
      return sitesOfBody(item.body);
    case 'choice':
      return [
        { kind: 'choice', choice: item, decisions: decisionsIn(item.scrutinee) },
        ...item.cases.flatMap(({ body }) => sitesOfBody(body)),
      ];
  }
};

const sitesOfBody = ({ items }: Body): readonly Site[] => items.flatMap(sitesOfItem);

/** Every call and choice of some bindings, in textual order. */
export const sitesOf = (bindings: readonly Binding[]): readonly Site[] =>
  bindings.flatMap(({ body }) => sitesOfBody(body));
