import type { Branded } from '../../model/ids.ts';
import { append } from '../../model/ring.ts';
import type { Ring } from '../../model/ring.ts';
import type { AuditRecord } from '../../model/security.ts';
import type { Judged } from '../../model/step.ts';
import type { Writer } from '../../model/writer.ts';
import { writeValue } from '../../model/write-value.ts';
import type { Limits } from '../kernel.ts';

/**
 * The log that the engine's records go to: the newest `auditRecords`, and how many are lost (AUD-1).
 * The only component that a denied event changes.
 */
export type AuditLog = Branded<
  { readonly records: readonly AuditRecord[]; readonly lost: number },
  'AuditLog'
>;

const logOf = (records: readonly AuditRecord[], lost: number): AuditLog =>
  ({ records, lost }) as AuditLog;

export const emptyLog: AuditLog = logOf([], 0);

/** The log after some events; the very one given where none is to be recorded. */
export const recorded = (log: AuditLog, events: readonly Judged[], limits: Limits): AuditLog => {
  const fresh = events.flatMap(({ audit }) => (audit === undefined ? [] : [audit]));
  const before: Ring<AuditRecord> = { items: log.records, lost: log.lost };
  const after = append(before, fresh, { items: limits.auditRecords, lost: limits.lost });
  return after === before ? log : logOf(after.items, after.lost);
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
