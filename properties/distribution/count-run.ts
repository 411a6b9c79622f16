import { interpreter } from '../../kss/interpreter.ts';
import type { Asked } from '../../kss/evaluation.ts';
import type { AuditRecord, Verdict } from '../../model/security.ts';
import type { Solution } from '../../solution/solution.ts';
import type { Happening } from '../policies/events/sequence.ts';
import { modelOfCall } from './count-policy.ts';
import type { Counts } from './counts.ts';

const countAsked = (
  solution: Solution,
  { call, finding, heard, as }: Asked,
  counts: Counts,
): void => {
  for (const one of heard) {
    const name = `${modelOfCall(solution, one.call)}.${one.call.method.text}`;
    counts.add(`${one.answer.kind === 'value' ? 'value' : 'failed'} ${name}`);
  }
  if (finding === undefined) return;
  counts.add(`finding ${finding.result}`);
  if (as === 'scrutinee') return;
  counts.add(`${finding.result} ${modelOfCall(solution, call)}.${call.method.text}`);
};

const countAudit = (record: AuditRecord | undefined, { kind }: Verdict, counts: Counts): void => {
  if (record !== undefined && record.findings.length > 0) counts.add(`record of a ${kind} event`);
};

/** Counts what a sequence of events comes to, as the reference interpreter decides it. */
export const countRun = (
  solution: Solution,
  sequence: readonly Happening[],
  counts: Counts,
): void => {
  const { judge, module } = interpreter(solution);
  let context = module.initial;
  for (const happening of sequence) {
    if (happening.kind === 'gone') {
      const left = module.release(context, happening.sid);
      counts.add('gone');
      if (left !== context) counts.add('gone with a trace');
      context = left;
      continue;
    }
    const { event } = happening;
    const { verdict, asked, context: next } = judge(context, event);
    counts.add(`event ${event.kind}`);
    counts.add(verdict.kind === 'granted' ? 'verdict granted' : `because ${verdict.because}`);
    if (verdict.kind === 'granted') counts.add(`granted ${event.kind}`);
    if (next !== context) counts.add('moved context');
    countAudit(module.decide(context, event).audit, verdict, counts);
    for (const one of asked) countAsked(solution, one, counts);
    context = next;
  }
};
