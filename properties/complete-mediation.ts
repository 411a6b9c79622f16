import type { ProcessId } from '../model/ids.ts';
import type { Judged } from '../model/step.ts';
import type { PendingFact } from '../kernel/kernel.ts';
import type { ObservedStep } from './observed-step.ts';
import { rejudge } from './rejudge.ts';
import { broken, idle, witnessed } from './run-property.ts';
import type { Judgement, RunProperty } from './run-property.ts';

const sameRequest = (left: PendingFact, right: PendingFact): boolean =>
  left.client === right.client &&
  left.server === right.server &&
  left.endpoint === right.endpoint &&
  left.method === right.method;

const actorOf = ({ before, action }: ObservedStep): ProcessId | undefined =>
  action.kind === 'tick'
    ? undefined
    : before.threads.find(({ thread }) => thread === action.by)?.process;

/** Requests that stand after the step and did not before. */
const freshRequests = ({ before, after }: ObservedStep): readonly PendingFact[] =>
  after.pending.filter((now) => !before.pending.some((then) => sameRequest(then, now)));

const granted = (events: readonly Judged[], { endpoint, method }: PendingFact): boolean =>
  events.some(
    ({ event, verdict }) =>
      verdict.kind === 'granted' &&
      event.kind === 'request' &&
      event.endpoint === endpoint &&
      event.method === method,
  );

/** Processes other than the actor of which something has changed. */
const changedOthers = (step: ObservedStep): readonly ProcessId[] => {
  const actor = actorOf(step);
  return [...step.after.own].flatMap(([process, bytes]) =>
    process !== actor && step.before.own.get(process) !== bytes ? [process] : [],
  );
};

/**
 * A request between actor and other that carries the right to change the other: one granted in
 * this step, or one that stood before it.
 */
const linked = (step: ObservedStep, other: ProcessId): boolean => {
  const actor = actorOf(step);
  const processOf = (thread: number): ProcessId | undefined =>
    step.before.threads.find((fact) => fact.thread === thread)?.process;
  const standing = step.before.pending.some(
    ({ client, server }) => server === actor && processOf(client) === other,
  );
  const fresh = freshRequests(step).some(
    (request) =>
      processOf(request.client) === actor &&
      request.server === other &&
      granted(step.report.events, request),
  );
  return standing || fresh;
};

const judge = (step: ObservedStep): Judgement => {
  const unjudged = freshRequests(step).find((request) => !granted(step.report.events, request));
  if (unjudged !== undefined) {
    return broken(`request ${unjudged.endpoint}.${unjudged.method} stands without a granted event`);
  }
  const others = changedOthers(step);
  const stranger = others.find((other) => !linked(step, other));
  if (stranger !== undefined) {
    return broken(
      `process ${String(stranger)} changed without a granted event or standing request`,
    );
  }
  return others.length > 0 ? witnessed : idle;
};

/**
 * No effect of one process on another without a granted decision, and no decision but the policy's.
 * The kernel's verdicts are judged again by an engine of the property's own.
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
      const differing = check(step.report.events);
      return differing === undefined ? judge(step) : broken(differing);
    };
  },
};
