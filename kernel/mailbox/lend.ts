import { Defect, at } from '../../model/defect.ts';
import type { HandleId, ProcessId, Sid } from '../../model/ids.ts';
import type { Refusal } from '../../model/step.ts';
import type { LocalHandle, RecordValue } from '../../model/value.ts';
import { handlesWithin, nullHandle, withHandlesFor } from '../carried.ts';
import { narrowed, rights } from '../rights.ts';
import { ancestorsOf, findFreeNumber, findHeld, given, heldBy, lookUp } from './capabilities.ts';
import type { Capability } from './capabilities.ts';
import type { Layout } from './layout.ts';
import type { Licence } from './licence.ts';
import { withCapabilities } from './machine.ts';
import type { Machine } from './machine.ts';

/**
 * The message as the engine may see it: SIDs in place of the numbers of the holder's handles. A revoked
 * one names nothing: what it named may be gone, and its SID stand for another.
 */
export const present = (
  { capabilities }: Machine,
  holder: ProcessId,
  message: RecordValue,
): RecordValue =>
  withHandlesFor(message, ({ number, rights: lent }) => {
    const held = findHeld(capabilities, holder, number);
    if (held === undefined || held.isRevoked) return nullHandle;
    return { kind: 'handle', sid: held.sid, rights: narrowed(held.rights, lent) };
  });

/** Why the handles of a message to the kernel cannot be looked up; absent if they can (C-67). */
export const handleFault = (
  { capabilities }: Machine,
  holder: ProcessId,
  message: RecordValue,
): Refusal | undefined => {
  const within = handlesWithin(message);
  if (within === 'forged') return 'badHandle';
  const isMissing = within.some(
    ({ number }) => lookUp(capabilities, holder, number) === 'badHandle',
  );
  return isMissing ? 'badHandle' : undefined;
};

/** Between whom handles are copied, and over which channel. */
export interface Route {
  readonly from: ProcessId;
  readonly to: ProcessId;
  readonly channel: Sid;
}

/** Why one handle cannot go. There are no badges in this kernel: what is named as one is none. */
const oneFault = (
  { capabilities }: Machine,
  from: ProcessId,
  { number, badge }: LocalHandle,
): Refusal | undefined => {
  const held = lookUp(capabilities, from, number, rights.transfer);
  if (typeof held === 'string') return held;
  if (badge === undefined) return undefined;
  const mark = lookUp(capabilities, from, badge);
  return typeof mark === 'string' ? mark : 'wrongType';
};

/** The nearest entry of the receiver's that a handle descends from: what a dereference comes to. */
const findOwn = (
  { capabilities }: Machine,
  held: Capability,
  receiver: ProcessId,
): Capability | undefined =>
  ancestorsOf(capabilities, held).find(({ holder }) => holder === receiver);

/**
 * Why the handles of a message cannot be copied to its receiver; asked before anything is judged (C-67).
 *
 * Refuses: `badHandle`, `handleRevoked`; `rightsMissing`, without the transfer right (CAP-1);
 *          `wrongType`, for a badge; `transfersFull`; `tableFull`.
 */
export const lendFault = (
  { limits }: Layout,
  machine: Machine,
  { from, to, channel }: Route,
  message: RecordValue,
): Refusal | undefined => {
  const within = handlesWithin(message);
  if (within === 'forged') return 'badHandle';
  if (within.length === 0) return undefined;
  for (const handle of within) {
    const fault = oneFault(machine, from, handle);
    if (fault !== undefined) return fault;
  }
  const { capabilities } = machine;
  const fresh = within.filter(({ number }) => {
    const held = findHeld(capabilities, from, number);
    return held !== undefined && findOwn(machine, held, to) === undefined;
  }).length;
  const own = heldBy(capabilities, to);
  const brought = own.filter((one) => one.channel === channel).length;
  if (brought + fresh > limits.transfers) return 'transfersFull';
  return own.length + fresh > limits.handles && fresh > 0 ? 'tableFull' : undefined;
};

/** What a provider learns with a handle to a thing of its own that comes back; of another's nothing. */
const contextOf = (
  { numbering }: Layout,
  { things }: Machine,
  sid: Sid,
  provider: ProcessId,
): bigint => {
  const place = numbering.place(sid);
  if (place.kind !== 'resource' || place.process !== provider) return 0n;
  return at(things, place.process)[place.place]?.context ?? 0n;
};

/** A message in the words of its receiver, and the numbers of the handles that were made for it. */
export interface Lent {
  readonly machine: Machine;
  readonly message: RecordValue;
  readonly brought: readonly HandleId[];
}

/**
 * Copies a message: each handle in it becomes the receiver's own, derived from the sender's, with no more
 * rights than that has and than are lent. Where the receiver holds an ancestor it sees that one's number.
 *
 * Licence: that of the message.
 */
export const lend = (
  layout: Layout,
  machine: Machine,
  { from, to, channel }: Route,
  licence: Licence,
  message: RecordValue,
  isInTransit: boolean,
): Lent => {
  let { capabilities } = machine;
  const brought: HandleId[] = [];
  const receive = (handle: LocalHandle): LocalHandle => {
    const held = findHeld(capabilities, from, handle.number);
    if (held === undefined) throw new Defect('a handle that was looked up is gone');
    const lent = narrowed(held.rights, handle.rights);
    const own = findOwn(machine, held, to);
    if (own !== undefined) {
      const context = contextOf(layout, machine, own.sid, to);
      return { kind: 'localHandle', number: own.number, rights: lent, context };
    }
    const number = findFreeNumber(capabilities, to, layout.limits.handles);
    if (number === undefined) throw new Defect('there is no room that there was');
    const fresh = { sid: held.sid, rights: lent, from: held, channel, isInTransit };
    capabilities = given(capabilities, licence, number, fresh);
    brought.push(number);
    return { kind: 'localHandle', number, rights: lent };
  };
  const copied = withHandlesFor(message, receive);
  return { machine: withCapabilities(machine, capabilities), message: copied, brought };
};
