import type { Refusal } from '../model/step.ts';
import type { Facts, Limits } from '../kernel/kernel.ts';
import { broken, idle, witnessedBy } from './run-property.ts';
import type { RunProperty } from './run-property.ts';

const most = (keys: readonly (number | string)[]): number => {
  const counts = new Map<number | string, number>();
  let greatest = 0;
  for (const key of keys) {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > greatest) greatest = count;
  }
  return greatest;
};

const familyOf = (name: string): string => name.split('/')[0] ?? name;

/** The greatest share that any process has of each resource. */
const shares = ({
  processes,
  threads,
  handles,
  resources,
  pending,
}: Facts): Readonly<
  Record<'processes' | 'threads' | 'handles' | 'transfers' | 'resources' | 'queue', number>
> => ({
  processes: most(processes.flatMap(({ name }) => (name.includes('/') ? [familyOf(name)] : []))),
  threads: most(threads.map(({ process }) => process)),
  handles: most(handles.map(({ process }) => process)),
  transfers: most(
    handles.flatMap(({ process, channel }) =>
      channel === undefined ? [] : [`${String(process)} ${String(channel)}`],
    ),
  ),
  resources: most(resources.map(({ owner }) => owner)),
  queue: most(
    pending.flatMap(({ from, server, taken }) =>
      taken ? [] : [`${String(from)} ${String(server)}`],
    ),
  ),
});

const exhausted: ReadonlySet<Refusal> = new Set([
  'processesFull',
  'queueFull',
  'resourcesFull',
  'subscriptionsFull',
  'tableFull',
  'threadsFull',
  'transfersFull',
]);

const excess = (facts: Facts, limits: Limits): string | undefined => {
  const share = shares(facts);
  for (const name of [
    'processes',
    'threads',
    'handles',
    'transfers',
    'resources',
    'queue',
  ] as const) {
    if (share[name] > limits[name])
      return `a process has ${String(share[name])} of ${name}, at most ${String(limits[name])} are its share`;
  }
  return undefined;
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
    return ({ after, report, changed }) => {
      const { outcome } = report;
      const isFull = outcome.kind === 'refused' && exhausted.has(outcome.because);
      if (changed.length > 0) {
        const fault = excess(after, limits);
        if (fault !== undefined) return broken(fault);
      }
      return isFull ? witnessedBy([outcome.because]) : idle;
    };
  },
};
