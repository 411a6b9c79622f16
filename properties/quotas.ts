import type { ProcessId } from '../model/ids.ts';
import type { Refusal } from '../model/step.ts';
import type { Facts, Limits } from '../kernel/kernel.ts';
import { broken, idle, witnessedBy } from './run-property.ts';
import type { RunProperty } from './run-property.ts';

/** How many facts have the key that most have; one without a key does not count. */
const most = <Fact>(
  facts: readonly Fact[],
  key: (fact: Fact) => number | string | undefined,
): number => {
  const counts = new Map<number | string, number>();
  let greatest = 0;
  for (const fact of facts) {
    const of = key(fact);
    if (of === undefined) continue;
    const count = (counts.get(of) ?? 0) + 1;
    counts.set(of, count);
    if (count > greatest) greatest = count;
  }
  return greatest;
};

/** The process of the init description that a process comes of; none, if it is of it itself. */
const familyOf = (name: string): string | undefined =>
  name.includes('/') ? name.split('/')[0] : undefined;

/** A number for a process and something of it. */
const pair = (process: ProcessId, other: number): number => process * 2 ** 32 + other;

/** A limit, the list of facts that it is about, and the greatest share that any process has of it. */
interface Share {
  readonly limit: 'processes' | 'threads' | 'handles' | 'transfers' | 'resources' | 'queue';
  readonly of: keyof Facts;
  readonly greatest: (facts: Facts) => number;
}

const shares: readonly Share[] = [
  {
    limit: 'processes',
    of: 'processes',
    greatest: ({ processes }) => most(processes, ({ name }) => familyOf(name)),
  },
  {
    limit: 'threads',
    of: 'threads',
    greatest: ({ threads }) => most(threads, ({ process }) => process),
  },
  {
    limit: 'handles',
    of: 'handles',
    greatest: ({ handles }) => most(handles, ({ process }) => process),
  },
  {
    limit: 'transfers',
    of: 'handles',
    greatest: ({ handles }) =>
      most(handles, ({ process, channel }) =>
        channel === undefined ? undefined : pair(process, channel),
      ),
  },
  {
    limit: 'resources',
    of: 'resources',
    greatest: ({ resources }) => most(resources, ({ owner }) => owner),
  },
  {
    limit: 'queue',
    of: 'pending',
    greatest: ({ pending }) =>
      most(pending, ({ from, server, taken }) => (taken ? undefined : pair(from, server))),
  },
];

const exhausted: ReadonlySet<Refusal> = new Set([
  'processesFull',
  'queueFull',
  'resourcesFull',
  'subscriptionsFull',
  'tableFull',
  'threadsFull',
  'transfersFull',
]);

/** Checks one state after another; a list that a step has left alone is not counted again. */
const makeCheck = (limits: Limits): ((facts: Facts) => string | undefined) => {
  const counted = new Map<Share, unknown>();
  return (facts) => {
    for (const share of shares) {
      const list = facts[share.of];
      if (counted.get(share) === list) continue;
      counted.set(share, list);
      const greatest = share.greatest(facts);
      const { limit } = share;
      if (greatest > limits[limit])
        return `a process has ${String(greatest)} of ${limit}, at most ${String(limits[limit])} are its share`;
    }
    return undefined;
  };
};

/**
 * No process has more than its share of anything; reaching the share is a refusal. That nobody touches the
 * share of another is what `noninterference` says.
 *
 * Source: S26; spec/requirements.md AVL.
 */
export const quotas: RunProperty = {
  name: 'quotas',
  requirement: 'AVL-1',
  statement: 'No process has more than its share, and reaching it is refused.',
  start: ({ limits }) => {
    const check = makeCheck(limits);
    return ({ after, report: { outcome } }) => {
      const fault = check(after);
      if (fault !== undefined) return broken(fault);
      const isFull = outcome.kind === 'refused' && exhausted.has(outcome.because);
      return isFull ? witnessedBy([outcome.because]) : idle;
    };
  },
};
