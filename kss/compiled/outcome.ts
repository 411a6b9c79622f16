import type { Frame } from './frame.ts';

/**
 * What a compiled rule answers, as bits, so that those of an event can be joined. Anything but
 * `granted` leaves the reason in the frame.
 */
export const outcomes = { granted: 0, denied: 1, failed: 2 } as const;

export type Outcome = (typeof outcomes)[keyof typeof outcomes];

/** What is not a grant. */
export type Refusal = Exclude<Outcome, typeof outcomes.granted>;

export const denied = (frame: Frame, why: string): Outcome => {
  frame.why = why;
  return outcomes.denied;
};

export const failed = (frame: Frame, why: string): Outcome => {
  frame.why = why;
  return outcomes.failed;
};
