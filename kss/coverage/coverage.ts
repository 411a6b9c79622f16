import { formatSpan } from '../../model/span.ts';
import { isSdkFile } from '../../solution/sdk/is-sdk-file.ts';
import type { Solution } from '../../solution/solution.ts';
import type { Call } from '../../solution/syntax/tree/expression.ts';
import { objectOf } from '../event-environment.ts';
import { formatExpression } from '../explain/format-expression.ts';
import type { ChoiceCounts, ConditionCounts, Measure, RuleCounts } from './measure.ts';
import { sitesOf } from './sites.ts';

/** So many of so many. */
export interface Share {
  readonly covered: number;
  readonly total: number;
}

export interface RuleCoverage {
  readonly rule: string;
  /** The whole call, as it would be written. */
  readonly call: string;
  readonly at: string;
  /** What it can answer at all: `grant ()` never refuses, `deny ()` never grants. */
  readonly answers: 'granted' | 'refused' | 'both';
  readonly asked: number;
  readonly granted: number;
  readonly refused: number;
}

export interface BranchCoverage {
  /** The constant of the case, `_` for the default, `no case` where none fits and there is no default. */
  readonly case: string;
  readonly at: string;
  readonly taken: number;
}

export interface ConditionCoverage {
  readonly condition: string;
  readonly at: string;
  readonly wasTrue: boolean;
  readonly wasFalse: boolean;
  /** It was seen to turn its decision, the other conditions as they were, from either value. */
  readonly independent: boolean;
}

/** How much of a policy some events touch, with what they do not. */
export interface Coverage {
  /** Rules that were asked at all. */
  readonly rules: Share & { readonly sites: readonly RuleCoverage[] };
  readonly branches: Share & { readonly sites: readonly BranchCoverage[] };
  /** Conditions that had both values. */
  readonly conditions: Share & { readonly sites: readonly ConditionCoverage[] };
  /** Conditions with modified condition/decision coverage. */
  readonly mcdc: Share;
  /** Rules that stand in packages of the SDK. */
  readonly leftOut: number;
}

const share = (all: readonly boolean[]): Share => ({
  covered: all.filter((one) => one).length,
  total: all.length,
});

const answersOf = (call: Call, model: string | undefined): RuleCoverage['answers'] => {
  if (model !== 'Base') return 'both';
  if (call.method.text === 'grant') return 'granted';
  return call.method.text === 'deny' && call.argument.kind === 'unit' ? 'refused' : 'both';
};

const ruleCoverage =
  (models: ReadonlyMap<string, string>) =>
  ({ site: { call }, asked, granted, refused }: RuleCounts): RuleCoverage => ({
    rule: `${objectOf(call)}.${call.method.text}`,
    call: formatExpression({ kind: 'call', call, at: call.at }),
    at: formatSpan(call.at),
    answers: answersOf(call, models.get(objectOf(call))),
    asked,
    granted,
    refused,
  });

const branchCoverage = ({
  site: { choice },
  taken,
  none,
}: ChoiceCounts): readonly BranchCoverage[] => {
  const cases = choice.cases.map(({ when, at }, index) => ({
    case: when === undefined ? '_' : formatExpression(when),
    at: formatSpan(at),
    taken: taken[index] ?? 0,
  }));
  const hasDefault = choice.cases.some(({ when }) => when === undefined);
  return hasDefault
    ? cases
    : [...cases, { case: 'no case', at: formatSpan(choice.at), taken: none }];
};

const conditionCoverage = ({
  expression,
  wasTrue,
  wasFalse,
  turnedTrue,
  turnedFalse,
}: ConditionCounts): ConditionCoverage => ({
  condition: formatExpression(expression),
  at: formatSpan(expression.at),
  wasTrue,
  wasFalse,
  independent: turnedTrue && turnedFalse,
});

/** What a measure comes to. */
export const coverageOf = (solution: Solution, measure: Measure): Coverage => {
  const models = new Map(
    solution.policy.objects.map(({ name, model }) => [name.text, model.text] as const),
  );
  const rules = measure.rules.map(ruleCoverage(models));
  const branches = measure.choices.flatMap(branchCoverage);
  const conditions = measure.conditions.map(conditionCoverage);
  const foreign = solution.policy.bindings.filter(({ at }) => isSdkFile(at.file));
  return {
    rules: { ...share(rules.map(({ asked }) => asked > 0)), sites: rules },
    branches: { ...share(branches.map(({ taken }) => taken > 0)), sites: branches },
    conditions: {
      ...share(conditions.map(({ wasTrue, wasFalse }) => wasTrue && wasFalse)),
      sites: conditions,
    },
    mcdc: share(conditions.map(({ independent }) => independent)),
    leftOut: sitesOf(foreign).filter(({ kind }) => kind === 'rule').length,
  };
};
