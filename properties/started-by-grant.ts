import type { Judged } from '../model/step.ts';
import type { Sid } from '../model/ids.ts';
import { broken, idle, witnessed } from './run-property.ts';
import type { RunProperty } from './run-property.ts';

/** The SIDs of processes whose start was granted. */
const startsIn = (events: readonly Judged[]): readonly Sid[] =>
  events.flatMap(({ event, verdict }) =>
    event.kind === 'execute' && verdict.kind === 'granted' && event.destination?.kind === 'known'
      ? [event.destination.sid]
      : [],
  );

/**
 * No thread runs in a process that no granted `execute` event has started since it last ended, and none
 * of a class that the policy does not include.
 *
 * Source: S4; spec/requirements.md LBL.
 */
export const startedByGrant: RunProperty = {
  name: 'startedByGrant',
  requirement: 'LBL-1',
  statement: 'A thread runs only in a process whose start was granted, of a class of the policy.',
  start: ({ solution, boot }) => {
    const started = new Set<number>(startsIn(boot));
    return ({ report, before, after }) => {
      const fresh = startsIn(report.events);
      for (const sid of fresh) started.add(sid);
      if (before === after) return idle;
      for (const { thread, process } of after.threads) {
        const fact = after.process(process);
        if (fact === undefined || !started.has(fact.sid))
          return broken(`thread ${String(thread)} runs in a process whose start was not granted`);
        if (!solution.classes.has(fact.className))
          return broken(`${fact.name} runs, and the policy does not include ${fact.className}`);
      }
      for (const { sid, state } of after.processes) if (state !== 'running') started.delete(sid);
      return fresh.length > 0 ? witnessed : idle;
    };
  },
};
