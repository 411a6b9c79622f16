import type { Branded } from '../model/ids.ts';
import type { AuditRecord } from '../model/security.ts';
import type { Judged } from '../model/step.ts';
import type { Writer } from '../model/writer.ts';
import { writeValue } from '../model/write-value.ts';
import type { Limits } from './kernel.ts';

/**
 * The log that the engine's records go to, and how many are lost (AUD-1). Of each subject it keeps the
 * newest `auditRecords`, so that nobody drives out the records of another (AVL-1).
 * The only component that a denied event changes.
 */
export type AuditLog = Branded<
  { readonly records: readonly AuditRecord[]; readonly lost: number },
  'AuditLog'
>;

const logOf = (records: readonly AuditRecord[], lost: number): AuditLog =>
  ({ records, lost }) as AuditLog;

export const emptyLog: AuditLog = logOf([], 0);

const subjectOf = ({ event }: AuditRecord): string => event.source.name;

const added = (
  log: AuditLog,
  record: AuditRecord,
  { auditRecords, lost: most }: Limits,
): AuditLog => {
  const lost = Math.min(log.lost + 1, most);
  if (auditRecords === 0) return lost === log.lost ? log : logOf(log.records, lost);
  const subject = subjectOf(record);
  const own = log.records.filter((one) => subjectOf(one) === subject);
  if (own.length < auditRecords) return logOf([...log.records, record], log.lost);
  const [oldest] = own;
  return logOf([...log.records.filter((one) => one !== oldest), record], lost);
};

/** The log after some events; the very one given where none is to be recorded. */
export const recorded = (log: AuditLog, events: readonly Judged[], limits: Limits): AuditLog => {
  let now = log;
  for (const { audit } of events) if (audit !== undefined) now = added(now, audit, limits);
  return now;
};

/** The log with so many more lost. */
export const withLost = (log: AuditLog, more: number, { lost: most }: Limits): AuditLog =>
  logOf(log.records, Math.min(log.lost + more, most));

/** The log without its oldest record, and nothing lost: somebody has read both. */
export const withoutOldest = ({ records }: AuditLog): AuditLog => logOf(records.slice(1), 0);

/** One record as a reader gets it: who did what, what came of it, and which rule said so; at most 1024 bytes. */
export const textOf = ({ event, verdict, because, findings }: AuditRecord): string => {
  const { kind, source, destination, endpoint, method } = event;
  const what = [endpoint, method].filter((part) => part !== undefined).join('.');
  const rules = findings.map(({ object, rule, result }) => `${object}.${rule} ${result}`);
  const parts = [
    kind,
    source.name,
    destination?.name ?? '',
    what,
    verdict,
    because ?? '',
    ...rules,
  ];
  return parts
    .filter((part) => part !== '')
    .join(' ')
    .replaceAll(/[^\x20-\x7e]/g, '?')
    .slice(0, 1024);
};

const encodeRecord = ({ event, verdict, findings, because }: AuditRecord, writer: Writer): void => {
  for (const text of [event.kind, event.source.name, event.destination?.name ?? ''])
    writer.text(text);
  for (const text of [event.endpoint ?? '', event.method ?? '', verdict, because ?? ''])
    writer.text(text);
  if (event.content.kind === 'value') writeValue(event.content.message, writer);
  writer.word(findings.length);
  for (const { object, rule, result, at } of findings) {
    writer.text(`${object}.${rule} ${result} ${at.file}`);
    writer.word(at.line);
    writer.word(at.column);
  }
};

export const encodeAuditLog = ({ records, lost }: AuditLog, writer: Writer): void => {
  writer.word(lost);
  writer.word(records.length);
  for (const record of records) encodeRecord(record, writer);
};
