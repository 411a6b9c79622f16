import { eventKinds } from '../model/security.ts';
import type { EventKind } from '../model/security.ts';
import type { ExpectationData, VerdictCounts } from './data.ts';

interface Verdicts {
  readonly kind: EventKind;
  readonly verdict: 'granted' | 'denied';
}

/** How often events of each kind were granted and denied; every kind is there, in its fixed order. */
export const countVerdicts = (verdicts: Iterable<Verdicts>): VerdictCounts => {
  const counts = new Map(eventKinds.map((kind) => [kind, { granted: 0, denied: 0 }]));
  for (const { kind, verdict } of verdicts) {
    const count = counts.get(kind);
    if (count !== undefined) count[verdict] += 1;
  }
  return Object.fromEntries(counts);
};

/** The kind of the event that an expectation tells in words. */
const kindOf = ({ event }: ExpectationData): EventKind | undefined =>
  eventKinds.find((kind) => event.startsWith(`${kind} `));

/** The same, of the policy's expectations. */
export const countExpectations = (expectations: readonly ExpectationData[]): VerdictCounts =>
  countVerdicts(
    expectations.flatMap((expectation) => {
      const kind = kindOf(expectation);
      return kind === undefined ? [] : [{ kind, verdict: expectation.verdict }];
    }),
  );
