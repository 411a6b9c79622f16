import { Defect } from '../../model/defect.ts';
import { handleId } from '../../model/ids.ts';
import type { Branded, HandleId, ProcessId, Sid } from '../../model/ids.ts';
import type { Refusal } from '../../model/step.ts';
import type { Writer } from '../../model/writer.ts';
import { holderOf } from './licence.ts';
import type { Licence } from './licence.ts';

/**
 * One entry of the global list: authority of its holder over one resource.
 *
 * Shape: `serial` is its generation, given to no other entry ever; `lineage` are the serials of all that
 *        it descends from, the nearest first. There is no tree: what an entry descends from and is no
 *        more in the list does not count, so that to close one entry changes no other.
 * Units: `rights` is a 32-bit mask, see ../rights.ts.
 */
export interface Capability {
  readonly serial: number;
  readonly holder: ProcessId;
  readonly number: HandleId;
  readonly sid: Sid;
  readonly rights: number;
  readonly lineage: readonly number[];
  /** The channel that brought it. */
  readonly channel: Sid | undefined;
  readonly isRevoked: boolean;
  /** It came with a letter that was not taken yet. */
  readonly isInTransit: boolean;
}

/** All capabilities of the system, in the order of their making. Only the functions of this file make one. */
export type Capabilities = Branded<
  { readonly list: readonly Capability[]; readonly next: number },
  'Capabilities'
>;

const capabilitiesOf = (list: readonly Capability[], next: number): Capabilities =>
  ({ list, next }) as Capabilities;

export const noCapabilities: Capabilities = capabilitiesOf([], 0);

/** The entry of a number, whatever its state. */
export const findHeld = (
  { list }: Capabilities,
  holder: ProcessId,
  number: HandleId | undefined,
): Capability | undefined => list.find((one) => one.holder === holder && one.number === number);

/**
 * A capability that its holder may use, with a right; or why it may not.
 *
 * Refuses: `badHandle`; `handleRevoked`; `rightsMissing`.
 */
export const lookUp = (
  capabilities: Capabilities,
  holder: ProcessId,
  number: HandleId | undefined,
  right = 0,
): Capability | Refusal => {
  const held = findHeld(capabilities, holder, number);
  if (held === undefined || held.isInTransit) return 'badHandle';
  if (held.isRevoked) return 'handleRevoked';
  return (held.rights & right) === right ? held : 'rightsMissing';
};

export const heldBy = ({ list }: Capabilities, holder: ProcessId): readonly Capability[] =>
  list.filter((one) => one.holder === holder);

/** Does anybody hold the resource by a capability that is not revoked? */
export const isHeld = ({ list }: Capabilities, sid: Sid): boolean =>
  list.some((one) => one.sid === sid && !one.isRevoked);

/** The least free number of a holder; absent where it holds as many as its limit. */
export const findFreeNumber = (
  capabilities: Capabilities,
  holder: ProcessId,
  limit: number,
): HandleId | undefined => {
  const taken = new Set<number>(heldBy(capabilities, holder).map(({ number }) => number));
  for (let free = 0; free < limit; free++) if (!taken.has(free)) return handleId(free);
  return undefined;
};

/** What an entry descends from and is still there, the nearest first. */
export const ancestorsOf = (
  { list }: Capabilities,
  { lineage }: Pick<Capability, 'lineage'>,
): readonly Capability[] =>
  lineage.flatMap((serial) => {
    const ancestor = list.find((one) => one.serial === serial);
    return ancestor === undefined ? [] : [ancestor];
  });

/** What a new entry is made of. */
export interface NewCapability {
  readonly sid: Sid;
  readonly rights: number;
  /** What it is derived from; absent for a root. */
  readonly from?: Capability;
  readonly channel?: Sid;
  readonly isInTransit?: boolean;
}

/** Licence: read for whose it is. */
export const given = (
  capabilities: Capabilities,
  licence: Licence,
  number: HandleId,
  { sid, rights, from, channel, isInTransit = false }: NewCapability,
): Capabilities => {
  const holder = holderOf(licence);
  if (findHeld(capabilities, holder, number) !== undefined) throw new Defect('a number is taken');
  const lineage =
    from === undefined ? [] : [from, ...ancestorsOf(capabilities, from)].map((one) => one.serial);
  const serial = capabilities.next;
  const fresh = { serial, holder, number, sid, rights, lineage, channel, isInTransit };
  return capabilitiesOf([...capabilities.list, { ...fresh, isRevoked: false }], serial + 1);
};

/** The capabilities after some were closed or revoked, and which they were. */
export interface Lost {
  readonly capabilities: Capabilities;
  readonly lost: readonly Capability[];
}

/** Takes capabilities from their holder: of some numbers, or all. Licence: read for whose they are. */
export const closed = (
  capabilities: Capabilities,
  licence: Licence,
  numbers: readonly HandleId[] | 'all',
): Lost => {
  const holder = holderOf(licence);
  const lost = heldBy(capabilities, holder).filter(
    ({ number }) => numbers === 'all' || numbers.includes(number),
  );
  if (lost.length === 0) return { capabilities, lost };
  const list = capabilities.list.filter((one) => !lost.includes(one));
  return { capabilities: capabilitiesOf(list, capabilities.next), lost };
};

const revokedWhere = (capabilities: Capabilities, isMeant: (one: Capability) => boolean): Lost => {
  const lost = capabilities.list.filter((one) => !one.isRevoked && isMeant(one));
  if (lost.length === 0) return { capabilities, lost };
  const list = capabilities.list.map((one) =>
    lost.includes(one) ? { ...one, isRevoked: true } : one,
  );
  return { capabilities: capabilitiesOf(list, capabilities.next), lost };
};

/** Revokes what was derived from a capability, by whomever (CAP-2). Licence: to hold the capability. */
export const revokedBelow = (capabilities: Capabilities, { serial }: Capability): Lost =>
  revokedWhere(capabilities, ({ lineage }) => lineage.includes(serial));

/** Revokes every capability to what a process has made. Licence: that of the end of the process. */
export const revokedTo = (capabilities: Capabilities, sids: ReadonlySet<Sid>): Lost =>
  revokedWhere(capabilities, ({ sid }) => sids.has(sid));

/** What came with a letter is its taker's own. Licence: the letter. */
export const arrived = (
  capabilities: Capabilities,
  licence: Licence,
  numbers: readonly HandleId[],
): Capabilities => {
  if (numbers.length === 0) return capabilities;
  const holder = holderOf(licence);
  const list = capabilities.list.map((one) =>
    one.holder === holder && numbers.includes(one.number) ? { ...one, isInTransit: false } : one,
  );
  return capabilitiesOf(list, capabilities.next);
};

const absent = 0xffff_ffff;

/** Canonical bytes of what one process holds: serials are renamed to where their entries are. */
export const encodeHeld = (capabilities: Capabilities, holder: ProcessId, writer: Writer): void => {
  const own = [...heldBy(capabilities, holder)].sort((one, other) => one.number - other.number);
  for (const one of own) {
    for (const word of [one.number, one.sid, one.rights, one.channel ?? 0]) writer.word(word);
    writer.word((one.isRevoked ? 1 : 0) + (one.isInTransit ? 2 : 0));
    for (const ancestor of ancestorsOf(capabilities, one)) {
      writer.word(ancestor.holder);
      writer.word(ancestor.number);
    }
    writer.word(absent);
  }
  writer.word(absent);
};
