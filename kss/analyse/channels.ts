import { kernelClass } from '../../solution/solution.ts';
import type { Solution } from '../../solution/solution.ts';
import { listed } from '../../model/listed.ts';
import type { Span } from '../../model/span.ts';
import type { Unknown, Witness } from '../witness/witness.ts';
import { findingAt } from './finding.ts';
import type { AnalysisFinding } from './finding.ts';
import type { Survey, SurveyedSlot } from './survey.ts';

/** Classes of the programs that hand channels out at run time. */
const brokers = new Set(['kl.core.DCM', 'kl.core.NameServer']);

const pairKey = (src: string, dst: string): string => `${src} ${dst}`;

const channelPairs = ({ channels, processes }: Solution): ReadonlySet<string> =>
  new Set(
    channels.flatMap(({ client, server }) => {
      const [from, to] = [processes[client], processes[server]];
      return from === undefined || to === undefined ? [] : [pairKey(from.className, to.className)];
    }),
  );

const grantedIn = ({ witnesses }: SurveyedSlot): Witness | undefined =>
  witnesses.find(({ judgement }) => judgement.verdict.kind === 'granted');

/** Is it a request by which a channel comes to be at run time? */
const makesChannels = ({ slot }: SurveyedSlot): boolean =>
  slot.event === 'request' &&
  ((slot.dst === kernelClass && slot.method === 'Connect') || brokers.has(slot.dst ?? ''));

/** The classes that may get channels which init.yaml does not name. */
const connecting = ({ slots }: Survey): ReadonlySet<string> =>
  new Set(
    slots
      .filter((one) => makesChannels(one) && (grantedIn(one) !== undefined || !one.isExact))
      .map(({ slot }) => slot.src),
  );

/** The requests of a class to another that are granted at one place of the policy, and have no channel. */
interface Privilege {
  readonly src: string;
  readonly dst: string;
  readonly at: Span;
  readonly witness: Witness;
  readonly methods: Set<string>;
}

/** The same requests, of every class that may make them. */
interface SharedPrivilege extends Privilege {
  readonly sources: Set<string>;
}

const privileges = (survey: Survey, isIt: (src: string) => boolean): readonly SharedPrivilege[] => {
  const { processes } = survey.solution;
  const running = new Set(processes.map(({ className }) => className));
  const usable = channelPairs(survey.solution);
  const isAlone = (src: string, dst: string): boolean =>
    src === dst && processes.filter(({ className }) => className === src).length === 1;
  const isPossible = (src: string, dst: string): boolean =>
    isIt(src) && !isAlone(src, dst) && running.has(src) && running.has(dst) && dst !== kernelClass;
  const found = new Map<string, Privilege>();
  for (const surveyed of survey.slots) {
    const { event, src, dst = '', endpoint = '', method } = surveyed.slot;
    if (event !== 'request' || !isPossible(src, dst) || usable.has(pairKey(src, dst))) continue;
    const witness = grantedIn(surveyed);
    const at = witness?.judgement.asked.find(({ finding }) => finding !== undefined)?.call.at;
    if (witness === undefined || at === undefined) continue;
    const key = JSON.stringify([at, src, dst]);
    const known = found.get(key) ?? { src, dst, at, witness, methods: new Set<string>() };
    found.set(key, known);
    known.methods.add(`${endpoint}.${method}`);
  }
  return shared([...found.values()]);
};

/** Privileges that are alike but for their source, put together. */
const shared = (all: readonly Privilege[]): readonly SharedPrivilege[] => {
  const byKey = new Map<string, SharedPrivilege>();
  for (const one of all) {
    const key = JSON.stringify([one.at, one.dst, [...one.methods]]);
    const known = byKey.get(key) ?? { ...one, sources: new Set<string>() };
    byKey.set(key, known);
    known.sources.add(one.src);
  }
  return [...byKey.values()];
};

const mostNames = 3;

const inShort = (names: ReadonlySet<string>): string => listed([...names], mostNames);

const findingOf = ({ sources, dst, at, witness, methods }: SharedPrivilege): AnalysisFinding =>
  findingAt(
    'ANA-009',
    at,
    `${inShort(sources)} may request ${inShort(methods)} of ${dst}, and init.yaml has no channel for it`,
    { shown: { prelude: witness.prelude, event: witness.event } },
  );

/** Requests that are granted, and for which init.yaml has no channel. */
export const channelFindings = (
  survey: Survey,
): { readonly findings: readonly AnalysisFinding[]; readonly unknown: readonly Unknown[] } => {
  const atRunTime = connecting(survey);
  const doubtful = privileges(survey, (src) => atRunTime.has(src));
  return {
    findings: privileges(survey, (src) => !atRunTime.has(src)).map(findingOf),
    unknown: doubtful.map(({ at, sources, dst }) => ({
      at,
      what: `requests of ${inShort(sources)} to ${dst}, for which init.yaml has no channel`,
      why: 'these may get channels at run time',
    })),
  };
};
