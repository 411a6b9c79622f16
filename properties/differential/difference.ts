import type { AuditRecord, Finding, Verdict } from '../../model/security.ts';
import type { Span } from '../../model/span.ts';
import type { Answer } from './engine-run.ts';

/** In what two answers differ: the first that is found, in this order. */
export const compared = [
  'verdict',
  'because',
  'name',
  'fault',
  'findings',
  'audit',
  'context',
  'view',
] as const;

export type Compared = (typeof compared)[number];

const samePlace = (left: Span, right: Span): boolean =>
  left === right ||
  (left.file === right.file &&
    left.line === right.line &&
    left.column === right.column &&
    left.endLine === right.endLine &&
    left.endColumn === right.endColumn);

const sameFinding = (left: Finding, right: Finding): boolean =>
  left.object === right.object &&
  left.rule === right.rule &&
  left.result === right.result &&
  left.why === right.why &&
  samePlace(left.at, right.at);

const sameFindings = (left: readonly Finding[], right: readonly Finding[]): boolean =>
  left === right ||
  (left.length === right.length &&
    left.every((finding, index) => {
      const other = right[index];
      return other !== undefined && sameFinding(finding, other);
    }));

const sameAudit = (left: AuditRecord | undefined, right: AuditRecord | undefined): boolean => {
  if (left === undefined || right === undefined) return left === right;
  return (
    left.event === right.event &&
    left.verdict === right.verdict &&
    left.because === right.because &&
    sameFindings(left.findings, right.findings)
  );
};

const becauseOf = (verdict: Verdict): string | undefined =>
  verdict.kind === 'denied' ? verdict.because : undefined;

const nameOf = (verdict: Verdict): string | undefined =>
  verdict.kind === 'denied' && 'name' in verdict ? verdict.name : undefined;

const faultOf = (verdict: Verdict): string | undefined =>
  verdict.kind === 'denied' && verdict.because === 'malformed'
    ? `${verdict.fault.path} ${verdict.fault.why}`
    : undefined;

/** Hot: in what two answers to one event differ; absent if in nothing. */
export const findDifferent = (left: Answer, right: Answer): Compared | undefined => {
  const [one, other] = [left.verdict, right.verdict];
  if (one.kind !== other.kind) return 'verdict';
  if (becauseOf(one) !== becauseOf(other)) return 'because';
  if (nameOf(one) !== nameOf(other)) return 'name';
  if (faultOf(one) !== faultOf(other)) return 'fault';
  if (!sameFindings(one.by, other.by)) return 'findings';
  return sameAudit(left.audit, right.audit) ? undefined : 'audit';
};

/** Any value as text, for a difference that is told, and for views. */
export const asText = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown): unknown => {
    if (typeof part === 'bigint') return `${String(part)}n`;
    return part instanceof Map ? [...part] : part;
  });
