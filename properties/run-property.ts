import type { Judged } from '../model/step.ts';
import type { SecurityModule } from '../model/security.ts';
import type { Limits } from '../kernel/kernel.ts';
import type { Solution } from '../solution/solution.ts';
import type { ObservedStep } from './observed-step.ts';

/**
 * What a property says of one step.
 * `witnessed`: it holds, and its premise occurred, by some named rules where there are any; `idle`: it holds because its premise did not.
 */
export type Judgement =
  | { readonly kind: 'witnessed'; readonly rules: readonly string[] }
  | { readonly kind: 'idle' }
  | { readonly kind: 'broken'; readonly why: string };

/** What a property is given to judge by: its own engine, never the kernel's. */
export interface Court<Context extends object> {
  readonly solution: Solution;
  readonly security: SecurityModule<Context>;
  readonly limits: Limits;
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

export const witnessed: Judgement = { kind: 'witnessed', rules: [] };
/** Holds by some named reasons, that are counted. */
export const witnessedBy = (rules: readonly string[]): Judgement => ({ kind: 'witnessed', rules });
export const idle: Judgement = { kind: 'idle' };
export const broken = (why: string): Judgement => ({ kind: 'broken', why });
