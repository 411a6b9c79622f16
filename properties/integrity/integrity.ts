import type { ProcessId } from '../../model/ids.ts';
import type { Facts } from '../../kernel/kernel.ts';
import { keyOf } from '../indexed-facts.ts';
import type { ObservedStep } from '../observed-step.ts';
import { broken, idle, witnessedBy } from '../run-property.ts';
import type { Judgement, RunProperty } from '../run-property.ts';
import { findHandleLicence, handleDifferences, handleRuleNames } from './handle-rules.ts';
import { processRules, resourceRules } from './resource-rules.ts';
import { findLicence } from './rule.ts';
import { StepView } from './step-view.ts';
import { threadDifferences, threadRules } from './thread-rules.ts';

/** One difference between a state and the next: whose it is, in words, and what licenses it. */
interface Licensed {
  readonly owner: ProcessId | undefined;
  readonly what: string;
  readonly rule: string | undefined;
}

/** How many facts both lists begin with, and end with after those: parts that the states share. */
const alike = <Fact>(
  before: readonly Fact[],
  after: readonly Fact[],
): readonly [from: number, till: number] => {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let till = 0;
  const [ofBefore, ofAfter] = [before.length - 1, after.length - 1];
  while (till < shorter - from && before[ofBefore - till] === after[ofAfter - till]) till++;
  return [from, till];
};

/** Facts of two states, paired by what they are of; those that stand in both unchanged are left out. */
const paired = <Fact>(
  before: readonly Fact[],
  after: readonly Fact[],
  key: (fact: Fact) => number,
  isSame: (left: Fact, right: Fact) => boolean,
): readonly (readonly [Fact | undefined, Fact | undefined])[] => {
  if (before === after) return [];
  const [from, till] = alike(before, after);
  const old = new Map(before.slice(from, before.length - till).map((fact) => [key(fact), fact]));
  const pairs: (readonly [Fact | undefined, Fact | undefined])[] = [];
  for (const fact of after.slice(from, after.length - till)) {
    const was = old.get(key(fact));
    old.delete(key(fact));
    if (was === undefined || !isSame(was, fact)) pairs.push([was, fact]);
  }
  for (const gone of old.values()) pairs.push([gone, undefined]);
  return pairs;
};

/** A fact that two states share is of a part that they share. */
const isShared = <Fact>(left: Fact, right: Fact): boolean => left === right;

const threadsOf = (view: StepView, before: Facts, after: Facts): readonly Licensed[] =>
  paired(before.threads, after.threads, ({ thread }) => thread, isShared).flatMap(([was, is]) =>
    threadDifferences(was, is).map((difference) => ({
      owner: (was ?? is)?.process,
      what: `thread ${String((was ?? is)?.thread)}: its ${difference.aspect}`,
      rule: findLicence(threadRules[difference.aspect], difference, view),
    })),
  );

const handlesOf = (view: StepView, before: Facts, after: Facts): readonly Licensed[] =>
  paired(before.handles, after.handles, keyOf, isShared).flatMap(([was, is]) =>
    handleDifferences(was, is).map((difference) => ({
      owner: (was ?? is)?.process,
      what: `handle ${String((was ?? is)?.number)} of process ${String((was ?? is)?.process)}: ${difference.aspect}`,
      rule: findHandleLicence(difference, view),
    })),
  );

const resourcesOf = (view: StepView, before: Facts, after: Facts): readonly Licensed[] =>
  paired(
    before.resources,
    after.resources,
    ({ sid }) => sid,
    (left, right) => left.content === right.content && left.kind === right.kind,
  ).map(([was, is]) => ({
    owner: (was ?? is)?.owner,
    what: `resource ${String((was ?? is)?.sid)} (${(was ?? is)?.kind ?? ''})`,
    rule: findLicence(resourceRules, { was, is }, view),
  }));

const processesOf = (view: StepView, before: Facts, after: Facts): readonly Licensed[] =>
  paired(
    before.processes,
    after.processes,
    ({ process }) => process,
    (left, right) => left.rest === right.rest && left.state === right.state,
  ).map(([was, is]) => ({
    owner: (was ?? is)?.process,
    what: `process ${(was ?? is)?.name ?? ''}: ${was?.state ?? 'none'} to ${is?.state ?? 'none'}`,
    rule: findLicence(processRules, { was, is }, view),
  }));

/** The names of all rules, by the kind of object that they license a difference of. */
export const integrityRules = {
  thread: [...threadRules.life, ...threadRules.wait, ...threadRules.service].map(
    ({ name }) => name,
  ),
  handle: handleRuleNames,
  resource: resourceRules.map(({ name }) => name),
  process: processRules.map(({ name }) => name),
} as const;

const judge = (step: ObservedStep): Judgement => {
  if (step.before === step.after) return idle;
  const view = new StepView(step);
  const { before, after } = step;
  const differences = [threadsOf, handlesOf, resourcesOf, processesOf].flatMap((of) =>
    of(view, before, after),
  );
  const stray = differences.find(({ rule }) => rule === undefined);
  if (stray !== undefined) return broken(`${stray.what} has changed, and no rule licenses it`);
  if (differences.every(({ owner }) => owner === step.actor)) return idle;
  return witnessedBy(differences.flatMap(({ rule }) => (rule === undefined ? [] : [rule])));
};

/**
 * Each difference between a state and the next has a named reason: the actor's own doing, a granted
 * event of this step, or a standing right that was there before it.
 *
 * Source: S10, S13; spec/requirements.md ISO, MED; the integrity theorem of seL4 is the model for it.
 */
export const integrity: RunProperty = {
  name: 'integrity',
  requirement: 'ISO-1',
  statement: 'Each difference that a step makes is licensed by a named rule.',
  start: () => judge,
};
