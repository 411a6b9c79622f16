import type { HandleId } from '../model/ids.ts';
import { isTagged } from '../model/value.ts';
import type { HandleFact, HandlePlace } from '../kernel/kernel.ts';
import { isSamePlace, keyOf } from './indexed-facts.ts';
import type { IndexedFacts } from './indexed-facts.ts';
import type { ObservedStep } from './observed-step.ts';
import { broken, idle, witnessed } from './run-property.ts';
import type { Judgement, RunProperty } from './run-property.ts';

const endpoint = 'handle.Handle';

const numberIn = ({ action }: ObservedStep, name: string): HandleId | undefined => {
  const value = action.kind === 'call' ? (action.message.fields.get(name) ?? null) : null;
  return isTagged(value) && value.kind === 'localHandle' ? value.number : undefined;
};

/** Was a service of handles done? A denied response takes its answer back, and not its effect (C-62). */
const isDone = ({ action, report }: ObservedStep, method: string): boolean => {
  if (action.kind !== 'call' || action.endpoint !== endpoint || action.method !== method)
    return false;
  const { outcome } = report;
  return outcome.kind === 'done' || (outcome.kind === 'denied' && outcome.phase === 'response');
};

const descendsFrom = (handle: HandleFact, root: HandlePlace, before: IndexedFacts): boolean => {
  for (let at = handle.parent; at !== undefined; at = before.handle(at)?.parent) {
    if (keyOf(at) === keyOf(root)) return true;
  }
  return false;
};

/** Does a transfer that bore the badge lie on the way from the root to the handle? */
const bearsBadge = (
  handle: HandleFact,
  root: HandlePlace,
  badge: number,
  before: IndexedFacts,
): boolean => {
  for (
    let at: HandleFact | undefined = handle;
    at !== undefined && keyOf(at) !== keyOf(root);
    at = at.parent === undefined ? undefined : before.handle(at.parent)
  ) {
    if (at.marks.some((mark) => mark === badge)) return true;
  }
  return false;
};

/** What this step had to revoke; absent if it revokes nothing. */
const revokedBy = (step: ObservedStep, before: IndexedFacts): readonly HandleFact[] | undefined => {
  const whole = isDone(step, 'Revoke');
  if (!whole && !isDone(step, 'RevokeSubtree')) return undefined;
  const number = numberIn(step, 'handle');
  if (number === undefined || step.actor === undefined) return undefined;
  const root = { process: step.actor, number };
  const below = step.before.handles.filter((handle) => descendsFrom(handle, root, before));
  if (whole) return below;
  const mark = numberIn(step, 'badge');
  const badge = mark === undefined ? undefined : before.handle({ ...root, number: mark })?.sid;
  return badge === undefined ? [] : below.filter((one) => bearsBadge(one, root, badge, before));
};

/** A call by a handle that was revoked, and was not refused. */
const usesRevoked = ({ action, actor, report }: ObservedStep, before: IndexedFacts): boolean => {
  if (action.kind !== 'call' || report.outcome.kind === 'refused' || actor === undefined)
    return false;
  const held = before.handle({ process: actor, number: action.handle });
  return held?.live === false;
};

const judge = (step: ObservedStep): Judgement => {
  const { before, after } = step;
  if (usesRevoked(step, before)) return broken('a revoked handle was used');
  if (before.handles === after.handles) return idle;
  const revived = before.handles.find((handle) => {
    const now = after.handle(handle);
    return (
      !handle.live &&
      now?.live === true &&
      now.sid === handle.sid &&
      isSamePlace(now.parent, handle.parent)
    );
  });
  if (revived !== undefined)
    return broken(`handle ${String(revived.number)} was revoked, and is live`);
  const revoked = revokedBy(step, before);
  if (revoked === undefined) return idle;
  const left = revoked.find((handle) => {
    const now = after.handle(handle);
    return now?.live === true && now.sid === handle.sid;
  });
  if (left !== undefined)
    return broken(
      `handle ${String(left.number)} of process ${String(left.process)} was derived from a revoked one, and is live`,
    );
  return revoked.length > 0 ? witnessed : idle;
};

/**
 * Revoking is complete: all that was derived, in every process, is revoked, and stays so.
 *
 * Source: S27; spec/requirements.md CAP; KasperskyOS Community Edition help, "Revoking handles".
 */
export const revocation: RunProperty = {
  name: 'revocation',
  requirement: 'CAP-2',
  statement: 'Revoking a handle revokes all that was derived from it, for ever.',
  start: () => judge,
};
