import type { SecurityModule } from '../../model/security.ts';
import type { Solution } from '../../solution/solution.ts';
import type { Happening } from '../policies/events/sequence.ts';
import type { PolicyPlan } from '../policies/policy.ts';
import type { Judgement } from '../run-property.ts';

/** An engine for whatever solution: laws compare what it says of a policy and of a changed one. */
export type EngineOf<Context extends object> = (solution: Solution) => SecurityModule<Context>;

/** What a law is tried on. */
export interface Trial<Context extends object> {
  readonly engine: EngineOf<Context>;
  readonly solution: Solution;
  readonly sequence: readonly Happening[];
  /** Numbers for what the law itself chooses. */
  readonly choices: readonly number[];
}

/** A law of the engine, as a value: it holds of every policy, whatever happens. */
export interface Law {
  readonly name: string;
  readonly requirement: string;
  readonly statement: string;
  /** The policies of which it is said. */
  readonly plan: PolicyPlan;
  readonly judge: <Context extends object>(trial: Trial<Context>) => Judgement;
}
