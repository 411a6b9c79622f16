import type { AuditRecord, MessageFault, SecurityEvent } from '../model/security.ts';
import { formatSpan } from '../model/span.ts';
import { valueToJson } from '../solution/message/write-json.ts';
import type { Json } from '../solution/message/write-json.ts';
import { reasonOf } from './answer.ts';
import type { Reason } from './answer.ts';
import { describeEvent } from './pal.ts';

/** A record of the audit log, as JSON Lines have it. What an event has not is absent. */
export interface AuditJson {
  readonly verdict: AuditRecord['verdict'];
  readonly because?: string;
  readonly event: SecurityEvent['kind'];
  readonly src: string;
  readonly dst?: string;
  readonly endpoint?: string;
  readonly interface?: string;
  readonly method?: string;
  /** The message as it was given; absent where it could not be read at all. */
  readonly message?: Json;
  /** What is wrong with it. */
  readonly malformed?: MessageFault;
  readonly findings: readonly Reason[];
}

type Optional = 'dst' | 'endpoint' | 'interface' | 'method' | 'message' | 'malformed' | 'because';

const given = <Field extends Optional>(
  field: Field,
  value: AuditJson[Field],
): Partial<AuditJson> => (value === undefined ? {} : { [field]: value });

/** A record as plain data. */
export const auditToJson = ({
  event,
  verdict,
  because,
  fault,
  findings,
}: AuditRecord): AuditJson => ({
  verdict,
  ...given('because', because),
  event: event.kind,
  src: event.source.name,
  ...given('dst', event.destination?.name),
  ...given('endpoint', event.endpoint),
  ...given('interface', event.interface),
  ...given('method', event.method),
  ...given(
    'message',
    event.content.kind === 'value' ? valueToJson(event.content.message) : undefined,
  ),
  ...given('malformed', fault),
  findings: findings.map(reasonOf),
});

/** A record as one line of text. */
export const auditToText = ({ event, verdict, because, fault, findings }: AuditRecord): string => {
  const reason = because === undefined ? '' : ` (${because})`;
  const wrong = fault === undefined ? [] : [`${fault.path} ${fault.why}`.trim()];
  const found = findings.map(
    ({ object, rule, at, result, why }) =>
      `${object}.${rule} ${result} at ${formatSpan(at)}${why === undefined ? '' : `: ${why}`}`,
  );
  return [`${verdict}${reason} ${describeEvent(event)}`, ...wrong, ...found].join('; ');
};
