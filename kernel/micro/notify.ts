import { at } from '../../model/defect.ts';
import { processId } from '../../model/ids.ts';
import type { ProcessId, Sid } from '../../model/ids.ts';
import type { Objects } from './objects.ts';
import { withResources, withThreads } from './objects.ts';
import type { Plan } from './plan.ts';
import { changed, findMade } from './resources.ts';
import type { Resource, Subscription } from './resources.ts';
import { doneAnswer } from './services/answer.ts';
import { unblock, waitingsOf } from './threads/service-waits.ts';

/**
 * Events of a resource, as bits of a mask: the general part, low, is the kernel's to raise; the high 16
 * bits are what the type of the resource defines, and of a user object what its provider does.
 *
 * Source: KasperskyOS Community Edition help, "Notifications about resource states"; numbers are ours.
 */
export const events = {
  objectDestroyed: 0x1,
  /** Of a badge: every handle of the transfers that bore it is closed or revoked. */
  subtreeGone: 0x2,
  /** Of a process. */
  taskCompleted: 0x1_0000,
  /** Of an interrupt line. */
  interrupt: 0x1_0000,
} as const;

/** The events that only the kernel raises. */
export const generalEvents = 0xffff;

type Receiver = Extract<Resource, { readonly kind: 'receiver' }>;

/** The oldest subscription of which something has happened. */
export const findRaised = ({ subscriptions }: Receiver): Subscription | undefined =>
  subscriptions.find(({ raised }) => raised !== 0);

/** The receiver after an event was taken; the last one of what is destroyed takes its entry along. */
export const taken = (receiver: Receiver, one: Subscription): Receiver => ({
  kind: 'receiver',
  subscriptions: receiver.subscriptions.flatMap((old) => {
    if (old !== one) return [old];
    return old.mask === 0 ? [] : [{ ...old, raised: 0 }];
  }),
});

/** Gives what a receiver has to those who wait for it. */
const handOut = (plan: Plan, objects: Objects, owner: ProcessId, place: number): Objects => {
  const sid = plan.numbering.resource(owner, place);
  let now = objects;
  for (const waiting of waitingsOf(objects.threads)) {
    const { waitsFor } = waiting;
    if (waitsFor.kind !== 'event' || waitsFor.sid !== sid) continue;
    const receiver = findMade(now.resources, owner, place);
    if (receiver?.kind !== 'receiver') return now;
    const raised = findRaised(receiver);
    if (raised === undefined) return now;
    const answer = doneAnswer('notice.Notice.GetEvent', {
      eventId: raised.id,
      eventMask: raised.raised,
    });
    now = withResources(now, changed(now.resources, owner, place, taken(receiver, raised)));
    now = withThreads(now, unblock(now.threads, waiting, answer));
  }
  return now;
};

/**
 * The receiver after the resource was destroyed: its entry waits to be taken, if that counts there, and
 * hears of no other resource that bears the SID later.
 */
const withoutResource = (receiver: Receiver, sid: Sid): Receiver =>
  receiver.subscriptions.every((one) => one.sid !== sid || one.mask === 0)
    ? receiver
    : {
        kind: 'receiver',
        subscriptions: receiver.subscriptions.flatMap((one) => {
          if (one.sid !== sid || one.mask === 0) return [one];
          const raised = (one.raised | (one.mask & events.objectDestroyed)) >>> 0;
          return raised === 0 ? [] : [{ ...one, mask: 0, raised }];
        }),
      };

const raisedIn = (receiver: Receiver, sid: Sid, mask: number): Receiver => {
  if (mask === events.objectDestroyed) return withoutResource(receiver, sid);
  const touches = (one: Subscription): boolean => one.sid === sid && (one.mask & mask) !== 0;
  if (!receiver.subscriptions.some(touches)) return receiver;
  return {
    kind: 'receiver',
    subscriptions: receiver.subscriptions.map((one) =>
      touches(one) ? { ...one, raised: (one.raised | (one.mask & mask)) >>> 0 } : one,
    ),
  };
};

/**
 * Something has happened to a resource: every receiver that has subscribed to it is told, and who
 * waits for a receiver takes it. A subscription is the standing right to be told.
 *
 * Source: TLA+ `Notify` in tla/notice/Effects.tla.
 */
export const notify = (plan: Plan, objects: Objects, sid: Sid, mask: number): Objects => {
  let now = objects;
  for (let index = 0; index < objects.resources.length; index++) {
    const owner = processId(index);
    const row = at(objects.resources, owner);
    for (let place = 0; place < row.length; place++) {
      const resource = row[place];
      if (resource?.kind !== 'receiver') continue;
      const raised = raisedIn(resource, sid, mask);
      if (raised === resource) continue;
      now = withResources(now, changed(now.resources, owner, place, raised));
      now = handOut(plan, now, owner, place);
    }
  }
  return now;
};
