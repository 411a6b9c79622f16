import type {
  AuditRecord,
  DenialReason,
  Finding,
  SecurityEvent,
  Verdict,
} from '../model/security.ts';
import type { Value } from '../model/value.ts';
import type { Solution } from '../solution/solution.ts';
import type { Call } from '../solution/syntax/tree/expression.ts';
import type { AuditedObject } from '../solution/syntax/tree/psl.ts';
import type { Asked } from './evaluation.ts';
import { objectOf } from './event-environment.ts';
import type { Heard } from './event-environment.ts';
import type { AuditCondition } from './security-model.ts';

/** What the active entry of a profile says of an object; the level must match exactly. */
const entryFor = (
  { policy }: Solution,
  { profile, before }: Asked,
  object: string,
): AuditedObject | undefined =>
  policy.profiles
    .find(({ name }) => name.text === profile)
    ?.levels.find(({ level }) => level === BigInt(before.level))
    ?.objects.find((entry) => entry.object.text === object);

/** The model's own conditions of an entry. */
export const conditionsOf = ({ conditions }: AuditedObject): readonly AuditCondition[] =>
  conditions.map(({ key, values }) => ({
    key: key.text,
    values: values.flatMap((value) => (value.kind === 'text' ? [value.value] : [])),
  }));

/** Does the profile have a call's result recorded? The object's model answers for its own conditions. */
const isRecorded = (
  solution: Solution,
  asked: Asked,
  { object, rule: method, result }: Finding,
  argument: Value | undefined,
): boolean => {
  const entry = entryFor(solution, asked, object);
  if (entry === undefined) return false;
  const counts = result === 'granted' ? 'granted' : 'denied';
  const running = asked.before.objects.get(object);
  return (
    entry.results.some(({ text }) => text === counts) &&
    conditionsOf(entry).every((one) => running?.omits({ method, argument }, one) !== true)
  );
};

/** Expressions are recorded like rules: a value counts as granted. */
const findingOf = ({ call, answer }: Heard): Finding => ({
  object: objectOf(call),
  rule: call.method.text,
  at: call.at,
  ...(answer.kind === 'value' ? { result: 'granted' } : { result: 'failed', why: answer.why }),
});

/** The calls that are recorded of a statement or a choice, in the order in which they were made. */
const recordedFindings = (solution: Solution, asked: Asked): readonly Finding[] => {
  const { heard, finding, call, argument } = asked;
  const isOwn = (other: Call): boolean => finding !== undefined && other === call;
  const expressions = heard
    .filter((one) => !isOwn(one.call))
    .map((one) => [findingOf(one), one.argument] as const);
  const given =
    heard.find((one) => isOwn(one.call))?.argument ??
    (argument.kind === 'value' ? argument.value : undefined);
  return [...expressions, ...(finding === undefined ? [] : [[finding, given] as const])]
    .filter(([found, value]) => isRecorded(solution, asked, found, value))
    .map(([found]) => found);
};

/** Denials that are recorded whatever the profiles say: those to which no rule is bound. */
const always: ReadonlySet<DenialReason> = new Set([
  'unknownSubject',
  'unknownMethod',
  'malformed',
  'noRule',
]);

/** What the audit log keeps of a decision of which some findings are recorded; absent if nothing. */
export const auditRecord = (
  event: SecurityEvent,
  verdict: Verdict,
  findings: readonly Finding[],
): AuditRecord | undefined => {
  if (verdict.kind === 'granted') {
    return findings.length === 0 ? undefined : { event, verdict: 'granted', findings };
  }
  const { because } = verdict;
  if (findings.length === 0 && !always.has(because)) return undefined;
  return verdict.because === 'malformed'
    ? { event, verdict: 'denied', findings, because, fault: verdict.fault }
    : { event, verdict: 'denied', findings, because };
};

/** What the audit log keeps of a decision, also of one that was undone. */
export const auditOf = (
  solution: Solution,
  event: SecurityEvent,
  verdict: Verdict,
  asked: readonly Asked[],
): AuditRecord | undefined =>
  auditRecord(
    event,
    verdict,
    asked.flatMap((one) => recordedFindings(solution, one)),
  );
