import type { SecurityEvent } from '../../model/security.ts';
import { emptyMessage } from '../../model/value.ts';
import type { Solution } from '../../solution/solution.ts';
import { einitClass, kernelClass } from '../../solution/solution.ts';
import { subjectsOf } from '../../solution/subjects.ts';
import type { Context } from '../context.ts';
import { initialContext, releaseSid } from '../context.ts';
import { standardOptions } from '../engine-options.ts';
import type { EngineOptions } from '../engine-options.ts';
import type { Before } from '../explain.ts';
import { interpreter } from '../interpreter.ts';
import { describeEvent } from '../pal.ts';

/** A context, and what became of the events that led to it. */
export interface Lead {
  readonly context: Context;
  readonly before: readonly Before[];
}

/** Before any event. */
export const noLead = (solution: Solution, options: EngineOptions = standardOptions): Lead => ({
  context: initialContext(solution, options),
  before: [],
});

/** One event more: a denied one leaves the context as it was (C-32). */
export const leadOn = (
  solution: Solution,
  { context, before }: Lead,
  event: SecurityEvent,
  options: EngineOptions = standardOptions,
): Lead => {
  const { verdict, context: next } = interpreter(solution, options).judge(context, event);
  return {
    context: next,
    before: [...before, { event: describeEvent(event), verdict: verdict.kind }],
  };
};

/** The events of a boot: the kernel, Einit, then the processes in the order of init.yaml (C-60). */
const bootEvents = (solution: Solution): readonly SecurityEvent[] => {
  const { find } = subjectsOf(solution);
  const execute = (by: string, of: string): SecurityEvent => ({
    kind: 'execute',
    source: find(by),
    destination: find(of),
    endpoint: undefined,
    interface: undefined,
    method: 'main',
    content: { kind: 'value', message: emptyMessage },
  });
  return [
    execute(kernelClass, kernelClass),
    execute(kernelClass, einitClass),
    ...solution.processes.map(({ name }) => execute(einitClass, name)),
  ];
};

/**
 * The context after a boot: the kernel or Einit denied ends it; what is kept of Einit is dropped at its
 * end (C-65).
 */
export const bootLead = (solution: Solution, options: EngineOptions = standardOptions): Lead => {
  let lead = noLead(solution, options);
  for (const [index, event] of bootEvents(solution).entries()) {
    lead = leadOn(solution, lead, event, options);
    if (index < 2 && lead.before.at(-1)?.verdict === 'denied') break;
  }
  const einit = subjectsOf(solution).find(einitClass);
  return einit.kind === 'known' ? { ...lead, context: releaseSid(lead.context, einit.sid) } : lead;
};
