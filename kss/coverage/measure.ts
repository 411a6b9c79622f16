import type { SecurityEvent } from '../../model/security.ts';
import { isSdkFile } from '../../solution/sdk/is-sdk-file.ts';
import type { Solution } from '../../solution/solution.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import type { Choice } from '../../solution/syntax/tree/psl.ts';
import { choose } from '../choose.ts';
import type { Context } from '../context.ts';
import { standardOptions } from '../engine-options.ts';
import type { EngineOptions } from '../engine-options.ts';
import { evaluate } from '../evaluate.ts';
import type { Asked } from '../evaluation.ts';
import { environmentIn } from '../event-environment.ts';
import { interpreter } from '../interpreter.ts';
import { resolve } from '../resolve.ts';
import type { ResolvedEvent } from '../resolve.ts';
import { turns } from './decision.ts';
import { sitesOf } from './sites.ts';
import type { ChoiceSite, DecisionSite, RuleSite } from './sites.ts';

/** What some events have made a rule answer. */
export interface RuleCounts {
  readonly site: RuleSite;
  asked: number;
  granted: number;
  refused: number;
}

/** Which cases were taken, by their index; `none` counts where no case fitted. */
export interface ChoiceCounts {
  readonly site: ChoiceSite;
  readonly taken: number[];
  none: number;
}

/**
 * What values a condition had, and whether it was seen to turn the decision from either value: that
 * is modified condition/decision coverage, with masking.
 */
export interface ConditionCounts {
  readonly decision: DecisionSite;
  readonly expression: Expression;
  wasTrue: boolean;
  wasFalse: boolean;
  turnedTrue: boolean;
  turnedFalse: boolean;
}

/** What has been covered so far; `add` counts one event in the context in which it is judged. */
export interface Measure {
  readonly rules: readonly RuleCounts[];
  readonly choices: readonly ChoiceCounts[];
  readonly conditions: readonly ConditionCounts[];
  readonly add: (context: Context, event: SecurityEvent) => void;
}

/** The key under which the engine says that a choice was asked. */
const keyOfChoice = ({ scrutinee, at }: Choice): object =>
  scrutinee.kind === 'call' ? scrutinee.call : at;

const keyOfAsked = ({ as, call }: Asked, choices: ReadonlyMap<object, unknown>): object =>
  as === 'scrutinee' && !choices.has(call) ? call.at : call;

const countRule = (counts: RuleCounts, { finding }: Asked): void => {
  counts.asked += 1;
  if (finding === undefined || finding.result === 'granted') counts.granted += 1;
  else counts.refused += 1;
};

/** All the conditions' values; absent if one of them has none. */
const valuesOf = (
  { conditions }: DecisionSite,
  asked: Asked,
  resolved: ResolvedEvent,
  { switches }: EngineOptions,
): readonly boolean[] | undefined => {
  const environment = environmentIn(resolved, asked.before, [], switches);
  const values = conditions.map((one) => evaluate(one, environment));
  const found = values.flatMap((one) =>
    one.kind === 'value' && typeof one.value === 'boolean' ? [one.value] : [],
  );
  return found.length === values.length ? found : undefined;
};

const countConditions = (
  counts: readonly ConditionCounts[],
  { decision }: DecisionSite,
  values: readonly boolean[],
): void => {
  for (const [index, one] of counts.entries()) {
    const value = values[index] === true;
    const turned = turns(decision, values, index);
    one.wasTrue ||= value;
    one.wasFalse ||= !value;
    one.turnedTrue ||= turned && value;
    one.turnedFalse ||= turned && !value;
  }
};

const conditionsOf = (site: DecisionSite): readonly ConditionCounts[] =>
  site.conditions.map((expression) => ({
    decision: site,
    expression,
    wasTrue: false,
    wasFalse: false,
    turnedTrue: false,
    turnedFalse: false,
  }));

/**
 * Measures how much of a policy's rules some events touch. What the engine answered is taken from its
 * judgements, and is not counted inside of it.
 *
 * Shape: rules of SDK packages, which nobody here has written, are left out.
 * Source: RTCA DO-178C, 6.4.4.2 and glossary: modified condition/decision coverage.
 */
export const measureCoverage = (
  solution: Solution,
  options: EngineOptions = standardOptions,
): Measure => {
  const sites = sitesOf(solution.policy.bindings.filter(({ at }) => !isSdkFile(at.file)));
  const rules = new Map<object, RuleCounts>();
  const choices = new Map<object, ChoiceCounts>();
  const decisions = new Map<object, readonly (readonly ConditionCounts[])[]>();
  for (const site of sites) {
    const key = site.kind === 'rule' ? site.call : keyOfChoice(site.choice);
    if (site.kind === 'rule') rules.set(key, { site, asked: 0, granted: 0, refused: 0 });
    else choices.set(key, { site, taken: site.choice.cases.map(() => 0), none: 0 });
    decisions.set(key, site.decisions.map(conditionsOf));
  }
  const engine = interpreter(solution, options);

  const countChoice = (counts: ChoiceCounts, { argument, before }: Asked): void => {
    const { choice } = counts.site;
    if (argument.kind === 'failed') return;
    const chosen = choose(before, choice, argument.value, options.switches);
    const index = chosen.kind === 'case' ? choice.cases.indexOf(chosen.chosen) : -1;
    if (index === -1) counts.none += 1;
    else counts.taken[index] = (counts.taken[index] ?? 0) + 1;
  };
  const count = (asked: Asked, resolved: ResolvedEvent): void => {
    const key = keyOfAsked(asked, choices);
    const rule = rules.get(key);
    if (rule !== undefined && asked.as === 'statement') countRule(rule, asked);
    const choice = choices.get(key);
    if (choice !== undefined && asked.as === 'scrutinee') countChoice(choice, asked);
    for (const counts of decisions.get(key) ?? []) {
      const site = counts[0]?.decision;
      const values = site === undefined ? undefined : valuesOf(site, asked, resolved, options);
      if (site !== undefined && values !== undefined) countConditions(counts, site, values);
    }
  };
  return {
    rules: [...rules.values()],
    choices: [...choices.values()],
    conditions: [...decisions.values()].flat(2),
    add: (context, event) => {
      const resolved = resolve(solution, event);
      if (resolved.kind !== 'resolved') return;
      for (const asked of engine.judge(context, event).asked) count(asked, resolved.resolved);
    },
  };
};
