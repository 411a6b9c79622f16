import type { HandleFact, HandlePlace } from '../../kernel/kernel.ts';
import type { Rule } from './rule.ts';
import { isSamePlace, keyOf } from '../indexed-facts.ts';
import type { IndexedFacts } from '../indexed-facts.ts';
import type { StepView } from './step-view.ts';

/** One aspect of an entry of a handle table that a step has changed. */
export type HandleDifference =
  | { readonly aspect: 'appears'; readonly is: HandleFact }
  | { readonly aspect: 'vanishes'; readonly was: HandleFact }
  | {
      readonly aspect: 'revoked' | 'arrives' | 'parent' | 'other';
      readonly was: HandleFact;
      readonly is: HandleFact;
    };

const isWithin = (rights: number, whole: number): boolean => (rights & ~whole) === 0;

/** Is the entry derived from one of the actor's, over however many generations? */
const descendsFromActor = (handle: HandleFact, { before, actor }: StepView): boolean => {
  for (let at = handle.parent; at !== undefined; at = before.handle(at)?.parent) {
    if (at.process === actor) return true;
  }
  return false;
};

/** A new entry and the one that it is derived from, if they are of one resource and it has no more rights. */
const properParent = (is: HandleFact, { before, after }: StepView): HandleFact | undefined => {
  if (is.parent === undefined) return undefined;
  const parent = before.handle(is.parent) ?? after.handle(is.parent);
  return parent?.sid === is.sid && isWithin(is.rights, parent.rights) ? parent : undefined;
};

const appearRules: readonly Rule<Extract<HandleDifference, { readonly aspect: 'appears' }>>[] = [
  {
    name: 'a handle is given for a granted request to the kernel',
    licenses: ({ is }, { actor, isServed }) =>
      is.process === actor && isServed && is.parent === undefined,
  },
  {
    name: 'a handle is copied for a granted request to the kernel',
    licenses: ({ is }, view) =>
      is.process === view.actor && view.isServed && properParent(is, view)?.process === view.actor,
  },
  {
    name: 'a handle comes with a granted message',
    licenses: ({ is }, view) => {
      const { actor } = view;
      const parent = properParent(is, view);
      if (actor === undefined || parent?.process !== actor || !parent.live) return false;
      return (
        view.isGranted('request', actor, is.process) ||
        view.isGranted('response', actor, is.process) ||
        view.isGranted('error', actor, is.process)
      );
    },
  },
  {
    name: 'a process begins with its handles',
    licenses: ({ is }, view) => is.parent === undefined && view.isBegun(is.process),
  },
  {
    name: 'a client is given the channel that it asked for',
    licenses: ({ is }, view) =>
      is.parent === undefined && view.isServed && view.asksActor(is.process),
  },
];

const vanishRules: readonly Rule<Extract<HandleDifference, { readonly aspect: 'vanishes' }>>[] = [
  {
    name: 'a handle of its own is closed',
    licenses: ({ was }, { actor }) => was.process === actor,
  },
  {
    name: 'a handle ends with its process',
    licenses: ({ was }, view) => {
      const now = view.after.process(was.process)?.state;
      return now === undefined || now === 'ended';
    },
  },
  {
    name: 'a handle goes with the request that it came with',
    licenses: ({ was }, view) => was.inTransit && view.isRequestGone(was.process),
  },
  {
    name: 'a handle goes with the answer that was denied',
    licenses: ({ was }, { step, before }) =>
      step.report.completions.some(
        ({ of, outcome }) =>
          outcome.kind === 'denied' && before.thread(of)?.process === was.process,
      ),
  },
];

type Both = Extract<HandleDifference, { readonly was: HandleFact; readonly is: HandleFact }>;

const revokeRules: readonly Rule<Both>[] = [
  {
    name: 'a handle is revoked by who holds an ancestor of it',
    licenses: ({ was, is }, view) =>
      was.live && !is.live && view.isServed && descendsFromActor(was, view),
  },
  {
    name: 'a handle is revoked with the process that has made what it names',
    licenses: ({ was, is }, view) => {
      const maker = view.before.resource(was.sid)?.owner;
      return was.live && !is.live && maker !== undefined && view.hasEnded(maker);
    },
  },
];

const arriveRules: readonly Rule<Both>[] = [
  {
    name: 'a handle arrives with the request that is taken',
    licenses: ({ was, is }, { step }) =>
      was.inTransit &&
      !is.inTransit &&
      step.after.threads.some(
        ({ process, serves }) => process === is.process && serves !== undefined,
      ),
  },
];

/** Is the place an ancestor of another, or none where there is no ancestor? */
const isAbove = (
  above: HandlePlace | undefined,
  below: HandlePlace,
  before: IndexedFacts,
): boolean => {
  for (let at = before.handle(below)?.parent; at !== undefined; at = before.handle(at)?.parent) {
    if (above !== undefined && keyOf(at) === keyOf(above)) return true;
  }
  return above === undefined;
};

const parentRules: readonly Rule<Both>[] = [
  {
    name: 'a handle hangs from the parent of one that is gone',
    licenses: ({ was, is }, { before, after }) => {
      if (was.parent === undefined) return false;
      const old = before.handle(was.parent);
      const now = after.handle(was.parent);
      const isStill = now !== undefined && now.sid === old?.sid && now.parent === old.parent;
      return !isStill && isAbove(is.parent, was.parent, before);
    },
  },
];

const otherRules: readonly Rule<Both>[] = [];

/** The name of the rule that licenses what has happened to an entry; absent if none does. */
export const findHandleLicence = (
  difference: HandleDifference,
  view: StepView,
): string | undefined => {
  switch (difference.aspect) {
    case 'appears':
      return appearRules.find(({ licenses }) => licenses(difference, view))?.name;
    case 'vanishes':
      return vanishRules.find(({ licenses }) => licenses(difference, view))?.name;
    case 'revoked':
      return revokeRules.find(({ licenses }) => licenses(difference, view))?.name;
    case 'arrives':
      return arriveRules.find(({ licenses }) => licenses(difference, view))?.name;
    case 'parent':
      return parentRules.find(({ licenses }) => licenses(difference, view))?.name;
    case 'other':
      return otherRules.find(({ licenses }) => licenses(difference, view))?.name;
  }
};

export const handleRuleNames: readonly string[] = [
  ...appearRules,
  ...vanishRules,
  ...revokeRules,
  ...arriveRules,
  ...parentRules,
].map(({ name }) => name);

/** What a step has changed of an entry, aspect by aspect. */
export const handleDifferences = (
  was: HandleFact | undefined,
  is: HandleFact | undefined,
): readonly HandleDifference[] => {
  if (was === undefined) return is === undefined ? [] : [{ aspect: 'appears', is }];
  if (is === undefined) return [{ aspect: 'vanishes', was }];
  if (was.sid !== is.sid || was.channel !== is.channel || (is.live && !was.live)) {
    return [
      { aspect: 'vanishes', was },
      { aspect: 'appears', is },
    ];
  }
  const differences: HandleDifference[] = [];
  if (was.live !== is.live) differences.push({ aspect: 'revoked', was, is });
  if (was.inTransit !== is.inTransit) differences.push({ aspect: 'arrives', was, is });
  if (!isSamePlace(was.parent, is.parent)) differences.push({ aspect: 'parent', was, is });
  if (was.rights !== is.rights) differences.push({ aspect: 'other', was, is });
  return differences;
};
