import type { EventKind } from '../model/security.ts';
import type { Judged } from '../model/step.ts';
import type { Objective, Solution } from '../solution/solution.ts';
import { covering } from './coverage.ts';
import type { Coverage, Covering } from './coverage.ts';
import { judgedFor } from './objective-monitor.ts';

/** How many events of a kind were granted and denied; a step that is found twice counts twice. */
export interface VerdictCount {
  readonly event: EventKind;
  readonly granted: number;
  readonly denied: number;
}

/** Counts what is judged while exploring. */
export interface Tally {
  /** Of boot. */
  readonly count: (events: readonly Judged[]) => void;
  readonly countStep: Covering['seeStep'];
  readonly verdicts: () => readonly VerdictCount[];
  readonly judged: () => ReadonlyMap<string, number>;
  readonly coverage: () => Coverage;
}

export const makeTally = (
  solution: Solution,
  objectives: readonly Objective[],
  services: boolean,
): Tally => {
  const { see, seeStep, done } = covering(solution, services);
  const verdicts = new Map<EventKind, { granted: number; denied: number }>();
  const judged = new Map(objectives.map(({ name }) => [name, 0]));
  const count = (events: readonly Judged[]): void => {
    for (const { event, verdict } of events) {
      const counts = verdicts.get(event.kind) ?? { granted: 0, denied: 0 };
      counts[verdict.kind] += 1;
      verdicts.set(event.kind, counts);
    }
    for (const objective of objectives) {
      const found = judgedFor(solution, objective, events);
      if (found > 0) judged.set(objective.name, (judged.get(objective.name) ?? 0) + found);
    }
  };
  return {
    count: (events) => {
      count(events);
      see(events);
    },
    countStep: (action, report, nameOf) => {
      count(report.events);
      seeStep(action, report, nameOf);
    },
    verdicts: () => [...verdicts].map(([event, counts]) => ({ event, ...counts })),
    judged: () => judged,
    coverage: done,
  };
};
