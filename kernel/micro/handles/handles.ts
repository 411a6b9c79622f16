import { Defect, at } from '../../../model/defect.ts';
import { handleId, processId } from '../../../model/ids.ts';
import type { Branded, HandleId, ProcessId, Sid } from '../../../model/ids.ts';
import type { Refusal } from '../../../model/step.ts';
import type { Writer } from '../../../model/writer.ts';
import type { TableLicence } from '../licence.ts';
import { tableOf } from '../licence.ts';

/** An entry of some process's table, as one number. */
export type HandleRef = Branded<number, 'HandleRef'>;

/**
 * One entry of a process's handle table: authority over one resource, and a standing right to use it.
 *
 * Shape:  `parent` is the entry that it was derived from, in any process; absent for a root. `badge`
 *         marks the transfer that made it. `channel` is the channel that brought it. A handle in
 *         transit belongs to a request that the server has not taken yet.
 * Units:  `rights` is a 32-bit mask, see rights.ts.
 * Source: KasperskyOS Community Edition help, "Handle permissions mask"; TLA+ tla/handles/Handles.tla.
 */
export type Handle = Branded<HandleFields, 'Handle'>;

interface HandleFields {
  readonly sid: Sid;
  readonly rights: number;
  readonly parent: HandleRef | undefined;
  readonly badge: Sid | undefined;
  readonly channel: Sid | undefined;
  readonly isRevoked: boolean;
  readonly isInTransit: boolean;
}

type Table = readonly (Handle | undefined)[];

/**
 * The handle table of each place for a process; a freed number is an empty place.
 * Only the functions of this file make one; those that change a table take a licence and read from it whose.
 */
export type Handles = Branded<readonly Table[], 'Handles'>;

const handlesOf = (tables: readonly Table[]): Handles => tables as Handles;
const handleOf = (fields: HandleFields): Handle => fields as Handle;

const most = 0x1_0000;

export const refOf = (process: ProcessId, number: HandleId): HandleRef =>
  (process * most + number) as HandleRef;

export const holderOf = (ref: HandleRef): ProcessId => processId(Math.floor(ref / most));
export const numberOf = (ref: HandleRef): HandleId => handleId(ref % most);

/** What a new entry is made of. */
export type NewHandle = Pick<HandleFields, 'sid' | 'rights'> &
  Partial<Pick<HandleFields, 'parent' | 'badge' | 'channel' | 'isInTransit'>>;

const entryOf = (made: NewHandle): Handle =>
  handleOf({
    sid: made.sid,
    rights: made.rights,
    parent: made.parent,
    badge: made.badge,
    channel: made.channel,
    isRevoked: false,
    isInTransit: made.isInTransit ?? false,
  });

/** No process holds anything. */
export const noHandles = (processes: number): Handles =>
  handlesOf(Array.from({ length: processes }, () => []));

/** The entry of a number, whatever its state. */
export const findEntry = (
  handles: Handles,
  process: ProcessId,
  number: HandleId,
): Handle | undefined => at(handles, process)[number];

export const entryAt = (handles: Handles, ref: HandleRef): Handle | undefined =>
  findEntry(handles, holderOf(ref), numberOf(ref));

export const hasRight = ({ rights }: Handle, right: number): boolean => (rights & right) === right;

/** A handle that its holder may use, with a right; or why it may not. */
export const lookUp = (
  handles: Handles,
  process: ProcessId,
  number: HandleId | undefined,
  right = 0,
): Handle | Refusal => {
  const entry = number === undefined ? undefined : findEntry(handles, process, number);
  if (entry === undefined || entry.isInTransit) return 'badHandle';
  if (entry.isRevoked) return 'handleRevoked';
  return hasRight(entry, right) ? entry : 'rightsMissing';
};

/** The least free number of a table; absent where the table is full. */
export const findFreeNumber = (
  handles: Handles,
  process: ProcessId,
  limit: number,
): HandleId | undefined => {
  const table = at(handles, process);
  const hole = table.indexOf(undefined);
  const free = hole < 0 ? table.length : hole;
  return free < limit ? handleId(free) : undefined;
};

/** Entries that a channel has brought into a table. */
export const countBrought = (handles: Handles, process: ProcessId, channel: Sid): number =>
  at(handles, process).filter((entry) => entry?.channel === channel).length;

/** Every entry, with where it is. */
export const entriesOf = function* (
  handles: Handles,
): Generator<{ readonly ref: HandleRef; readonly entry: Handle }> {
  for (let process = 0; process < handles.length; process++) {
    const table = at(handles, process);
    for (let number = 0; number < table.length; number++) {
      const entry = table[number];
      if (entry !== undefined) yield { ref: refOf(processId(process), handleId(number)), entry };
    }
  }
};

/** Does any process hold the resource by a handle that is not revoked? */
export const isHeld = (handles: Handles, sid: Sid): boolean =>
  handles.some((table) => table.some((entry) => entry?.sid === sid && !entry.isRevoked));

/** The nearest ancestor of an entry in a process's own table: what a dereference comes to. */
export const findAncestor = (
  handles: Handles,
  entry: Handle,
  process: ProcessId,
): HandleRef | undefined => {
  for (let ref = entry.parent; ref !== undefined; ref = entryAt(handles, ref)?.parent) {
    if (holderOf(ref) === process) return ref;
  }
  return undefined;
};

/** Tables that are being changed; each is copied once. */
class Draft {
  readonly #tables: Table[];
  readonly #own = new Map<number, (Handle | undefined)[]>();

  constructor(handles: Handles) {
    this.#tables = [...handles];
  }

