import type { ProcessId, Sid, ThreadId } from '../../model/ids.ts';
import type { EventKind, SecurityEvent } from '../../model/security.ts';
import type {
  Facts,
  HandleFact,
  HandlePlace,
  PendingFact,
  ProcessFact,
  ResourceFact,
  ThreadFact,
} from '../../kernel/kernel.ts';
import type { ObservedStep } from '../observed-step.ts';

/** Facts by what they are of. */
export interface FactIndex {
  readonly thread: (id: ThreadId) => ThreadFact | undefined;
  readonly process: (id: ProcessId) => ProcessFact | undefined;
  readonly handle: (place: HandlePlace) => HandleFact | undefined;
  readonly resource: (sid: Sid) => ResourceFact | undefined;
  readonly pending: (client: ThreadId) => PendingFact | undefined;
}

export const keyOf = ({ process, number }: HandlePlace): number => process * 0x1_0000 + number;

/** Looks a fact up by a number; the index is made at the first look-up. */
const indexed = <Fact>(
  facts: () => readonly Fact[],
  key: (fact: Fact) => number,
): ((wanted: number) => Fact | undefined) => {
  let index: Map<number, Fact> | undefined;
  return (wanted) => {
    index ??= new Map(facts().map((fact) => [key(fact), fact]));
    return index.get(wanted);
  };
};

export const indexOf = (facts: Facts): FactIndex => {
  const handle = indexed(() => facts.handles, keyOf);
  return {
    thread: indexed(() => facts.threads, ({ thread }) => thread), // prettier-ignore
    process: indexed(() => facts.processes, ({ process }) => process), // prettier-ignore
    handle: (place) => handle(keyOf(place)),
    resource: indexed(() => facts.resources, ({ sid }) => sid), // prettier-ignore
    pending: indexed(() => facts.pending, ({ client }) => client), // prettier-ignore
  };
};

/** A step with its facts by what they are of, and the questions that rules ask of it. */
export interface StepView {
  readonly step: ObservedStep;
  readonly actor: ProcessId | undefined;
  readonly before: FactIndex;
  readonly after: FactIndex;
  /** A granted request of the actor to the kernel. */
  readonly isServed: boolean;
  /** Was an event of the kind granted, between two processes? */
  readonly isGranted: (kind: EventKind, from: ProcessId, to: ProcessId) => boolean;
  /** Did the actor hold it, by a handle that it could use? */
  readonly holds: (sid: Sid) => boolean;
  /** Has the process ended, or frozen, in this step? */
  readonly hasEnded: (process: ProcessId) => boolean;
  /** Has a start of the process been granted in this step? */
  readonly isBegun: (process: ProcessId) => boolean;
  /** Did a thread of the process ask the actor for a channel? */
  readonly asksActor: (process: ProcessId) => boolean;
  /** Is what the SID stood for gone, or ended, since this step? */
  readonly isGone: (sid: Sid) => boolean;
  /** Has the last live handle that bears the badge gone in this step? */
  readonly isUnmarked: (badge: Sid) => boolean;
}

const sidIn = (event: SecurityEvent, side: 'source' | 'destination'): Sid | undefined => {
  const subject = event[side];
  return subject?.kind === 'known' ? subject.sid : undefined;
};

const kernelSid = 1;

const bears = ({ handles }: Facts, badge: Sid): boolean =>
  handles.some(({ live, marks }) => live && marks.includes(badge));

export const viewOf = (step: ObservedStep): StepView => {
  const { actor } = step;
  const [before, after] = [indexOf(step.before), indexOf(step.after)];
  const granted = step.report.events.flatMap(({ event, verdict }) =>
    verdict.kind === 'granted' ? [event] : [],
  );
  const sidOf = (process: ProcessId): Sid | undefined =>
    (before.process(process) ?? after.process(process))?.sid;
  const isGranted = (kind: EventKind, from: ProcessId, to: ProcessId): boolean =>
    granted.some(
      (event) =>
        event.kind === kind &&
        sidIn(event, 'source') === sidOf(from) &&
        sidIn(event, 'destination') === sidOf(to),
    );
  const hasEnded = (process: ProcessId): boolean => {
    const now = after.process(process)?.state;
    return before.process(process)?.state === 'running' && now !== 'running';
  };
  return {
    step,
    actor,
    before,
    after,
    isServed:
      actor !== undefined &&
      granted.some(
        (event) =>
          event.kind === 'request' &&
          sidIn(event, 'source') === sidOf(actor) &&
          sidIn(event, 'destination') === kernelSid,
      ),
    isGranted,
    holds: (sid) =>
      step.before.handles.some(
        (handle) =>
          handle.process === actor && handle.sid === sid && handle.live && !handle.inTransit,
      ),
    hasEnded,
    isBegun: (process) =>
      granted.some(
        (event) => event.kind === 'execute' && sidIn(event, 'destination') === sidOf(process),
      ),
    asksActor: (process) =>
      step.before.threads.some(
        (thread) =>
          thread.process === process && thread.asks !== undefined && thread.asks === actor,
      ),
    isGone: (sid) =>
      (before.resource(sid) !== undefined && after.resource(sid) === undefined) ||
      step.before.processes.some((process) => process.sid === sid && hasEnded(process.process)) ||
      !step.after.handles.some((handle) => handle.sid === sid && handle.live),
    isUnmarked: (badge) => bears(step.before, badge) && !bears(step.after, badge),
  };
};
