import type { ProcessId, Sid } from '../../model/ids.ts';
import type { EventKind, SecurityEvent } from '../../model/security.ts';
import type { Facts } from '../../kernel/kernel.ts';
import type { IndexedFacts } from '../indexed-facts.ts';
import type { ObservedStep } from '../observed-step.ts';

const sidIn = (event: SecurityEvent, side: 'source' | 'destination'): Sid | undefined => {
  const subject = event[side];
  return subject?.kind === 'known' ? subject.sid : undefined;
};

const kernelSid = 1;

const bears = ({ handles }: Facts, badge: Sid): boolean =>
  handles.some(({ live, marks }) => live && marks.includes(badge));

/** The questions that rules ask of a step. */
export class StepView {
  readonly step: ObservedStep;
  readonly actor: ProcessId | undefined;
  readonly before: IndexedFacts;
  readonly after: IndexedFacts;

  constructor(step: ObservedStep) {
    this.step = step;
    this.actor = step.actor;
    this.before = step.before;
    this.after = step.after;
  }

  /** Was a request of the actor to the kernel granted? */
  get isServed(): boolean {
    const actor = this.actor === undefined ? undefined : this.#sidOf(this.actor);
    return actor !== undefined && this.#grants('request', actor, kernelSid);
  }

  /** Was an event of the kind granted, between two processes? */
  isGranted(kind: EventKind, from: ProcessId, to: ProcessId): boolean {
    return this.#grants(kind, this.#sidOf(from), this.#sidOf(to));
  }

  /** Did the actor hold it, by a handle that it could use? */
  holds(sid: Sid): boolean {
    return this.before.handles.some(
      (handle) =>
        handle.process === this.actor && handle.sid === sid && handle.live && !handle.inTransit,
    );
  }

  /** Has the process ended, or frozen, in this step? */
  hasEnded(process: ProcessId): boolean {
    const now = this.after.process(process)?.state;
    return this.before.process(process)?.state === 'running' && now !== 'running';
  }

  /** Has a start of the process been granted in this step? */
  isBegun(process: ProcessId): boolean {
    return this.step.report.events.some(
      ({ event, verdict }) =>
        event.kind === 'execute' &&
        verdict.kind === 'granted' &&
        sidIn(event, 'destination') === this.#sidOf(process),
    );
  }

  /** Is no page of the process being changed any more, as a core has forgotten, or as those that were are taken away? */
  isChangeOver(process: ProcessId): boolean {
    const { before, after } = this;
    const [changing, left] = [before, after].map(({ mappings }) =>
      mappings.filter((page) => page.process === process && page.isChanging),
    );
    if (changing === undefined || changing.length === 0 || left?.length !== 0) return false;
    const isForgotten = before.invalidating.some((core) => !after.invalidating.includes(core));
    const isMapped = ({ address }: { readonly address: number }): boolean =>
      after.mappings.some((page) => page.process === process && page.address === address);
    return isForgotten || !changing.some(isMapped);
  }

  /** Did a thread of the process ask the actor for a channel? */
  asksActor(process: ProcessId): boolean {
    return this.before.threads.some(
      (thread) =>
        thread.process === process && thread.asks !== undefined && thread.asks === this.actor,
    );
  }

  /** Does some request that a process had not taken stand no more? */
  isRequestGone(server: ProcessId): boolean {
    return this.before.pending.some((then) => {
      if (then.server !== server || then.taken) return false;
      const now = this.after.request(then.client);
      return now === undefined || now.taken || now.server !== server;
    });
  }

  /** Is what the SID stood for gone, or ended, since this step? */
  isGone(sid: Sid): boolean {
    const { before, after } = this;
    return (
      (before.resource(sid) !== undefined && after.resource(sid) === undefined) ||
      before.processes.some((one) => one.sid === sid && this.hasEnded(one.process)) ||
      !after.handles.some((handle) => handle.sid === sid && handle.live)
    );
  }

  /** Has the last live handle that bears the badge gone in this step? */
  isUnmarked(badge: Sid): boolean {
    return bears(this.before, badge) && !bears(this.after, badge);
  }

  #sidOf(process: ProcessId): Sid | undefined {
    return (this.before.process(process) ?? this.after.process(process))?.sid;
  }

  #grants(kind: EventKind, from: number | undefined, to: number | undefined): boolean {
    return this.step.report.events.some(
      ({ event, verdict }) =>
        event.kind === kind &&
        verdict.kind === 'granted' &&
        sidIn(event, 'source') === from &&
        sidIn(event, 'destination') === to,
    );
  }
}