  set(ref: HandleRef, entry: Handle | undefined): void {
    const process = holderOf(ref);
    let table = this.#own.get(process);
    if (table === undefined) {
      table = [...(this.#tables[process] ?? [])];
      this.#own.set(process, table);
      this.#tables[process] = table;
    }
    table[numberOf(ref)] = entry;
    while (table.length > 0 && table.at(-1) === undefined) table.pop();
  }

  done(): Handles {
    return handlesOf(this.#tables);
  }
}

/**
 * Puts a handle into a table.
 *
 * Licence: read for whose table it is.
 */
export const withHandle = (
  handles: Handles,
  licence: TableLicence,
  number: HandleId,
  made: NewHandle,
): Handles => {
  const draft = new Draft(handles);
  draft.set(refOf(tableOf(licence), number), entryOf(made));
  return draft.done();
};

/** The handles of a process that begins. Licence: that of its start. */
export const withTable = (
  handles: Handles,
  licence: TableLicence,
  made: readonly NewHandle[],
): Handles => {
  const process = tableOf(licence);
  return handlesOf(handles.map((old, index) => (index === process ? made.map(entryOf) : old)));
};

/** Licence: read for whose table it is. A handle that has come with a request is its receiver's own now. */
export const arrived = (
  handles: Handles,
  licence: TableLicence,
  numbers: readonly HandleId[],
): Handles => {
  if (numbers.length === 0) return handles;
  const process = tableOf(licence);
  const draft = new Draft(handles);
  for (const number of numbers) {
    const entry = findEntry(handles, process, number);
    if (entry === undefined) throw new Defect('a handle in transit is gone');
    draft.set(refOf(process, number), handleOf({ ...entry, isInTransit: false }));
  }
  return draft.done();
};

/** The handles after some were closed or revoked, and which entries they were. */
export interface Ended {
  readonly handles: Handles;
  readonly entries: readonly Handle[];
}

const removeAll = (handles: Handles, refs: ReadonlySet<HandleRef>): Ended => {
  const draft = new Draft(handles);
  const entries: Handle[] = [];
  const parentOf = (ref: HandleRef | undefined): HandleRef | undefined =>
    ref !== undefined && refs.has(ref) ? parentOf(entryAt(handles, ref)?.parent) : ref;
  for (const { ref, entry } of entriesOf(handles)) {
    if (refs.has(ref)) {
      entries.push(entry);
      draft.set(ref, undefined);
    } else if (entry.parent !== undefined && refs.has(entry.parent)) {
      draft.set(ref, handleOf({ ...entry, parent: parentOf(entry.parent) }));
    }
  }
  return { handles: draft.done(), entries };
};

/**
 * Closes handles: their numbers are free again, and what was derived from them hangs from their
 * parents (CAP-3).
 *
 * Licence: read for whose table it is.
 */
export const closed = (
  handles: Handles,
  licence: TableLicence,
  numbers: readonly HandleId[],
): Ended => {
  const process = tableOf(licence);
  return numbers.length === 0
    ? { handles, entries: [] }
    : removeAll(handles, new Set(numbers.map((number) => refOf(process, number))));
};

/** Closes all that a process holds. Licence: that of its end. */
export const closedAll = (handles: Handles, licence: TableLicence): Ended => {
  const process = tableOf(licence);
  const refs = [...entriesOf(handles)].flatMap(({ ref }) =>
    holderOf(ref) === process ? [ref] : [],
  );
  return refs.length === 0 ? { handles, entries: [] } : removeAll(handles, new Set(refs));
};

/** Is `ref` derived from `root`, over however many generations? */
const descendsFrom = (handles: Handles, ref: HandleRef, root: HandleRef): boolean => {
  for (
    let at = entryAt(handles, ref)?.parent;
    at !== undefined;
    at = entryAt(handles, at)?.parent
  ) {
    if (at === root) return true;
  }
  return false;
};

/**
 * Revokes what was derived from a handle, in every process; with a badge only what descends from the
 * transfers that bore it. A revoked handle keeps its number, and every use of it is refused (CAP-2).
 *
 * Licence: read for whose handle it is.
 */
export const revokedBelow = (
  handles: Handles,
  licence: TableLicence,
  number: HandleId,
  badge: Sid | undefined,
): Ended => {
  const root = refOf(tableOf(licence), number);
  const tops =
    badge === undefined
      ? [root]
      : [...entriesOf(handles)].flatMap(({ ref, entry }) =>
          entry.badge === badge && descendsFrom(handles, ref, root) ? [ref] : [],
        );
  const draft = new Draft(handles);
  const entries: Handle[] = [];
  for (const { ref, entry } of entriesOf(handles)) {
    const isBelow =
      tops.some((top) => descendsFrom(handles, ref, top)) ||
      (badge !== undefined && tops.includes(ref));
    if (!isBelow || entry.isRevoked) continue;
    entries.push(entry);
    draft.set(ref, handleOf({ ...entry, isRevoked: true }));
  }
  return entries.length === 0 ? { handles, entries } : { handles: draft.done(), entries };
};

const absent = 0xffff_ffff;

/** Canonical bytes of one process's table. */
export const encodeTable = (table: Table, writer: Writer): void => {
  writer.word(table.length);
  for (const entry of table) {
    writer.word(entry?.sid ?? 0);
    if (entry === undefined) continue;
    writer.word(entry.rights);
    writer.word(entry.parent ?? absent);
    writer.word(entry.badge ?? 0);
    writer.word(entry.channel ?? 0);
    writer.word((entry.isRevoked ? 1 : 0) + (entry.isInTransit ? 2 : 0));
  }
};
