import type { Finding, Verdict } from '../../model/security.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import type { Binding, Body, BodyItem, Choice } from '../../solution/syntax/tree/psl.ts';
import type { Call } from '../../solution/syntax/tree/expression.ts';
import { inOrder } from '../engine-options.ts';
import type { EngineOptions } from '../engine-options.ts';
import { objectOf } from '../event-environment.ts';
import { compilePick } from './choice.ts';
import type { Pick } from './choice.ts';
import { outcomes } from './outcome.ts';
import type { Refusal } from './outcome.ts';
import { compileRule, refusalOf } from './rule.ts';
import type { RuleStep } from './rule.ts';
import type { Scope } from './scope.ts';
import { slotHolds } from './slot.ts';
import type { SlotKey } from './slot.ts';
import { compileStatement } from './statement.ts';
import type { StatementCode } from './statement.ts';
import { deniedFor, makeKeptRefusals, makeKeptVerdicts, uncovered, verdictOf } from './verdicts.ts';

/** All calls of one slot, in the order in which they run, selectors resolved. */
type Step =
  | RuleStep
  | { readonly kind: 'statement'; readonly run: StatementCode }
  | {
      readonly kind: 'choice';
      readonly pick: Pick;
      readonly cases: readonly (readonly Step[])[];
      /** The number of its first case among all of the program, from 1. */
      readonly firstCase: number;
    };

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

/** Where the calls of a slot come from. */
export interface Source {
  readonly key: SlotKey;
  readonly scopeOf: (profile: string) => Scope;
  readonly objects: ReadonlyMap<string, PolicyObject>;
  readonly options: EngineOptions;
  /** The audit profile around all. */
  readonly profile: string;
  /** The number of the next case of a choice. */
  readonly numbering: { next: number };
}

const isRule = ({ objects, options }: Source, { method }: Call, object: string): boolean => {
  const model = options.models.get(objects.get(object)?.model.text ?? '');
  return model?.methods.get(method.text)?.yields === 'rule';
};

const compileChoice = (source: Source, choice: Choice, profile: string): Step => {
  const { numbering } = source;
  const firstCase = numbering.next;
  numbering.next += choice.cases.length;
  return {
    kind: 'choice',
    pick: compilePick(source.scopeOf(profile), choice),
    cases: choice.cases.map(({ body }) => compileBody(source, body, profile)),
    firstCase,
  };
};

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
  return inOrder(source.options, items).flatMap((item) => compileItem(source, item, profile));
};

/** What has been found so far of one event. Used again for the next: granting makes no garbage. */
interface Findings {
  readonly items: Finding[];
  count: number;
  /** All bits of the outcomes. */
  outcome: number;
  /** The numbers of the cases that were picked, as the digits of one: another way, another number. */
  path: number;
  /** More than any digit. */
  readonly base: number;
}

const startFindings = (findings: Findings): void => {
  findings.count = 0;
  findings.outcome = outcomes.granted;
  findings.path = 0;
};

const push = (findings: Findings, finding: Finding, outcome: number): void => {
  findings.items[findings.count] = finding;
  findings.count += 1;
  findings.outcome |= outcome;
};

const runSteps = (scope: Scope, steps: readonly Step[], findings: Findings): void => {
  for (const step of steps) {
    switch (step.kind) {
      case 'rule': {
        const outcome = step.run();
        const finding =
          outcome === outcomes.granted
            ? step.granted
            : refusalOf(step.call, outcome, scope.frame.why);
        push(findings, finding, outcome);
        break;
      }
      case 'statement': {
        const finding = step.run();
        if (finding !== undefined) push(findings, finding, outcomes.failed);
        break;
      }
      case 'choice': {
        const picked = step.pick();
        if (typeof picked === 'number') {
          findings.path = findings.path * findings.base + step.firstCase + picked;
          runSteps(scope, step.cases[picked] ?? [], findings);
        } else push(findings, picked, outcomes.failed);
      }
    }
  }
};

/** Rules alone: nothing is written down while they grant. */
const straight = ({ frame, keeping }: Scope, rules: readonly RuleStep[]): (() => Verdict) => {
  const runs = rules.map(({ run }) => run);
  const grants = rules.map(({ granted }) => granted);
  const granted = verdictOf(grants, outcomes.granted);
  const refusals = makeKeptRefusals(keeping);

  /** The rule at `index` is the first that does not grant: those after it are asked, too. */
  const refuse = (index: number, { call }: RuleStep, first: Refusal): Verdict => {
    const { why } = frame;
    let by: Finding[] | undefined;
    let joined: number = first;
    for (let position = index + 1; position < rules.length; position += 1) {
      const step = rules[position];
      const outcome = step?.run() ?? outcomes.granted;
      if (step === undefined || outcome === outcomes.granted) continue;
      by ??= grants.with(index, refusalOf(call, first, why));
      by[position] = refusalOf(step.call, outcome, frame.why);
      joined |= outcome;
    }
    if (by !== undefined) return deniedFor(by, joined);
    return (
      refusals.find(index, first, why) ??
      refusals.keep(
        index,
        first,
        why,
        deniedFor(grants.with(index, refusalOf(call, first, why)), first),
      )
    );
  };
  const [only] = rules;
  if (only !== undefined && rules.length === 1) {
    const { run } = only;
    return () => {
      const outcome = run();
      return outcome === outcomes.granted ? granted : refuse(0, only, outcome);
    };
  }
  return () => {
    for (let index = 0; index < runs.length; index += 1) {
      const outcome = runs[index]?.() ?? outcomes.granted;
      const step = rules[index];
      if (outcome !== outcomes.granted && step !== undefined) return refuse(index, step, outcome);
    }
    return granted;
  };
};

const branching = (scope: Scope, steps: readonly Step[], base: number): (() => Verdict) => {
  const findings: Findings = { items: [], count: 0, outcome: outcomes.granted, path: 0, base };
  const grants = makeKeptVerdicts<number>(scope.keeping);
  return () => {
    startFindings(findings);
    runSteps(scope, steps, findings);
    const { items, count, outcome, path } = findings;
    const isKept = outcome === outcomes.granted && Number.isSafeInteger(path);
    const known = isKept ? grants.find(path) : undefined;
    if (known !== undefined) return known;
    const verdict = verdictOf(items.slice(0, count), outcome);
    return isKept ? grants.keep(path, verdict) : verdict;
  };
};

const always = (verdict: Verdict): Program => ({ run: () => verdict, constant: verdict });

/** Compiles the bindings that cover a slot, in textual order. */
export const compileProgram = (source: Source, bindings: readonly Binding[]): Program => {
  const steps = inOrder(source.options, bindings).flatMap(({ body }) =>
    compileBody(source, body, source.profile),
  );
  if (steps.length === 0) return always(uncovered);
  const scope = source.scopeOf(source.profile);
  const rules = steps.filter((step) => step.kind === 'rule');
  if (rules.length < steps.length) {
    return { run: branching(scope, steps, source.numbering.next), constant: undefined };
  }
  const run = straight(scope, rules);
  return rules.every(({ isConstant }) => isConstant) ? always(run()) : { run, constant: undefined };
};
