import type { SecurityEvent } from '../../model/security.ts';
import type { Solution } from '../../solution/solution.ts';
import type { Binding } from '../../solution/syntax/tree/psl.ts';
import type { Context } from '../context.ts';
import { interpreter } from '../interpreter.ts';
import type { Interpreter } from '../interpreter.ts';
import { resolve } from '../resolve.ts';
import type { ResolvedEvent } from '../resolve.ts';
import { modelsOf } from './ground.ts';
import { bindingsOf } from './slots.ts';
import type { EventSlot } from './slots.ts';
import { programOf } from './steps.ts';
import type { Program } from './steps.ts';

/** A policy at a slot, in a context: what a search for witnesses is about. */
export interface PolicyAt {
  readonly solution: Solution;
  readonly program: Program;
  readonly models: ReadonlyMap<string, string>;
  readonly judge: Interpreter['judge'];
  /** An event of the slot, its message to be replaced. */
  readonly resolved: ResolvedEvent;
  readonly context: Context;
}

interface Kept {
  readonly numbers: ReadonlyMap<Binding, number>;
  readonly models: ReadonlyMap<string, string>;
  readonly judges: Map<string, Interpreter['judge']>;
  readonly programs: Map<string, Program>;
}

const keptBy = new WeakMap<Solution, Kept>();

const keptOf = (solution: Solution): Kept => {
  const known = keptBy.get(solution);
  if (known !== undefined) return known;
  const kept: Kept = {
    numbers: new Map(solution.policy.bindings.map((binding, index) => [binding, index])),
    models: modelsOf(solution),
    judges: new Map(),
    programs: new Map(),
  };
  keptBy.set(solution, kept);
  return kept;
};

/**
 * The reference interpreter of the bindings that cover a slot: the others have no part in its events,
 * and a policy has thousands.
 */
export const judgeAt = (solution: Solution, slot: EventSlot): Interpreter['judge'] => {
  const { numbers, judges } = keptOf(solution);
  const bindings = bindingsOf(solution, slot);
  const key = bindings.map((binding) => numbers.get(binding)).join();
  const known = judges.get(key);
  if (known !== undefined) return known;
  const focused = { ...solution, policy: { ...solution.policy, bindings } };
  const { judge } = interpreter(focused);
  judges.set(key, judge);
  return judge;
};

const emptyProgram: Program = { steps: [], atoms: [] };

/** The program of a slot. */
export const programAt = (solution: Solution, slot: EventSlot): Program => {
  const { programs } = keptOf(solution);
  if (bindingsOf(solution, slot).length === 0) return emptyProgram;
  const known = programs.get(slot.id);
  if (known !== undefined) return known;
  const program = programOf(solution, slot);
  programs.set(slot.id, program);
  return program;
};

/** A policy at a slot; absent if the event's parties, or its method, are not known to it. */
export const findPolicyAt = (
  solution: Solution,
  slot: EventSlot,
  event: SecurityEvent,
  context: Context,
): PolicyAt | undefined => {
  const answer = resolve(solution, event);
  if (answer.kind !== 'resolved') return undefined;
  return {
    solution,
    program: programAt(solution, slot),
    models: keptOf(solution).models,
    judge: judgeAt(solution, slot),
    resolved: answer.resolved,
    context,
  };
};
