import type { PendingFact } from '../kernel/kernel.ts';
import { StepView } from './integrity/step-view.ts';
import type { ObservedStep } from './observed-step.ts';
import { rejudge } from './rejudge.ts';
import { broken, idle, witnessed } from './run-property.ts';
import type { Judgement, RunProperty } from './run-property.ts';

/** Requests that stand after the step and did not before. */
const freshRequests = ({ step, before }: StepView): readonly PendingFact[] =>
  step.after.pending.filter((now) => {
    const then = before.request(now.client);
    return (
      then?.server !== now.server || then.endpoint !== now.endpoint || then.method !== now.method
    );
  });

const judge = (step: ObservedStep): Judgement => {
  const view = new StepView(step);
  const fresh = freshRequests(view);
  const unjudged = fresh.find(({ from, server }) => !view.isGranted('request', from, server));
  if (unjudged !== undefined)
    return broken(`request ${unjudged.endpoint}.${unjudged.method} stands without a granted event`);
  const begun = step.after.processes.find(
    ({ process, state }) =>
      state === 'running' &&
      view.before.process(process)?.state !== 'running' &&
      !view.isBegun(process),
  );
  if (begun !== undefined) return broken(`${begun.name} runs without a granted event`);
  return step.report.events.some(({ verdict }) => verdict.kind === 'granted') ? witnessed : idle;
};

/**
 * What the kernel says that the policy granted it grants, and each request that stands and each process
 * that runs rests on such an event. Which difference rests on what is what `integrity` says. The kernel's
 * verdicts are judged again by an engine of the property's own.
 *
 * Source: S13; spec/requirements.md MED.
 */
export const completeMediation: RunProperty = {
  name: 'completeMediation',
  requirement: 'MED-1',
  statement: 'Each effect of a process on another rests on an event that the policy grants.',
  start: (court) => {
    const { check } = rejudge(court);
    return (step) => {
      const differing = check(step.report.events, step.released);
      if (differing !== undefined) return broken(differing);
      return step.before === step.after ? idle : judge(step);
    };
  },
};
