import type { SecurityEvent, Verdict } from '../model/security.ts';
import type { Report } from '../model/step.ts';
import { resolve } from '../kss/resolve.ts';
import { holds } from '../kss/selectors.ts';
import type { Solution } from '../solution/solution.ts';
import type { ObservedStep } from './observed-step.ts';
import { broken, idle, witnessed } from './run-property.ts';
import type { Judgement, RunProperty } from './run-property.ts';

const nameOf = ({ kind, endpoint, method }: SecurityEvent): string =>
  `${kind} ${endpoint ?? ''}.${method ?? ''}`;

/** No binding of the policy covers the event; a binding that does may still contribute no rule. */
const uncovered = (solution: Solution, event: SecurityEvent): boolean => {
  const answer = resolve(solution, event);
  return !(
    answer.kind === 'resolved' &&
    solution.policy.bindings.some(
      ({ event: kind, where }) => kind === event.kind && holds(answer.resolved, where),
    )
  );
};

/** Is it granted, or denied as no rule covers it? The others were denied for a reason of their own. */
const isCandidate = (verdict: Verdict): boolean =>
  verdict.kind === 'granted' || verdict.because === 'noRule';

const deniesRequest = ({ outcome }: Report): boolean =>
  outcome.kind === 'denied' && outcome.phase === 'request';

const judge = (solution: Solution, { report, changed }: ObservedStep): Judgement => {
  const open = report.events.filter(
    ({ event, verdict }) => isCandidate(verdict) && uncovered(solution, event),
  );
  const allowed = open.find(({ verdict }) => verdict.kind === 'granted');
  if (allowed !== undefined)
    return broken(`${nameOf(allowed.event)} is granted, and no rule covers it`);
  const touched = deniesRequest(report) ? changed() : [];
  if (touched.length > 0) return broken(`a denied request changed ${touched.join(', ')}`);
  return open.length > 0 ? witnessed : idle;
};

/**
 * What no rule covers is denied, and a denied request changes nothing but the audit log.
 *
 * Source: S14; spec/requirements.md DENY.
 */
export const defaultDeny: RunProperty = {
  name: 'defaultDeny',
  requirement: 'DENY-1',
  statement: 'An event that no rule covers is denied, and a denied request changes nothing.',
  start: ({ solution, boot }) => {
    const atBoot = boot.find(
      ({ event, verdict }) => verdict.kind === 'granted' && uncovered(solution, event),
    );
    return (step) =>
      atBoot === undefined
        ? judge(solution, step)
        : broken(`${nameOf(atBoot.event)} is granted at boot, and no rule covers it`);
  },
};
