import type { Finding, Verdict } from '../../model/security.ts';
import { outcomes } from './outcome.ts';

/** The verdict on an event that no rule covers. */
export const uncovered: Verdict = { kind: 'denied', because: 'noRule', by: [] };

const isSome = <Item>(items: readonly Item[]): items is readonly [Item, ...Item[]] =>
  items.length > 0;

/** A rule that said denied comes before one that failed (C-07); `joined` are the bits of all outcomes. */
export const deniedFor = (by: readonly Finding[], joined: number): Verdict =>
  isSome(by)
    ? { kind: 'denied', because: (joined & outcomes.denied) === 0 ? 'failed' : 'ruleRefused', by }
    : uncovered;

/** Granted only if some rule covers the event and every one grants (KSS-1). */
export const verdictOf = (by: readonly Finding[], joined: number): Verdict =>
  joined === outcomes.granted && isSome(by) ? { kind: 'granted', by } : deniedFor(by, joined);

/** How many more verdicts the slots of a session may keep, all together. */
export interface Keeping {
  left: number;
}

export const makeKeeping = (): Keeping => ({ left: 65_536 });

/** Verdicts that are given again: most events are answered in few ways, and to answer makes no garbage. */
export interface KeptVerdicts<Key> {
  readonly find: (key: Key) => Verdict | undefined;
  /** Keeps it, if there is room. */
  readonly keep: (key: Key, verdict: Verdict) => Verdict;
}

export const makeKeptVerdicts = <Key>(keeping: Keeping): KeptVerdicts<Key> => {
  const verdicts = new Map<Key, Verdict>();
  return {
    find: (key) => verdicts.get(key),
    keep: (key, verdict) => {
      if (keeping.left > 0) {
        keeping.left -= 1;
        verdicts.set(key, verdict);
      }
      return verdict;
    },
  };
};
