import type { AuditRecord, Finding, SecurityEvent, Verdict } from '../model/security.ts';
import type { Solution } from '../solution/solution.ts';
import type { AuditedObject } from '../solution/syntax/tree/psl.ts';
import type { Asked } from './evaluation.ts';
import { record } from '../model/value.ts';
import { findSid } from './values.ts';
import { fieldOf } from './values.ts';

/** What the active entry of a profile says of an object; the level must match exactly. */
const entryFor = (
  { policy }: Solution,
  { profile, object, before }: Asked,
): AuditedObject | undefined =>
  policy.profiles
    .find(({ name }) => name.text === profile)
    ?.levels.find(({ level }) => level === BigInt(before.level))
    ?.objects.find((entry) => entry.object.text === object);

/** Flow's `omit`: no record while the machine of the SID is in one of these states. */
const isOmitted = (entry: AuditedObject, { argument, object, before }: Asked): boolean => {
  const omit = entry.conditions.find(({ key }) => key.text === 'omit');
  if (omit === undefined || argument.kind === 'failed') return false;
  const sid = findSid(fieldOf(argument.value, 'sid'));
  if (sid === undefined) return false;
  const state = before.objects.get(object)?.expression('query', record([['sid', BigInt(sid)]]));
  return (
    state?.kind === 'value' &&
    omit.values.some((value) => value.kind === 'text' && value.value === state.value)
  );
};

const recordedFinding = (solution: Solution, asked: Asked): readonly Finding[] => {
  const { finding } = asked;
  const entry = entryFor(solution, asked);
  if (finding === undefined || entry === undefined || isOmitted(entry, asked)) return [];
  const result = finding.result === 'granted' ? 'granted' : 'denied';
  return entry.results.some(({ text }) => text === result) ? [finding] : [];
};

/** Denials that are recorded whatever the profiles say: of malformed and of uncovered events. */
const always = new Set(['malformed', 'noRule']);

/** What the audit log keeps of a decision, also of one that was undone. */
export const auditOf = (
  solution: Solution,
  event: SecurityEvent,
  verdict: Verdict,
  asked: readonly Asked[],
): AuditRecord | undefined => {
  const findings = asked.flatMap((one) => recordedFinding(solution, one));
  if (verdict.kind === 'granted') {
    return findings.length === 0 ? undefined : { event, verdict: 'granted', findings };
  }
  const { because } = verdict;
  const isRecorded = findings.length > 0 || always.has(because);
  return isRecorded ? { event, verdict: 'denied', findings, because } : undefined;
};
