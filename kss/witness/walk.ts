import type { Call, Expression } from '../../solution/syntax/tree/expression.ts';
import type { Choice } from '../../solution/syntax/tree/psl.ts';
import type { Context } from '../context.ts';
import { withObject } from '../context.ts';
import { objectOf } from '../event-environment.ts';
import type { Row } from './assign.ts';
import { objectsIn, valueIn } from './closed.ts';
import { mayMove } from './disturbed.ts';
import { outcomeOf } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { PolicyAt } from './policy-at.ts';
import type { Numbered, Step, StepCase } from './steps.ts';

/** A step, and what comes after it. */
type Rest = { readonly step: Step; readonly rest: Rest } | undefined;

/**
 * A point on a way through a policy.
 *
 * Shape: `rows` are, for each component, the assignments that lead here; `blurred` are objects whose
 *        state depends on more of the message than the assignments say.
 */
interface Point {
  readonly policy: number;
  readonly context: Context;
  readonly blurred: ReadonlySet<string>;
  readonly rows: readonly (readonly Row[])[];
}

/** What a walk is told. */
export interface Walk {
  readonly policies: readonly PolicyAt[];
  /** The component of an atom that a table decides, by the atom's number. */
  readonly componentOf: ReadonlyMap<number, number>;
  readonly rows: readonly (readonly Row[])[];
  /** An atom that is decided neither by a table nor by the context. */
  readonly onDoubt: (policy: PolicyAt, numbered: Numbered) => void;
  /** Is an expression's value the same for all events of the walk, in one context? */
  readonly isSettled: (expression: Expression) => boolean;
  /** The end of a way. */
  readonly onEnd: (rows: readonly (readonly Row[])[]) => 'on' | 'stop';
}

const withSteps = (steps: readonly Step[], rest: Rest): Rest =>
  steps.reduceRight<Rest>((after, step) => ({ step, rest: after }), rest);

/** Rows by what they say of an atom. */
const partition = (rows: readonly Row[], number: number): ReadonlyMap<Outcome, readonly Row[]> => {
  const parts = new Map<Outcome, Row[]>();
  for (const row of rows) {
    const outcome = row.outcomes.get(number) ?? 'unasked';
    const part = parts.get(outcome);
    if (part === undefined) parts.set(outcome, [row]);
    else part.push(row);
  }
  return parts;
};

class Walker {
  readonly #walk: Walk;
  #ended = false;

  constructor(walk: Walk) {
    this.#walk = walk;
  }

  start(): void {
    this.#enter(0, this.#walk.rows);
  }

  #enter(number: number, rows: readonly (readonly Row[])[]): void {
    const policy = this.#walk.policies[number];
    if (policy === undefined) {
      this.#ended ||= this.#walk.onEnd(rows) === 'stop';
      return;
    }
    const point = { policy: number, context: policy.context, blurred: new Set<string>(), rows };
    this.#go(point, policy, withSteps(policy.program.steps, undefined));
  }

  #go(point: Point, policy: PolicyAt, todo: Rest): void {
    if (this.#ended) return;
    if (todo === undefined) {
      this.#enter(point.policy + 1, point.rows);
      return;
    }
    const { step, rest } = todo;
    if (step.kind === 'call') {
      this.#askAll(point, policy, step.atoms, (then, outcome) => {
        this.#go(this.#moved(then, policy, step.call, outcome), policy, rest);
      });
      return;
    }
    if (step.scrutinee !== undefined) {
      this.#ask(point, policy, step.scrutinee, (then, outcome) => {
        const body = outcome === 'failed' ? [] : step.cases.flatMap((one) => one.steps);
        this.#go(then, policy, withSteps(body, rest));
      });
      return;
    }
    this.#choose(point, policy, step.choice, step.cases, rest);
  }

  /** Asks atoms one after the other; `then` gets the outcome of the last. */
  #askAll(
    point: Point,
    policy: PolicyAt,
    atoms: readonly Numbered[],
    then: (point: Point, outcome: Outcome | undefined) => void,
    last?: Outcome,
  ): void {
    const [atom, ...others] = atoms;
    if (atom === undefined) {
      then(point, last);
      return;
    }
    this.#ask(point, policy, atom, (next, outcome) => {
      this.#askAll(next, policy, others, then, outcome);
    });
  }

  /** Goes on with every outcome that an atom can have here; with none said, if that is not known. */
  #ask(
    point: Point,
    policy: PolicyAt,
    numbered: Numbered,
    then: (point: Point, outcome: Outcome | undefined) => void,
  ): void {
    if (this.#ended) return;
    const { atom, number } = numbered;
    const component = this.#walk.componentOf.get(number);
    const rows = component === undefined ? undefined : point.rows[component];
    if (rows !== undefined) {
      for (const [outcome, part] of partition(rows, number)) {
        const narrowed = point.rows.map((all, index) => (index === component ? part : all));
        then({ ...point, rows: narrowed }, outcome);
      }
      return;
    }
    const own = atom.test.kind === 'rule' ? [objectOf(atom.test.call)] : [];
    const objects = [...own, ...atom.reads.flatMap(objectsIn)];
    if (
      atom.reads.every(this.#walk.isSettled) &&
      !objects.some((object) => point.blurred.has(object))
    ) {
      then(point, outcomeOf(atom, policy.resolved, point.context));
      return;
    }
    this.#walk.onDoubt(policy, numbered);
    then(point, undefined);
  }

  #choose(
    point: Point,
    policy: PolicyAt,
    choice: Choice,
    cases: readonly StepCase[],
    rest: Rest,
  ): void {
    const [first, ...others] = cases.filter(({ atom }) => atom !== undefined);
    const otherwise = cases.find(({ atom }) => atom === undefined);
    if (first?.atom === undefined) {
      this.#go(point, policy, withSteps(otherwise?.steps ?? [], rest));
      return;
    }
    const remaining = otherwise === undefined ? others : [...others, otherwise];
    this.#ask(point, policy, first.atom, (then, outcome) => {
      if (outcome === 'true' || outcome === undefined) {
        this.#go(then, policy, withSteps(first.steps, rest));
      }
      if (outcome === 'false' || outcome === undefined) {
        this.#choose(then, policy, choice, remaining, rest);
      }
      if (outcome === 'failed') this.#go(then, policy, rest);
    });
  }

  /** The point after a call's effect. */
  #moved(point: Point, policy: PolicyAt, call: Call, outcome: Outcome | undefined): Point {
    const { context, blurred } = point;
    const modelOf = (object: string): string | undefined => policy.models.get(object);
    if (!mayMove(call, context, modelOf) || outcome === 'false' || outcome === 'failed')
      return point;
    const object = objectOf(call);
    const running = context.objects.get(object);
    const isKnown = this.#walk.isSettled(call.argument) && !blurred.has(object);
    if (running === undefined || !isKnown)
      return { ...point, blurred: new Set([...blurred, object]) };
    const argument = valueIn(call.argument, policy.resolved, context);
    if (argument.kind === 'failed') return point;
    const { next } = running.rule(call.method.text, argument.value);
    return next === running ? point : { ...point, context: withObject(context, object, next) };
  }
}

/** Goes every way through the policies that some assignment of their atoms leads. */
export const walkWays = (walk: Walk): void => {
  new Walker(walk).start();
};
