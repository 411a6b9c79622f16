import { at } from '../../../model/defect.ts';
import type { HandleId } from '../../../model/ids.ts';
import type { RecordValue } from '../../../model/value.ts';
import type { Permit } from '../../mediate.ts';
import { narrowed, rights } from '../../rights.ts';
import { closed, findFreeNumber, findHeld, given, lookUp, revokedBelow } from '../capabilities.ts';
import type { NewCapability } from '../capabilities.ts';
import type { Layout } from '../layout.ts';
import { lose } from '../lose.ts';
import { withCapabilities, withThing } from '../machine.ts';
import type { Machine } from '../machine.ts';
import { bigIntIn, handleIn, handleValue, numberIn } from './arguments.ts';
import { done, refused } from './service.ts';
import type { Caller, Service } from './service.ts';

/** The machine with one more capability of the caller's, and its number. */
export const give = (
  { limits }: Layout,
  machine: Machine,
  permit: Permit<RecordValue>,
  { process }: Caller,
  made: NewCapability,
): { readonly next: Machine; readonly number: HandleId } | 'tableFull' => {
  const { capabilities } = machine;
  const number = findFreeNumber(capabilities, process, limits.handles);
  if (number === undefined) return 'tableFull';
  return { next: withCapabilities(machine, given(capabilities, permit, number, made)), number };
};

/** Refuses: `badHandle`, `handleRevoked`; `rightsMissing` (CAP-1); `wrongType`, for a badge; `tableFull`. */
export const copy: Service = (machine, permit, layout, caller) => {
  const { request } = permit;
  const { capabilities } = machine;
  const held = lookUp(capabilities, caller.process, handleIn(request, 'inHandle'), rights.copy);
  if (typeof held === 'string') return refused(held);
  const badge = handleIn(request, 'copyBadge');
  const mark = badge === undefined ? undefined : lookUp(capabilities, caller.process, badge);
  if (mark !== undefined) return refused(typeof mark === 'string' ? mark : 'wrongType');
  const mask = narrowed(held.rights, numberIn(request, 'newRightsMask'));
  const made = give(layout, machine, permit, caller, { sid: held.sid, rights: mask, from: held });
  if (typeof made === 'string') return refused(made);
  return done(made.next, [['outHandle', handleValue(made.number)]], [made.number]);
};

/** Closes a handle, also one that was revoked. Refuses: `badHandle`. */
export const close: Service = (machine, permit, layout, caller) => {
  const held = findHeld(machine.capabilities, caller.process, handleIn(permit.request, 'handle'));
  if (held === undefined || held.isInTransit) return refused('badHandle');
  return done(lose(layout, machine, closed(machine.capabilities, permit, [held.number])));
};

/** Revokes all that was derived from a handle, and closes it (CAP-2). Refuses: `badHandle`, `handleRevoked`. */
export const revoke: Service = (machine, permit, layout, caller) => {
  const held = lookUp(machine.capabilities, caller.process, handleIn(permit.request, 'handle'));
  if (typeof held === 'string') return refused(held);
  const below = lose(layout, machine, revokedBelow(machine.capabilities, held));
  return done(lose(layout, below, closed(below.capabilities, permit, [held.number])));
};

/**
 * Makes a thing that the caller provides, with a label of its own (LBL-2).
 *
 * Refuses: `unimplemented`, with a channel: things cannot be called in this kernel; `resourcesFull`;
 *          `tableFull`.
 */
export const createUserObject: Service = (machine, permit, layout, caller) => {
  const { request } = permit;
  if (handleIn(request, 'ipcChannel') !== undefined) return refused('unimplemented');
  const row = at(machine.things, caller.process);
  const hole = row.indexOf(undefined);
  const place = hole < 0 ? row.length : hole;
  if (place >= layout.limits.resources) return refused('resourcesFull');
  const thing = { type: numberIn(request, 'type'), context: bigIntIn(request, 'context') };
  const withOne = withThing(machine, caller.process, place, thing);
  const sid = layout.numbering.resource(caller.process, place);
  const made = give(layout, withOne, permit, caller, { sid, rights: numberIn(request, 'rights') });
  if (typeof made === 'string') return refused(made);
  return done(made.next, [['handle', handleValue(made.number)]], [made.number]);
};

/** Refuses: `badHandle`, `handleRevoked`; `rightsMissing`, without the right to ask for it (CAP-1). */
export const getSidByHandle: Service = (machine, permit, _layout, { process }) => {
  const number = handleIn(permit.request, 'handle');
  const held = lookUp(machine.capabilities, process, number, rights.getSid);
  return typeof held === 'string' ? refused(held) : done(machine, [['sid', BigInt(held.sid)]]);
};
