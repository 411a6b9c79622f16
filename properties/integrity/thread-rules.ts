import type { Sid } from '../../model/ids.ts';
import type { ThreadFact } from '../../kernel/kernel.ts';
import type { Rule } from './rule.ts';
import type { StepView } from './step-view.ts';

/** One aspect of a thread that a step has changed. */
export interface ThreadDifference {
  readonly aspect: 'life' | 'wait' | 'service';
  readonly was: ThreadFact | undefined;
  readonly is: ThreadFact | undefined;
}

const processOf = ({ was, is }: ThreadDifference): number | undefined => (was ?? is)?.process;

const isTold = ({ step }: StepView, thread: ThreadFact): boolean =>
  step.report.completions.some(({ of }) => of === thread.thread);

/** Does what has happened in the step concern a receiver, by something that it watches? */
const isNotified = ({ was }: ThreadDifference, view: StepView): boolean => {
  const receiver = was?.on === undefined ? undefined : view.before.resource(was.on);
  const concerns = (sid: Sid): boolean =>
    view.holds(sid) || view.isGone(sid) || view.isUnmarked(sid);
  return receiver?.watches.some(concerns) === true;
};

const lifeRules: readonly Rule<ThreadDifference>[] = [
  {
    name: 'a thread of its own',
    licenses: (difference, { actor }) => processOf(difference) === actor,
  },
  {
    name: 'a thread begins with its process',
    licenses: ({ was, is }, view) =>
      was === undefined && is !== undefined && view.isBegun(is.process),
  },
  {
    name: 'a thread ends with its process',
    licenses: ({ was, is }, view) =>
      was !== undefined && is === undefined && view.hasEnded(was.process),
  },
];

const waitRules: readonly Rule<ThreadDifference>[] = [
  {
    name: 'its own wait',
    licenses: (difference, { actor }) => processOf(difference) === actor,
  },
  {
    name: 'a server that waits is given a request',
    licenses: ({ was, is }, view) =>
      was?.waits === 'forRequest' &&
      is?.waits === 'no' &&
      view.actor !== undefined &&
      view.isGranted('request', view.actor, is.process),
  },
  {
    name: 'a request is taken by the server that was called',
    licenses: ({ was, is }, { actor, before }) =>
      was?.waits === 'forServer' &&
      is?.waits === 'forAnswer' &&
      before.request(was.thread)?.server === actor,
  },
  {
    name: 'a call is answered by who serves it',
    licenses: ({ was, is }, view) =>
      was?.waits === 'forAnswer' &&
      is?.waits === 'no' &&
      isTold(view, was) &&
      view.step.before.threads.some(
        ({ process, serves }) => process === view.actor && serves === was.thread,
      ),
  },
  {
    name: 'a call ends with its server',
    licenses: ({ was, is }, view) => {
      const pending = was === undefined ? undefined : view.before.request(was.thread);
      if (pending === undefined || was === undefined || is?.waits !== 'no' || !isTold(view, was))
        return false;
      return pending.server === view.actor || view.hasEnded(pending.server);
    },
  },
  {
    name: 'a wait ends with time',
    licenses: ({ was, is }, view) =>
      view.step.action.kind === 'tick' && was !== undefined && is !== undefined,
  },
  {
    name: 'a wait for a resource ends by who holds it',
    licenses: ({ was, is }, view) =>
      was?.waits === 'forKernel' &&
      is?.waits === 'no' &&
      was.on !== undefined &&
      isTold(view, was) &&
      (view.holds(was.on) || view.isGone(was.on)),
  },
  {
    name: 'a reception ends with the channel that it waits over',
    licenses: ({ was, is }, view) =>
      was?.waits === 'forRequest' &&
      is?.waits === 'no' &&
      was.on !== undefined &&
      isTold(view, was) &&
      view.isGone(was.on),
  },
  {
    name: 'a wait for an event ends by what is watched',
    licenses: (difference, view) =>
      difference.was?.waits === 'forKernel' &&
      difference.is?.waits === 'no' &&
      isNotified(difference, view),
  },
  {
    name: 'a wait for a channel ends by who is asked for it',
    licenses: ({ was, is }, view) =>
      was?.asks !== undefined &&
      is !== undefined &&
      (was.asks === view.actor || view.hasEnded(was.asks)),
  },
  {
    name: 'a wait for cores to forget ends as the last one does',
    licenses: ({ was, is }, view) =>
      was?.waits === 'forKernel' &&
      was.on === undefined &&
      was.asks === undefined &&
      is?.waits === 'no' &&
      isTold(view, was) &&
      view.isChangeOver(was.process),
  },
  {
    name: 'a server that listens is told of a client',
    licenses: ({ was, is }, view) =>
      was?.waits === 'forKernel' &&
      was.on === undefined &&
      was.asks === undefined &&
      is?.waits === 'no' &&
      view.isServed &&
      view.step.after.threads.some(
        ({ process, asks }) => process === view.actor && asks === is.process,
      ),
  },
];

const serviceRules: readonly Rule<ThreadDifference>[] = [
  {
    name: 'whom it serves itself',
    licenses: (difference, { actor }) => processOf(difference) === actor,
  },
  {
    name: 'a server that waits is given a client',
    licenses: ({ is }, view) => {
      const client = is?.serves === undefined ? undefined : view.after.thread(is.serves);
      return client !== undefined && client.process === view.actor;
    },
  },
  {
    name: 'a client that ends is served no more',
    licenses: ({ was, is }, view) => {
      if (was?.serves === undefined || is?.serves !== undefined) return false;
      const client = view.after.thread(was.serves);
      return client?.waits !== 'forAnswer';
    },
  },
];

export const threadRules = {
  life: lifeRules,
  wait: waitRules,
  service: serviceRules,
} as const satisfies Record<ThreadDifference['aspect'], readonly Rule<ThreadDifference>[]>;

/** What a step has changed of a thread, aspect by aspect. */
export const threadDifferences = (
  was: ThreadFact | undefined,
  is: ThreadFact | undefined,
): readonly ThreadDifference[] => {
  if (was === undefined || is === undefined) return [{ aspect: 'life', was, is }];
  const waits = was.waits !== is.waits || was.on !== is.on || was.asks !== is.asks;
  return [
    ...(waits ? [{ aspect: 'wait', was, is } as const] : []),
    ...(was.serves === is.serves ? [] : [{ aspect: 'service', was, is } as const]),
  ];
};
