import type { Finding, Verdict } from '../../model/security.ts';
import { outcomes } from './outcome.ts';
import type { Refusal } from './outcome.ts';

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

export const makeKeeping = (): Keeping => ({ left: 16_384 });

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

/** Verdicts on events that one rule alone refuses. */
export interface KeptRefusals {
  /** By the position of the rule, what it answered, and its reason. */
  readonly find: (index: number, outcome: Refusal, why: string) => Verdict | undefined;
  readonly keep: (index: number, outcome: Refusal, why: string, verdict: Verdict) => Verdict;
}

/** Longest reason that is kept, in UTF-16 units: a model of the user's own can quote the message. */
const longestReason = 256;

/** The refusal that was given last, of one rule and outcome. */
interface LastRefusal {
  readonly why: string;
  readonly verdict: Verdict;
}

/** Hot: most rules refuse for one reason, so that the last one is looked at before all others. */
export const makeKeptRefusals = (keeping: Keeping): KeptRefusals => {
  const rules = new Map<number, KeptVerdicts<string>>();
  const last: (LastRefusal | undefined)[] = [];
  const placeOf = (index: number, outcome: Refusal): number => index * 2 + outcome - 1;
  return {
    find: (index, outcome, why) => {
      const place = placeOf(index, outcome);
      const given = last[place];
      return given?.why === why ? given.verdict : rules.get(place)?.find(why);
    },
    keep: (index, outcome, why, verdict) => {
      if (why.length > longestReason) return verdict;
      const place = placeOf(index, outcome);
      const verdicts = rules.get(place) ?? makeKeptVerdicts<string>(keeping);
      rules.set(place, verdicts);
      last[place] = { why, verdict };
      return verdicts.keep(why, verdict);
    },
  };
};
