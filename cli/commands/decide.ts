import { closeSync, openSync, writeSync } from 'node:fs';
import { auditToJson, auditToText } from '../../kss/audit-format.ts';
import { makeDecider } from '../../kss/decide/decider.ts';
import type { Decider } from '../../kss/decide/decider.ts';
import { longestLine } from '../../kss/decide/line.ts';
import type { AuditRecord } from '../../model/security.ts';
import { exits } from '../failure.ts';
import type { Exit } from '../failure.ts';
import { linesOf } from '../lines.ts';
import type { Output } from '../output.ts';
import { refuse } from '../with-solution.ts';
import type { Given } from '../with-solution.ts';
import { writing } from '../write-file.ts';

/** What becomes of the audit records. */
export interface DecideChoice {
  /** The file that they are written to as they are made. */
  readonly audit?: string;
  readonly auditFormat: 'json' | 'text';
  /** How many are held until a line asks for them. */
  readonly auditSize: number;
}

const answerAll = async (decider: Decider): Promise<void> => {
  for await (const line of linesOf(process.stdin, longestLine)) {
    if (line.trim() === '') continue;
    const isTaken = process.stdout.write(`${JSON.stringify(decider.decide(line))}\n`);
    if (!isTaken) await new Promise((resume) => process.stdout.once('drain', resume));
  }
};

const writeRecord =
  (file: number, { auditFormat }: DecideChoice) =>
  (record: AuditRecord): void => {
    const line = auditFormat === 'json' ? JSON.stringify(auditToJson(record)) : auditToText(record);
    writeSync(file, `${line}\n`);
  };

/** `refmon decide SOLUTION`: events as JSON Lines in, verdicts as JSON Lines out, in one order. */
export const decide = async (
  { solution, engine }: Given,
  choice: DecideChoice,
  output: Output,
): Promise<Exit> => {
  const { audit, auditSize } = choice;
  if (audit === undefined) {
    await answerAll(makeDecider(solution, { options: engine, auditSize }));
    return exits.fine;
  }
  let file = -1;
  const failure = writing(audit, () => {
    file = openSync(audit, 'w');
  });
  if (failure !== undefined) return refuse(output, failure.diagnostics, new Map());
  const audited = writeRecord(file, choice);
  await answerAll(makeDecider(solution, { options: engine, auditSize, audited }));
  closeSync(file);
  return exits.fine;
};
