import type { Completion, Judged, Outcome, Refusal } from '../../model/step.ts';
import type { System } from '../kernel.ts';
import type { Gate } from '../mediate.ts';
import type { Layout } from './layout.ts';
import type { Machine, MailboxState } from './machine.ts';
import { refusal } from './outcome.ts';
import type { Parts } from './parts.ts';

/** What every action of the kernel works with; made once a kernel. */
export interface Core<Context extends object> {
  readonly system: System<Context>;
  readonly layout: Layout;
  readonly parts: Parts;
}

/** The engine, and who is who. */
export const gateOf = <Context extends object>({
  system,
  layout,
}: Core<Context>): Gate<Context> => ({ security: system.security, subject: layout.subject });

/** What an action leaves, before mailboxes and slots are looked into. */
export interface Left<Context> {
  readonly machine: Machine;
  readonly context: Context;
  readonly outcome: Outcome;
  readonly events: readonly Judged[];
  readonly completions: readonly Completion[];
}

export const left = <Context>(
  machine: Machine,
  context: Context,
  outcome: Outcome,
  events: readonly Judged[] = [],
): Left<Context> => ({ machine, context, outcome, events, completions: [] });

/** Refused before anything was judged: the state is the very one given. */
export const refusedLeft = <Context extends object>(
  { machine, context }: MailboxState<Context>,
  because: Refusal,
): Left<Context> => left(machine, context, refusal(because));
