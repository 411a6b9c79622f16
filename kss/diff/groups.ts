import type { EventKind } from '../../model/security.ts';
import type { ConfirmedDifference } from './differences.ts';

/** What an event calls: absent parts are those that its kind has not. */
export interface DiffMethod {
  readonly endpoint?: string;
  readonly interface: string;
  readonly method: string;
}

/**
 * Differences that are alike: of every source, destination and method of the lists.
 *
 * Shape: `destinations` is empty for security events; `example` is one of them.
 */
export interface DiffGroup {
  readonly event: EventKind;
  readonly change: 'granted' | 'denied';
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
  readonly methods: readonly DiffMethod[];
  readonly when: readonly string[];
  readonly example: ConfirmedDifference;
}

const methodOf = ({ slot }: ConfirmedDifference): DiffMethod => ({
  ...(slot.endpoint === undefined ? {} : { endpoint: slot.endpoint }),
  interface: slot.interface,
  method: slot.method,
});

const groupOf = (example: ConfirmedDifference): DiffGroup => ({
  event: example.slot.event,
  change: example.change,
  sources: [example.slot.src],
  destinations: example.slot.dst === undefined ? [] : [example.slot.dst],
  methods: [methodOf(example)],
  when: example.when,
  example,
});

type List = 'sources' | 'destinations' | 'methods';

/** What two differences must share to stand together: also the rules that spoke, and the reason. */
const keyOf = ({ example, ...group }: DiffGroup, but: List): string =>
  JSON.stringify([
    { ...group, [but]: [] },
    [example.a, example.b].map(({ because, reasons }) => [
      because,
      reasons.map(({ at, result }) => [at, result]),
    ]),
  ]);

/** Groups that differ in one list alone, put together. */
const joinedBy = (groups: readonly DiffGroup[], list: List): readonly DiffGroup[] => {
  const byKey = new Map<string, DiffGroup>();
  for (const group of groups) {
    const key = keyOf(group, list);
    const known = byKey.get(key);
    byKey.set(
      key,
      known === undefined ? group : { ...known, [list]: [...known[list], ...group[list]] },
    );
  }
  return [...byKey.values()];
};

/** Differences by event, source, destination, method and condition: those that B grants come first. */
export const groupsOf = (differences: readonly ConfirmedDifference[]): readonly DiffGroup[] => {
  const single = differences.map(groupOf);
  const joined = joinedBy(joinedBy(joinedBy(single, 'sources'), 'destinations'), 'methods');
  return (['granted', 'denied'] as const).flatMap((change) =>
    joined.filter((group) => group.change === change),
  );
};
