import { Defect } from '../../model/defect.ts';
import type { SecurityEvent } from '../../model/security.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import type { Judgement } from '../interpreter.ts';
import { tableOf } from './assign.ts';
import type { Row, Table } from './assign.ts';
import { isClosed } from './closed.ts';
import { componentsOf } from './component.ts';
import type { Asking } from './component.ts';
import { disturbedAtoms } from './disturbed.ts';
import { messageOf } from './message-of.ts';
import type { Chosen } from './message-of.ts';
import { noChoice } from './near.ts';
import type { SolveOptions } from './near.ts';
import { observe } from './observe.ts';
import type { Outcome } from './outcome.ts';
import type { PolicyAt } from './policy-at.ts';
import type { EventSlot } from './slots.ts';
import type { Numbered } from './steps.ts';
import { variablesIn } from './variables.ts';
import { walkWays } from './walk.ts';

/** What decides the atoms of a component. */
export type Solve = typeof tableOf;

/** Which events are searched. */
export interface Scope {
  readonly slot: EventSlot;
  /** What is chosen already; all else is free where `free` says nothing. */
  readonly options: SolveOptions;
  /** The keys of the variables that are free; all, if absent. */
  readonly free?: ReadonlySet<string>;
  readonly solve?: Solve;
}

/** An event at the end of a way, and what each policy says of it. */
export interface Judged {
  readonly event: SecurityEvent;
  readonly chosen: Chosen;
  readonly outcomes: readonly Outcome[];
  readonly judgements: readonly Judgement[];
}

/** The atoms of all policies, numbered in one row. */
const numberedOver = (policies: readonly PolicyAt[]): readonly PolicyAt[] => {
  let from = 0;
  return policies.map((policy) => {
    const shifted = policy.program.atoms.length === 0 ? policy : shift(policy, from);
    from += policy.program.atoms.length;
    return shifted;
  });
};

const shift = (policy: PolicyAt, from: number): PolicyAt =>
  from === 0 ? policy : { ...policy, program: shiftedProgram(policy.program, from) };

const shiftedProgram = (program: PolicyAt['program'], from: number): PolicyAt['program'] => {
  const moved = <Item extends { readonly number: number }>(one: Item): Item => ({
    ...one,
    number: one.number + from,
  });
  const shiftStep = (step: PolicyAt['program']['steps'][number]): typeof step =>
    step.kind === 'call'
      ? { ...step, atoms: step.atoms.map(moved) }
      : {
          ...step,
          scrutinee: step.scrutinee === undefined ? undefined : moved(step.scrutinee),
          cases: step.cases.map(({ atom, steps }) => ({
            atom: atom === undefined ? undefined : moved(atom),
            steps: steps.map(shiftStep),
          })),
        };
  return { ...program, steps: program.steps.map(shiftStep) };
};

const settledBy =
  ({ free, slot }: Scope) =>
  (expression: Expression): boolean =>
    free === undefined
      ? isClosed(expression)
      : variablesIn(expression, slot.type).every(({ key }) => !free.has(key));

const atomsAt = (
  policy: PolicyAt,
  isSettled: (expression: Expression) => boolean,
): readonly Asking[] => {
  const { program, resolved, context, models } = policy;
  const disturbed = disturbedAtoms(program, context, (object) => models.get(object));
  const askings: Asking[] = [];
  const visit = (step: PolicyAt['program']['steps'][number]): void => {
    const own =
      step.kind === 'call'
        ? step.atoms
        : [step.scrutinee, ...step.cases.map(({ atom }) => atom)].flatMap((one) => one ?? []);
    for (const numbered of own) {
      if (disturbed.has(numbered.number) || numbered.atom.reads.every(isSettled)) continue;
      askings.push({ ...numbered, resolved, context, models });
    }
    if (step.kind === 'choice') for (const one of step.cases) one.steps.forEach(visit);
  };
  program.steps.forEach(visit);
  return askings;
};

/** The first assignment that is left of each component. */
const chosenOf = (rows: readonly (readonly Row[])[]): Chosen =>
  new Map(rows.flatMap(([first]) => (first === undefined ? [] : [...first.chosen])));

/** The tables of a slot's components, and which atom each decides. */
export interface Decided {
  readonly policies: readonly PolicyAt[];
  readonly tables: readonly Table[];
  readonly componentOf: ReadonlyMap<number, number>;
}

/** Decides all atoms of the policies that depend on what is free. */
export const decideAtoms = (given: readonly PolicyAt[], scope: Scope): Decided => {
  const { slot, options, free, solve = tableOf } = scope;
  const policies = numberedOver(given);
  const isSettled = settledBy(scope);
  const askings = policies.flatMap((policy) => atomsAt(policy, isSettled));
  const components = componentsOf(askings, slot.type).map((component) => ({
    ...component,
    variables: component.variables.filter(({ key }) => free?.has(key) ?? true),
  }));
  return {
    policies,
    tables: components.map((component) => solve(component, slot.type, options)),
    componentOf: new Map(
      components.flatMap(({ atoms }, index) => atoms.map(({ number }) => [number, index] as const)),
    ),
  };
};

/** Judges a message by all policies; what a table said must be what the engine says. */
const confirm = (
  given: readonly PolicyAt[],
  chosen: Chosen,
  slot: EventSlot,
  rows: readonly (readonly Row[])[],
): Judged => {
  const [first] = given;
  if (first === undefined) throw new Defect('no policy to judge by');
  const message = messageOf(slot.type, chosen);
  const event: SecurityEvent = { ...first.resolved.event, content: { kind: 'value', message } };
  const judgements = given.map(({ judge, context }) => judge(context, event));
  const outcomes = given.flatMap(({ resolved, program }, index) =>
    observe(program, judgements[index]?.asked ?? [], { ...resolved, event, message }),
  );
  for (const [row] of rows) {
    for (const [number, said] of row?.outcomes ?? []) {
      const seen = outcomes[number];
      if (seen === undefined || seen === 'unasked' || seen === said) continue;
      throw new Defect(`atom ${String(number)} was to be ${said}, and is ${seen}`);
    }
  }
  return { event, chosen, outcomes, judgements };
};

/** Goes the ways that rows of the tables lead, each to an event that the engine judges. */
export const goWays = (
  given: readonly PolicyAt[],
  { policies, componentOf }: Decided,
  rows: readonly (readonly Row[])[],
  scope: Scope,
  onDoubt: (numbered: Numbered) => void,
  onEnd: (judged: Judged) => 'on' | 'stop',
): void => {
  const { fixed = noChoice } = scope.options;
  walkWays({
    policies,
    componentOf,
    rows,
    isSettled: settledBy(scope),
    onDoubt: (_policy, numbered) => {
      onDoubt(numbered);
    },
    onEnd: (left) => {
      const chosen = new Map([...fixed, ...chosenOf(left)]);
      return onEnd(confirm(given, chosen, scope.slot, left));
    },
  });
};
