import type { Subject } from '../../model/security.ts';
import type {
  Accessed,
  Completion,
  Judged,
  Outcome,
  Refusal,
  Transferred,
} from '../../model/step.ts';
import type { System } from '../kernel.ts';
import type { Gate, Party } from '../mediate.ts';
import { refusal } from './let-go.ts';
import type { MicroState, Objects } from './objects.ts';
import type { Parts } from './parts.ts';
import type { Plan } from './plan.ts';
import { processAt } from './processes.ts';
import type { Processes } from './processes.ts';

/** What every action of the kernel works with; made once a kernel. */
export interface Core<Context extends object> {
  readonly system: System<Context>;
  readonly plan: Plan;
  readonly parts: Parts;
}

/** Who a party is to the engine. */
export const partySubject = (plan: Plan, processes: Processes, party: Party): Subject => {
  if (party === 'kernel') return plan.kernel;
  return party === 'einit' ? plan.einit : processAt(processes, party).subject;
};

/** The engine, and who is who in this state. */
export const gateOf = <Context extends object>(
  { system, plan }: Core<Context>,
  { processes }: Objects,
): Gate<Context> => ({
  security: system.security,
  subject: (party) => partySubject(plan, processes, party),
});

/** What an action leaves, before the waits that it has ended are told. */
export interface Left<Context> {
  readonly objects: Objects;
  readonly context: Context;
  readonly outcome: Outcome;
  readonly events: readonly Judged[];
  readonly completions: readonly Completion[];
  readonly accesses?: readonly Accessed[];
  readonly transfers?: readonly Transferred[];
}

/** What an action leaves, put together. */
export const left = <Context>(
  objects: Objects,
  context: Context,
  outcome: Outcome,
  events: readonly Judged[],
  completions: readonly Completion[] = [],
): Left<Context> => ({ objects, context, outcome, events, completions });

/** Refused before anything was judged: the state is the very one given. */
export const refusedLeft = <Context extends object>(
  { objects, context }: MicroState<Context>,
  because: Refusal,
): Left<Context> => left(objects, context, refusal(because), []);
