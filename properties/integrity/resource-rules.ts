import type { ProcessFact, ResourceFact } from '../../kernel/kernel.ts';
import type { Rule } from './rule.ts';
import type { StepView } from './step-view.ts';

/** A resource that a step has made, changed or destroyed. */
export interface ResourceDifference {
  readonly was: ResourceFact | undefined;
  readonly is: ResourceFact | undefined;
}

export const resourceRules: readonly Rule<ResourceDifference>[] = [
  {
    name: 'a resource is made for a granted request to the kernel',
    licenses: ({ was, is }, { actor, isServed }) =>
      was === undefined && is?.owner === actor && isServed,
  },
  {
    name: 'a channel is made for who asked for it',
    licenses: ({ was, is }, view) =>
      was === undefined && is !== undefined && view.isServed && view.asksActor(is.owner),
  },
  {
    name: 'a channel is made with the process that begins',
    licenses: ({ was, is }, view) =>
      was === undefined && is !== undefined && view.isBegun(is.owner),
  },
  {
    name: 'a resource that nobody holds is destroyed',
    licenses: ({ was, is }, { step }) =>
      was !== undefined &&
      is === undefined &&
      !step.after.handles.some(({ sid, live }) => sid === was.sid && live),
  },
  {
    name: 'a resource is changed by who holds it',
    licenses: ({ was, is }, view) =>
      was !== undefined && is !== undefined && view.isServed && view.holds(was.sid),
  },
  {
    name: 'a channel leads nowhere when its server has left its place',
    licenses: ({ was, is }, view) =>
      was?.kind === 'channel' && is?.kind === 'channel' && isVacated(view),
  },
  {
    name: 'a receiver is told of what it watches',
    licenses: ({ was, is }, view) =>
      was?.kind === 'receiver' &&
      is !== undefined &&
      was.watches.some((sid) => view.holds(sid) || view.isGone(sid) || view.isUnmarked(sid)),
  },
];

/** Has some process left its place in this step? */
const isVacated = ({ step, after }: StepView): boolean =>
  step.before.processes.some(({ process }) => after.process(process) === undefined);

/** A process that a step has created, changed or removed. */
export interface ProcessDifference {
  readonly was: ProcessFact | undefined;
  readonly is: ProcessFact | undefined;
}

export const processRules: readonly Rule<ProcessDifference>[] = [
  {
    name: 'a process is created for a granted request to the kernel',
    licenses: ({ was, is }, { isServed }) => was === undefined && is?.state === 'new' && isServed,
  },
  {
    name: 'a process starts by a granted execute event',
    licenses: ({ was, is }, view) =>
      is?.state === 'running' && was?.state === 'new' && view.isBegun(is.process),
  },
  {
    name: 'a process ends by itself',
    licenses: ({ was, is }, { actor }) =>
      was?.process === actor && was?.state === 'running' && is?.state !== 'running',
  },
  {
    name: 'a process ends by who holds it',
    licenses: ({ was, is }, view) =>
      (was?.state === 'running' || was?.state === 'frozen') &&
      is?.state !== 'running' &&
      view.isServed &&
      view.holds(was.sid),
  },
  {
    name: 'a process that nobody holds leaves its place',
    licenses: ({ was, is }, { step }) =>
      was !== undefined &&
      was.state !== 'running' &&
      is === undefined &&
      !step.after.handles.some(({ sid, live }) => sid === was.sid && live),
  },
  {
    name: 'a process is prepared by who holds it',
    licenses: ({ was, is }, view) =>
      was !== undefined &&
      (was.state === 'new' || was.state === 'ended') &&
      is?.state === 'new' &&
      view.isServed &&
      view.holds(was.sid),
  },
  {
    name: 'a connection goes with the process that it leads to',
    licenses: ({ was, is }, view) => is?.state === was?.state && isVacated(view),
  },
  {
    name: 'a process describes itself',
    licenses: ({ was, is }, { actor }) => was?.process === actor && is?.state === was?.state,
  },
];
