import type { SecurityEvent } from '../../model/security.ts';
import type { VerdictAnswer } from '../answer.ts';
import type { EventSlot } from '../witness/slots.ts';

/** An event on which two policies differ, after events that both grant. */
export interface DiffWitness {
  readonly prelude: readonly SecurityEvent[];
  readonly event: SecurityEvent;
}

/**
 * A verdict that differs, of all events of a slot under a condition.
 *
 * Shape: `change` is what B does with what A did not do; `when` lists what must hold, all of it; nothing
 *        need hold if it is empty. `a` and `b` are the verdicts on the witness.
 */
export interface Difference {
  readonly slot: EventSlot;
  readonly change: 'granted' | 'denied';
  readonly when: readonly string[];
  readonly witness: DiffWitness;
  readonly a: VerdictAnswer;
  readonly b: VerdictAnswer;
}
