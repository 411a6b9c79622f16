import { Defect } from '../../model/defect.ts';
import type { HandleId, ProcessId, Sid } from '../../model/ids.ts';
import type { Refusal } from '../../model/step.ts';
import type { LocalHandle, RecordValue } from '../../model/value.ts';
import { findAncestor } from './handles/derivation.ts';
import {
  countBrought,
  entryAt,
  findEntry,
  findFreeNumber,
  holderOf,
  lookUp,
  numberOf,
  refOf,
} from './handles/handles.ts';
import { withHandle } from './handles/tables.ts';
import type { Handle, HandleRef } from './handles/handles.ts';
import { narrowed, rights } from '../rights.ts';
import { findLabelled, lookUpKind } from './labelled.ts';
import type { TableLicence } from './licence.ts';
import { withHandles } from './objects.ts';
import type { Objects } from './objects.ts';
import type { Plan } from './plan.ts';
import { handlesWithin, withHandlesFor } from '../carried.ts';

/** Between whom handles go, and over which channel. */
export interface Route {
  readonly from: ProcessId;
  readonly to: ProcessId;
  readonly channel: Sid;
}

/** The badge that a sender marks a transfer with; a refusal if what it names is none. */
const badgeOf = (
  plan: Plan,
  objects: Objects,
  from: ProcessId,
  { badge }: LocalHandle,
): Sid | undefined | Refusal => {
  if (badge === undefined) return undefined;
  const held = lookUpKind(plan, objects, from, badge, 'badge', 0);
  return typeof held === 'string' ? held : held.handle.sid;
};

/** A resource that stays with the process that made it. */
const isConfined = (plan: Plan, objects: Objects, sid: Sid): boolean =>
  findLabelled(plan, objects, sid)?.kind === 'interrupt';

/** The context of the first badge that a process has made among those that an entry bears. */
const markedBy = (
  plan: Plan,
  objects: Objects,
  { marks }: Handle,
  maker: ProcessId,
): bigint | undefined => {
  for (const mark of marks) {
    const found = findLabelled(plan, objects, mark);
    if (found?.kind === 'badge' && found.owner === maker) return found.resource.context;
  }
  return undefined;
};

/**
 * What a provider learns with a handle of its own that comes back: the context of the nearest badge on
 * the way from it that the provider has made, else that of the resource, if it has made that. What others have
 * made tells it nothing, 0: else a client could tell the provider what it likes.
 */
const contextOf = (plan: Plan, objects: Objects, sent: Handle, ancestor: HandleRef): bigint => {
  const provider = holderOf(ancestor);
  let entry: Handle | undefined = sent;
  while (entry !== undefined) {
    const context = markedBy(plan, objects, entry, provider);
    if (context !== undefined) return context;
    if (entry.parent === undefined || entry.parent === ancestor) break;
    entry = entryAt(objects.handles, entry.parent);
  }
  const found = findLabelled(plan, objects, sent.sid);
  return found?.kind === 'user' && found.owner === provider ? found.resource.context : 0n;
};

/** Would the handle come back to who holds an ancestor of it? Then no new handle is made. */
const comesBack = ({ handles }: Objects, { from, to }: Route, number: HandleId): boolean => {
  const entry = findEntry(handles, from, number);
  return entry !== undefined && findAncestor(handles, entry, to) !== undefined;
};

/**
 * Why the handles of a message cannot go over a channel; absent if they can. Asked before anything is
 * judged (C-67): the places that a channel may take in the receiver's table are its client's own share.
 *
 * Refuses: `badHandle`, `handleRevoked`; `rightsMissing`, without the transfer right (CAP-1);
 *          `wrongType`, for a badge that is none and for what is confined; `transfersFull`; `tableFull`.
 */
export const transferFault = (
  plan: Plan,
  objects: Objects,
  route: Route,
  message: RecordValue,
): Refusal | undefined => {
  const within = handlesWithin(message);
  if (within === 'forged') return 'badHandle';
  if (within.length === 0) return undefined;
  for (const handle of within) {
    const held = lookUp(objects.handles, route.from, handle.number, rights.transfer);
    if (typeof held === 'string') return held;
    if (isConfined(plan, objects, held.sid)) return 'wrongType';
    const badge = badgeOf(plan, objects, route.from, handle);
    if (typeof badge === 'string') return badge;
  }
  const fresh = within.filter(({ number }) => !comesBack(objects, route, number)).length;
  const brought = countBrought(objects.handles, route.to, route.channel);
  if (brought + fresh > plan.limits.transfers) return 'transfersFull';
  const table = objects.handles[route.to] ?? [];
  const free = plan.limits.handles - table.filter((entry) => entry !== undefined).length;
  return fresh > free ? 'tableFull' : undefined;
};

/** A message in the words of its receiver, and the handles that were made for it in its table. */
export interface Transferred {
  readonly objects: Objects;
  readonly message: RecordValue;
  readonly brought: readonly HandleId[];
}

/**
 * Makes the handles of a message in its receiver's table: each descends from the sender's, with no more
 * rights than that has and than are lent. A handle whose ancestor the receiver holds is dereferenced
 * instead: no handle is made, and the receiver sees its own.
 *
 * Licence: that of the message.
 * Source:  KasperskyOS Community Edition help, "Transferring handles", "Dereferencing handles".
 */
export const transfer = (
  plan: Plan,
  objects: Objects,
  route: Route,
  licence: TableLicence,
  message: RecordValue,
  state: 'in transit' | 'arrived',
): Transferred => {
  let { handles } = objects;
  const brought: HandleId[] = [];
  const receive = (handle: LocalHandle): LocalHandle => {
    const entry = findEntry(handles, route.from, handle.number);
    if (entry === undefined) throw new Defect('a handle that was looked up is gone');
    const lent = narrowed(entry.rights, handle.rights);
    const ancestor = findAncestor(handles, entry, route.to);
    if (ancestor !== undefined) {
      const context = contextOf(plan, objects, entry, ancestor);
      return { kind: 'localHandle', number: numberOf(ancestor), rights: lent, context };
    }
    const number = findFreeNumber(handles, route.to, plan.limits.handles);
    if (number === undefined) throw new Defect('a table is full that was not');
    const badge = badgeOf(plan, objects, route.from, handle);
    handles = withHandle(handles, licence, number, {
      sid: entry.sid,
      rights: lent,
      parent: refOf(route.from, handle.number),
      badge: typeof badge === 'string' ? undefined : badge,
      channel: route.channel,
      isInTransit: state === 'in transit',
    });
    brought.push(number);
    return { kind: 'localHandle', number, rights: lent };
  };
  const received = withHandlesFor(message, receive);
  return { objects: withHandles(objects, handles), message: received, brought };
};
