import { noParent } from '../model/component.ts';
import type { Action, Report, Step } from '../model/step.ts';
import type { Facts, Kernel } from '../kernel/kernel.ts';

/** One step of a run as properties see it: no kernel's own types. */
export interface ObservedStep {
  readonly action: Action;
  readonly report: Report;
  readonly before: Facts;
  readonly after: Facts;
  /** Components whose bytes differ, the audit log aside. */
  readonly changed: readonly string[];
}

/** Makes observations of one kernel's steps; keeps the interners between calls. */
export const makeObserver = <State>(
  kernel: Kernel<State>,
): ((before: State, action: Action, step: Step<State>) => ObservedStep) => {
  const parts = kernel.components
    .filter(({ name }) => name !== 'audit')
    .map(({ name, intern }) => ({ name, number: intern() }));
  return (before, action, { next, ...report }) => ({
    action,
    report,
    before: kernel.facts(before),
    after: kernel.facts(next),
    changed: parts.flatMap(({ name, number }) =>
      number(before, before, noParent) === number(next, next, noParent) ? [] : [name],
    ),
  });
};
