import type { ThreadId } from '../model/ids.ts';
import type { Action, Outcome } from '../model/step.ts';
import { kernelClass } from '../solution/solution.ts';
import type { ObservedStep } from './observed-step.ts';
import { idle, witnessedBy } from './run-property.ts';
import type { RunProperty } from './run-property.ts';

/** `done`, `refused tableFull`, `denied response`: how a service ended. */
const endOf = (outcome: Outcome): string => {
  if (outcome.kind === 'refused') return `refused ${outcome.because}`;
  return outcome.kind === 'denied' ? `denied ${outcome.phase}` : outcome.kind;
};

/** The service of the kernel that an action calls; absent for any other. */
const serviceIn = (action: Action, { report }: ObservedStep): string | undefined => {
  if (action.kind !== 'call') return undefined;
  const first = report.events[0]?.event;
  return first?.kind === 'request' && first.destination?.name === kernelClass
    ? `${action.endpoint}.${action.method}`
    : undefined;
};

/**
 * Which services were called, and how each of their calls ended: told as the rules of a property that always
 * holds. A service that was waited for ends when its wait does.
 */
export const serviceCoverage: RunProperty = {
  name: 'serviceCoverage',
  requirement: 'IPC-3',
  statement: 'Each service is called, and each of its outcomes occurs.',
  start: () => {
    const waiting = new Map<ThreadId, string>();
    return (step) => {
      const ends: string[] = [];
      const { action, report } = step;
      const service = serviceIn(action, step);
      if (service !== undefined && action.kind !== 'tick') {
        if (report.outcome.kind === 'blocked') waiting.set(action.by, service);
        else ends.push(`${service}: ${endOf(report.outcome)}`);
      }
      for (const { of, outcome } of report.completions) {
        const waited = waiting.get(of);
        if (waited === undefined) continue;
        waiting.delete(of);
        ends.push(`${waited}: ${endOf(outcome)}`);
      }
      for (const thread of report.ended) waiting.delete(thread);
      return ends.length === 0 ? idle : witnessedBy(ends);
    };
  },
};
