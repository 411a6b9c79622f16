import type { AuditRecord } from '../../model/security.ts';
import { append, emptyRing, read } from '../../model/ring.ts';
import type { Ring } from '../../model/ring.ts';
import type { Json } from '../../solution/message/write-json.ts';
import type { Solution } from '../../solution/solution.ts';
import { answerOf } from '../answer.ts';
import type { VerdictAnswer } from '../answer.ts';
import { auditToJson } from '../audit-format.ts';
import type { AuditJson } from '../audit-format.ts';
import { compile } from '../compiled/compile.ts';
import { standardOptions } from '../engine-options.ts';
import type { EngineOptions } from '../engine-options.ts';
import { unmodelledIn } from '../unmodelled.ts';
import type { Unmodelled } from '../unmodelled.ts';
import { fieldOf, idOf, readLine, textOf } from './line.ts';
import type { Fields } from './line.ts';
import { makeNames } from './names.ts';
import { readEvent } from './read-event.ts';

/** What a line is answered with. */
export type DecideAnswer =
  | ({ readonly id: Json } & VerdictAnswer & Unmodelled)
  | { readonly id: Json; readonly ok: true }
  | { readonly id: Json; readonly records: readonly AuditJson[]; readonly lost: number }
  | { readonly id: Json; readonly error: { readonly code: string; readonly message: string } };

/** Answers lines one after the other; the context lasts until a line resets it. */
export interface Decider {
  readonly decide: (line: string) => DecideAnswer;
  /** The same of what a line says, as an object. */
  readonly answer: (fields: Fields) => DecideAnswer;
}

/** What a decider is made with, beside the solution. */
export interface DeciderChoice {
  readonly options: EngineOptions;
  /** How many records the audit log holds until they are read; older ones are lost, and counted. */
  readonly auditSize: number;
  /** Sees each record as it is made. */
  readonly audited: (record: AuditRecord) => void;
}

/** Records that the log holds where nothing else is said. */
export const usualAuditSize = 256;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value);

/** The audit log of a decider. */
const makeLog = ({ auditSize, audited }: Pick<DeciderChoice, 'auditSize' | 'audited'>) => {
  const limits = { items: auditSize, lost: Number.MAX_SAFE_INTEGER };
  let ring: Ring<AuditRecord> = emptyRing;
  return {
    add: (record: AuditRecord | undefined): void => {
      if (record === undefined) return;
      audited(record);
      ring = append(ring, [record], limits);
    },
    read: (most: number) => {
      const { items, lost, rest } = read(ring, most);
      ring = rest;
      return { records: items.map(auditToJson), lost };
    },
    reset: (): void => {
      ring = emptyRing;
    },
  };
};

/**
 * The engine behind `refmon decide`: a line in, an answer out; no line stops it, and what it keeps is
 * bounded.
 */
export const makeDecider = (
  solution: Solution,
  {
    options = standardOptions,
    auditSize = usualAuditSize,
    audited = () => undefined,
  }: Partial<DeciderChoice> = {},
): Decider => {
  const session = compile(solution, options).session();
  const initial = session.context();
  const names = makeNames(solution);
  const log = makeLog({ auditSize, audited });

  const reset = (): void => {
    session.restore(initial);
    names.reset();
    log.reset();
  };
  const answerEvent = (id: Json, fields: Fields): DecideAnswer => {
    const found = readEvent(solution, fields, names);
    if (found.kind === 'fault') return { id, error: { code: found.code, message: found.why } };
    const verdict = session.decide(found.event);
    log.add(session.audit());
    return { id, ...answerOf(verdict), ...unmodelledIn(solution, found.event) };
  };
  const answer = (fields: Fields): DecideAnswer => {
    const id = idOf(fields);
    if (fieldOf(fields, 'reset') === true) {
      reset();
      return { id, ok: true };
    }
    const gone = textOf(fields, 'gone');
    if (gone !== undefined) {
      const sid = names.drop(gone);
      if (sid !== undefined) session.release(sid);
      return { id, ok: true };
    }
    const most = fieldOf(fields, 'audit');
    if (most === true) return { id, ...log.read(auditSize) };
    return isCount(most) && most >= 0 ? { id, ...log.read(most) } : answerEvent(id, fields);
  };
  return {
    answer,
    decide: (line) => {
      const fields = readLine(line);
      return typeof fields === 'string'
        ? { id: null, error: { code: 'badLine', message: fields } }
        : answer(fields);
    },
  };
};
