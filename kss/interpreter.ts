import type { Finding, SecurityEvent, SecurityModule, Verdict } from '../model/security.ts';
import type { EventKind } from '../model/security.ts';
import { eventKinds } from '../model/security.ts';
import type { Solution } from '../solution/solution.ts';
import type { Binding } from '../solution/syntax/tree/psl.ts';
import { auditOf } from './audit.ts';
import { describeContext, encodeContext, initialContext, releaseSid } from './context.ts';
import type { Context } from './context.ts';
import { inOrder, standardOptions } from './engine-options.ts';
import type { EngineOptions } from './engine-options.ts';
import { denialOf } from './denial.ts';
import { evaluateBody } from './evaluation.ts';
import type { Asked, Evaluation } from './evaluation.ts';
import { resolve } from './resolve.ts';
import type { ResolvedEvent } from './resolve.ts';
import { holds } from './selectors.ts';

/** All of a decision: the verdict, and every call that led to it. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly asked: readonly Asked[];
  /** The context after the event; the very one given if it was denied (C-32). */
  readonly context: Context;
}

/** A policy ready to judge. */
export interface Interpreter {
  readonly judge: (context: Context, event: SecurityEvent) => Judgement;
  readonly module: SecurityModule<Context>;
}

const isSome = <Item>(items: readonly Item[]): items is readonly [Item, ...Item[]] =>
  items.length > 0;

/** Granted only if some rule covers the event and every one grants (KSS-1); the reason by C-07. */
const verdictOf = (findings: readonly Finding[]): Verdict => {
  if (!isSome(findings)) return { kind: 'denied', because: 'noRule', by: [] };
  if (findings.some(({ result }) => result === 'denied')) {
    return { kind: 'denied', because: 'ruleRefused', by: findings };
  }
  if (findings.some(({ result }) => result === 'failed')) {
    return { kind: 'denied', because: 'failed', by: findings };
  }
  return { kind: 'granted', by: findings };
};

const bindingsByKind = (
  solution: Solution,
  options: EngineOptions,
): ReadonlyMap<EventKind, readonly Binding[]> =>
  new Map(
    eventKinds.map((kind) => [
      kind,
      inOrder(
        options,
        solution.policy.bindings.filter(({ event }) => event === kind),
      ),
    ]),
  );

/**
 * The reference interpreter: follows the decision procedure sentence by sentence.
 *
 * Throws: `Defect`, if an object's model is none of the options'.
 * Source: KasperskyOS Community Edition help, "Solution security policy"; choices C-03 … C-07,
 *         C-20 … C-32 in spec/choices.md.
 */
export const interpreter = (
  solution: Solution,
  options: EngineOptions = standardOptions,
): Interpreter => {
  const bindings = bindingsByKind(solution, options);
  const objects = new Map(solution.policy.objects.map((object) => [object.name.text, object]));
  const { profile } = solution.policy.auditDefault;

  const evaluateAll = (context: Context, resolved: ResolvedEvent): Evaluation => {
    const setting = { resolved, objects, options };
    const covering = (bindings.get(resolved.event.kind) ?? []).filter(({ where }) =>
      holds(resolved, where),
    );
    return covering.reduce<Evaluation>((so, { body }) => evaluateBody(setting, so, body, profile), {
      context,
      asked: [],
    });
  };
  const judge: Interpreter['judge'] = (context, event) => {
    const answer = resolve(solution, event);
    if (answer.kind !== 'resolved') return { verdict: denialOf(answer), asked: [], context };
    const { asked, context: moved } = evaluateAll(context, answer.resolved);
    const findings = asked.flatMap(({ finding }) => (finding === undefined ? [] : [finding]));
    const verdict = verdictOf(findings);
    return { verdict, asked, context: verdict.kind === 'granted' ? moved : context };
  };
  return {
    judge,
    module: {
      initial: initialContext(solution, options),
      decide: (context, event) => {
        const { verdict, asked, context: next } = judge(context, event);
        const audit = auditOf(solution, event, verdict, asked);
        return next === context ? { verdict, audit } : { verdict, next, audit };
      },
      release: releaseSid,
      encode: encodeContext,
      describe: describeContext,
    },
  };
};

/** The engine of a solution, as kernels take it. */
export const interpret = (
  solution: Solution,
  options: EngineOptions = standardOptions,
): SecurityModule<Context> => interpreter(solution, options).module;
