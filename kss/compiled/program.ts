import type { Finding, Verdict } from '../../model/security.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import type { Binding, Body, BodyItem, Choice } from '../../solution/syntax/tree/psl.ts';
import type { Call } from '../../solution/syntax/tree/expression.ts';
import type { EngineOptions } from '../engine-options.ts';
import { objectOf } from '../event-environment.ts';
import { compilePick } from './choice.ts';
import type { Pick } from './choice.ts';
import { outcomes } from './outcome.ts';
import { compileRule, refusalOf } from './rule.ts';
import type { RuleStep } from './rule.ts';
import type { Scope } from './scope.ts';
import { slotHolds } from './slot.ts';
import type { SlotKey } from './slot.ts';
import { compileStatement } from './statement.ts';
import type { StatementCode } from './statement.ts';

/** All calls of one slot, in the order in which they run, selectors resolved. */
type Step =
  | RuleStep
  | { readonly kind: 'statement'; readonly run: StatementCode }
  | { readonly kind: 'choice'; readonly pick: Pick; readonly cases: readonly (readonly Step[])[] };

/**
 * The rules of one slot.
 *
 * Shape: `run` judges the event in the frame, and does not undo effects; `constant` is its verdict
 *        where that is always the same, and nothing is left behind.
 */
export interface Program {
  readonly run: () => Verdict;
  readonly constant: Verdict | undefined;
}

/** The verdict on an event that no rule covers. */
export const uncovered: Verdict = { kind: 'denied', because: 'noRule', by: [] };

/** Where the calls of a slot come from. */
export interface Source {
  readonly key: SlotKey;
  readonly scopeOf: (profile: string) => Scope;
  readonly objects: ReadonlyMap<string, PolicyObject>;
  readonly options: EngineOptions;
  /** The audit profile around all. */
  readonly profile: string;
}

const isRule = ({ objects, options }: Source, { method }: Call, object: string): boolean => {
  const model = options.models.get(objects.get(object)?.model.text ?? '');
  return model?.methods.get(method.text)?.yields === 'rule';
};

const ordered = <Item>({ options }: Source, items: readonly Item[]): readonly Item[] =>
  options.switches.order === 'textual' ? items : [...items].reverse();

const compileChoice = (source: Source, choice: Choice, profile: string): Step => ({
  kind: 'choice',
  pick: compilePick(source.scopeOf(profile), choice),
  cases: choice.cases.map(({ body }) => compileBody(source, body, profile)),
});

const compileItem = (source: Source, item: BodyItem, profile: string): readonly Step[] => {
  switch (item.kind) {
    case 'match':
      return slotHolds(source.key, item.where) ? compileBody(source, item.body, profile) : [];
    case 'choice':
      return [compileChoice(source, item, profile)];
    case 'rule': {
      const { call } = item;
      const scope = source.scopeOf(profile);
      return isRule(source, call, objectOf(call))
        ? [compileRule(scope, call)]
        : [{ kind: 'statement', run: compileStatement(scope, call) }];
    }
  }
};

const compileBody = (source: Source, { audit, items }: Body, outer: string): readonly Step[] => {
  const profile = audit?.text ?? outer;
  return ordered(source, items).flatMap((item) => compileItem(source, item, profile));
};

const isSome = <Item>(items: readonly Item[]): items is readonly [Item, ...Item[]] =>
  items.length > 0;

/** Granted only if some rule covers the event and every one grants (KSS-1); the reason by C-07. */
const verdictOf = (findings: readonly Finding[]): Verdict => {
  if (!isSome(findings)) return uncovered;
  if (findings.some(({ result }) => result === 'denied')) {
    return { kind: 'denied', because: 'ruleRefused', by: findings };
  }
  if (findings.some(({ result }) => result === 'failed')) {
    return { kind: 'denied', because: 'failed', by: findings };
  }
  return { kind: 'granted', by: findings };
};

const runSteps = (scope: Scope, steps: readonly Step[], findings: Finding[]): void => {
  for (const step of steps) {
    switch (step.kind) {
      case 'rule': {
        const outcome = step.run();
        findings.push(
          outcome === outcomes.granted ? step.granted : refusalOf(scope, step.call, outcome),
        );
        break;
      }
      case 'statement': {
        const finding = step.run();
        if (finding !== undefined) findings.push(finding);
        break;
      }
      case 'choice': {
        const picked = step.pick();
        if (typeof picked === 'number') runSteps(scope, step.cases[picked] ?? [], findings);
        else findings.push(picked);
      }
    }
  }
};

/** Rules alone: nothing is written down while they grant. */
const straight = (scope: Scope, rules: readonly RuleStep[]): (() => Verdict) => {
  const runs = rules.map(({ run }) => run);
  const grants = rules.map(({ granted }) => granted);
  const granted = verdictOf(grants);
  return () => {
    for (let index = 0; index < runs.length; index += 1) {
      const outcome = runs[index]?.() ?? outcomes.granted;
      if (outcome === outcomes.granted) continue;
      const findings = grants.slice(0, index);
      const [refusing, ...rest] = rules.slice(index);
      if (refusing !== undefined) findings.push(refusalOf(scope, refusing.call, outcome));
      runSteps(scope, rest, findings);
      return verdictOf(findings);
    }
    return granted;
  };
};

const branching = (scope: Scope, steps: readonly Step[]) => (): Verdict => {
  const findings: Finding[] = [];
  runSteps(scope, steps, findings);
  return verdictOf(findings);
};

const always = (verdict: Verdict): Program => ({ run: () => verdict, constant: verdict });

/** Compiles the bindings that cover a slot, in textual order. */
export const compileProgram = (source: Source, bindings: readonly Binding[]): Program => {
  const steps = ordered(source, bindings).flatMap(({ body }) =>
    compileBody(source, body, source.profile),
  );
  if (steps.length === 0) return always(uncovered);
  const scope = source.scopeOf(source.profile);
  const rules = steps.filter((step) => step.kind === 'rule');
  if (rules.length < steps.length) return { run: branching(scope, steps), constant: undefined };
  const run = straight(scope, rules);
  return rules.every(({ isConstant }) => isConstant) ? always(run()) : { run, constant: undefined };
};
