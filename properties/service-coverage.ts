import { isByThread } from '../model/step.ts';
import type { ThreadId } from '../model/ids.ts';
import { idle, witnessedBy } from './run-property.ts';
import type { RunProperty } from './run-property.ts';
import { findService, serviceEnd } from './service-ends.ts';

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
      const service = findService(action, report.events);
      if (service !== undefined && isByThread(action)) {
        if (report.outcome.kind === 'blocked') waiting.set(action.by, service);
        else ends.push(serviceEnd(service, report.outcome));
      }
      for (const { of, outcome } of report.completions) {
        const waited = waiting.get(of);
        if (waited === undefined) continue;
        waiting.delete(of);
        ends.push(serviceEnd(waited, outcome));
      }
      for (const thread of report.ended) waiting.delete(thread);
      return ends.length === 0 ? idle : witnessedBy(ends);
    };
  },
};
