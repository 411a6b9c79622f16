import { makeEventReader } from '../kss/decide/read-event.ts';
import { standardOptions } from '../kss/engine-options.ts';
import type { EngineOptions } from '../kss/engine-options.ts';
import { explain } from '../kss/explain.ts';
import type { Explanation } from '../kss/explain.ts';
import { bootLead, leadOn, noLead } from '../kss/explain/before.ts';
import type { Solution } from '../solution/solution.ts';
import type { EventLine } from './event-line.ts';

/** What stands before the event that is explained. */
export interface ExplainChoice {
  /** The `execute` events of a boot come first. */
  readonly booted?: boolean;
  /** Events before it, in this order. */
  readonly after?: readonly EventLine[];
  /** What the solution was loaded with, where that is not the standard. */
  readonly engine?: EngineOptions;
}

/** An explanation, or which event cannot be read, and why. */
export type Explained =
  | { readonly kind: 'explained'; readonly explanation: Explanation }
  | {
      readonly kind: 'fault';
      readonly event: EventLine;
      readonly code: string;
      readonly why: string;
    };

/**
 * Why an event gets its verdict, and what would change it.
 *
 * Source: spec/formats/explain.md.
 */
export const explainEvent = (
  solution: Solution,
  event: EventLine,
  { booted = false, after = [], engine = standardOptions }: ExplainChoice = {},
): Explained => {
  const reader = makeEventReader(solution);
  let lead = booted ? bootLead(solution, engine) : noLead(solution, engine);
  for (const one of after) {
    const read = reader.ofFields({ ...one });
    if (read.kind === 'fault') return { kind: 'fault', event: one, code: read.code, why: read.why };
    lead = leadOn(solution, lead, read.event, engine);
  }
  const asked = reader.ofFields({ ...event });
  if (asked.kind === 'fault') return { kind: 'fault', event, code: asked.code, why: asked.why };
  const explanation = explain(solution, lead.context, asked.event, engine);
  const { before } = lead;
  return {
    kind: 'explained',
    explanation: before.length === 0 ? explanation : { ...explanation, after: before },
  };
};
