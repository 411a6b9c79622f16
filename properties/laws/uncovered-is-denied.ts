import { covers } from '../../kss/selectors.ts';
import type { SecurityEvent } from '../../model/security.ts';
import type { Solution } from '../../solution/solution.ts';
import { anyPolicy } from '../policies/policy.ts';
import { broken, idle, witnessed } from '../run-property.ts';
import { atEachEvent, nameOf } from './at-each-event.ts';
import type { Law } from './law.ts';

const isUncovered = ({ policy, ...solution }: Solution, event: SecurityEvent): boolean =>
  !policy.bindings.some(
    ({ event: kind, where }) =>
      kind === event.kind && covers({ policy, ...solution }, where, event),
  );

/** What no binding covers is denied; an event that is known and well-formed, for just that reason. */
export const uncoveredIsDenied: Law = {
  name: 'uncoveredIsDenied',
  requirement: 'DENY-1',
  statement: 'An event that no rule covers is denied.',
  plan: anyPolicy,
  judge: ({ engine, solution, sequence }) =>
    atEachEvent(engine(solution), sequence, ({ event, decision: { verdict } }) => {
      if (!isUncovered(solution, event)) return idle;
      if (verdict.kind === 'granted') return broken(`${nameOf(event)} is granted, and uncovered`);
      return verdict.because === 'noRule' ? witnessed : idle;
    }),
};
