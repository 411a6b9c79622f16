import type { Finding } from '../../model/security.ts';
import type { AuditProfile } from '../../solution/syntax/tree/psl.ts';
import { conditionsOf } from '../audit.ts';
import type { AuditCondition, ModelCall } from '../security-model.ts';
import type { Frame } from './frame.ts';
import type { Store } from './store.ts';

/** Records the calls of one object under one audit profile. */
export interface Recorder {
  /**
   * Whether a call will be recorded, by its result, under the level and the state at hand: to be
   * asked before the call is made, which may change both.
   */
  readonly listen: (call: ModelCall) => Listening;
}

/** Takes the finding of the call that was listened to. */
export type Listening = (finding: Finding) => void;

/** What a profile says of the object at one level. */
interface Entry {
  readonly results: ReadonlySet<string>;
  readonly conditions: readonly AuditCondition[];
}

/** By level; of several entries for one level the first counts. */
const entriesOf = (profile: AuditProfile, object: string): ReadonlyMap<number, Entry> => {
  const entries = new Map<number, Entry>();
  const seen = new Set<number>();
  for (const { level, objects } of profile.levels) {
    const entry = objects.find((one) => one.object.text === object);
    if (!seen.has(Number(level)) && entry !== undefined && entry.results.length > 0) {
      const results = new Set(entry.results.map(({ text }) => text));
      entries.set(Number(level), { results, conditions: conditionsOf(entry) });
    }
    seen.add(Number(level));
  }
  return entries;
};

const unheard: Listening = () => undefined;

/** The recorder of an object; absent if the profile never has a call of it recorded. */
export const makeRecorder = (
  frame: Frame,
  store: Store | undefined,
  profile: AuditProfile | undefined,
  object: string,
): Recorder | undefined => {
  const entries = profile === undefined ? undefined : entriesOf(profile, object);
  if (entries === undefined || entries.size === 0) return undefined;
  return {
    listen: (call) => {
      const entry = entries.get(frame.level);
      if (entry === undefined) return unheard;
      if (entry.conditions.some((one) => store?.omits(call, one) === true)) return unheard;
      return (finding) => {
        const counts = finding.result === 'granted' ? 'granted' : 'denied';
        if (entry.results.has(counts)) frame.recorded.push(finding);
      };
    },
  };
};
