import type { SecurityModule } from '../../model/security.ts';
import { sidOf } from '../../model/ids.ts';
import { asText } from '../differential/difference.ts';
import { anyPolicy } from '../policies/policy.ts';
import { broken, idle, witnessed } from '../run-property.ts';
import type { Judgement } from '../run-property.ts';
import { atEachEvent, bytesOf, nameOf } from './at-each-event.ts';
import type { Decided } from './at-each-event.ts';
import type { Law } from './law.ts';

/** A view without whatever stands under one SID, in whatever object. */
const without = (view: unknown, sid: string): unknown => {
  if (typeof view !== 'object' || view === null) return view;
  if (Array.isArray(view)) return view.map((part) => without(part, sid));
  return Object.fromEntries(
    Object.entries(view)
      .filter(([key]) => key !== sid)
      .map(([key, part]) => [key, without(part, sid)]),
  );
};

/** Does the event give something to an SID that had nothing, and change nothing else? */
const bindsOnly = <Context extends object>(
  module: SecurityModule<Context>,
  before: Context,
  after: Context,
  sid: string,
): boolean => {
  const [earlier, later] = [module.describe(before), module.describe(after)];
  return (
    asText(without(earlier, sid)) === asText(earlier) &&
    asText(without(later, sid)) === asText(earlier)
  );
};

const judgeEvent = <Context extends object>(
  module: SecurityModule<Context>,
  { event, before, decision: { next } }: Decided<Context>,
): Judgement => {
  if (next === undefined) return idle;
  const parties = [event.source, event.destination];
  const sids = parties.flatMap((party) => (party?.kind === 'known' ? [Number(party.sid)] : []));
  const bound = sids.find((sid) => bindsOnly(module, before, next, String(sid)));
  if (bound === undefined) return idle;
  return bytesOf(module, module.release(next, sidOf(bound))) === bytesOf(module, before)
    ? witnessed
    : broken(`after ${nameOf(event)} the release of SID ${String(bound)} leaves a trace`);
};

/** An SID that is bound and then released leaves the bytes that were there before it was bound. */
export const releaseForgets: Law = {
  name: 'releaseForgets',
  requirement: 'KSS-2',
  statement: 'The release of an SID leaves the context as if it had never been bound.',
  plan: anyPolicy,
  judge: ({ engine, solution, sequence }) => {
    const module = engine(solution);
    return atEachEvent(module, sequence, (decided) => judgeEvent(module, decided));
  },
};
