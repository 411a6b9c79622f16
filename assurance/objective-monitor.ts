import type { Monitor } from '../model/running.ts';
import type { Judged } from '../model/step.ts';
import { covers } from '../kss/selectors.ts';
import { describeEvent } from '../kss/pal.ts';
import type { Objective, Solution } from '../solution/solution.ts';

/** An event that was granted and never should be. */
export const grantedAgainst = (
  solution: Solution,
  { never }: Objective,
  events: readonly Judged[],
): Judged | undefined =>
  events.find(
    ({ event, verdict }) =>
      verdict.kind === 'granted' &&
      event.kind === never.event &&
      covers(solution, never.where, event),
  );

/** How often an event that the objective speaks of was judged at all. */
export const judgedFor = (
  solution: Solution,
  { never }: Objective,
  events: readonly Judged[],
): number =>
  events.filter(({ event }) => event.kind === never.event && covers(solution, never.where, event))
    .length;

interface Seen {
  readonly why: string | undefined;
}

/**
 * Watches that no event of an objective is granted (OBJ-1), from the events of `boot` on.
 *
 * Shape: states that differ only in which event was granted first are one to a search, which tells
 *        the event from the trace.
 */
export const objectiveMonitor = (
  solution: Solution,
  objective: Objective,
  boot: readonly Judged[],
): Monitor<Seen> => {
  const after = (state: Seen, events: readonly Judged[]): Seen => {
    if (state.why !== undefined) return state;
    const against = grantedAgainst(solution, objective, events);
    return against === undefined ? state : { why: `granted: ${describeEvent(against.event)}` };
  };
  return {
    name: objective.name,
    initial: after({ why: undefined }, boot),
    advance: (state, _action, { events }) => after(state, events),
    broken: ({ why }) => why,
    encode: ({ why }, writer) => {
      writer.word(why === undefined ? 0 : 1);
    },
  };
};
