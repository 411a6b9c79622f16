import type { Judged } from '../model/step.ts';
import type { SecurityModule } from '../model/security.ts';
import type { Solution } from '../solution/solution.ts';
import type { ObservedStep } from './observed-step.ts';

/**
 * What a property says of one step.
 * `witnessed`: it holds, and its premise occurred; `idle`: it holds because its premise did not.
 */
export type Judgement =
  { readonly kind: 'witnessed' | 'idle' } | { readonly kind: 'broken'; readonly why: string };

/** What a property is given to judge by: its own engine, never the kernel's. */
export interface Court<Context extends object> {
  readonly solution: Solution;
  readonly security: SecurityModule<Context>;
  /** What the kernel says that it judged while it booted. */
  readonly boot: readonly Judged[];
}

/** A property of runs, as a value: `verify` runs it, and so do tests. */
export interface RunProperty {
  readonly name: string;
  readonly requirement: string;
  readonly statement: string;
  /** A checker of one run, to be given its steps in order. */
  readonly start: <Context extends object>(
    court: Court<Context>,
  ) => (step: ObservedStep) => Judgement;
}

export const witnessed: Judgement = { kind: 'witnessed' };
export const idle: Judgement = { kind: 'idle' };
export const broken = (why: string): Judgement => ({ kind: 'broken', why });
