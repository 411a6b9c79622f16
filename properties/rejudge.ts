import type { SecurityEvent, SecurityModule } from '../model/security.ts';
import type { Judged } from '../model/step.ts';
import { sidOf } from '../model/ids.ts';
import type { Sid } from '../model/ids.ts';
import type { Court } from './run-property.ts';

const nameOf = ({ kind, source, destination, endpoint, method }: SecurityEvent): string =>
  `${kind} ${source.name} to ${destination?.name ?? 'the engine'}, ${endpoint ?? ''}.${method ?? ''}`;

/** The SID under which Einit boots; its context goes when boot ends (C-65). */
const einit = sidOf(2);

/** Judges events in the order given, in a context of its own. */
export interface Rejudge {
  /** The first event whose verdict the kernel has otherwise, in words; then SIDs are gone. */
  readonly check: (events: readonly Judged[], released: readonly Sid[]) => string | undefined;
}

const advance = <Context extends object>(
  security: SecurityModule<Context>,
  context: Context,
  { event }: Judged,
): { readonly context: Context; readonly verdict: 'granted' | 'denied' } => {
  const { verdict, next } = security.decide(context, event);
  return { context: next ?? context, verdict: verdict.kind };
};

/** Begins where boot ended: the boot's own events are judged first. */
export const rejudge = <Context extends object>({ security, boot }: Court<Context>): Rejudge => {
  let context = security.initial;
  let bootFault: string | undefined;
  const judge = (judged: Judged): string | undefined => {
    const answer = advance(security, context, judged);
    context = answer.context;
    return answer.verdict === judged.verdict.kind
      ? undefined
      : `${nameOf(judged.event)}: ${judged.verdict.kind}, and the policy says ${answer.verdict}`;
  };
  for (const judged of boot) bootFault ??= judge(judged);
  context = security.release(context, einit);
  return {
    check: (events, released) => {
      let fault = bootFault;
      for (const judged of events) fault ??= judge(judged);
      for (const sid of released) context = security.release(context, sid);
      return fault;
    },
  };
};
