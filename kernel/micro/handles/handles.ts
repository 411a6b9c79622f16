import { at } from '../../../model/defect.ts';
import { handleId, processId } from '../../../model/ids.ts';
import type { Branded, HandleId, ProcessId, Sid } from '../../../model/ids.ts';
import type { Refusal } from '../../../model/step.ts';
import type { Writer } from '../../../model/writer.ts';

/** An entry of some process's table, as one number. */
export type HandleRef = Branded<number, 'HandleRef'>;

/**
 * One entry of a process's handle table: authority over one resource, and a standing right to use it.
 *
 * Shape:  `parent` is the entry that it was derived from, in any process; absent for a root. `marks`
 *         are the badges of the transfers and copies that it descends from and that are closed, its own
 *         first: what they marked stays marked. `channel` is the channel that brought it. A handle in
 *         transit belongs to a request that the server has not taken yet.
 * Units:  `rights` is a 32-bit mask, see rights.ts.
 * Source: KasperskyOS Community Edition help, "Handle permissions mask"; TLA+ tla/handles/Handles.tla.
 */
export type Handle = Branded<HandleFields, 'Handle'>;

export interface HandleFields {
  readonly sid: Sid;
  readonly rights: number;
  readonly parent: HandleRef | undefined;
  readonly marks: readonly Sid[];
  readonly channel: Sid | undefined;
  readonly isRevoked: boolean;
  readonly isInTransit: boolean;
}

/** What a new entry is made of. */
export type NewHandle = Pick<HandleFields, 'sid' | 'rights'> &
  Partial<Pick<HandleFields, 'parent' | 'channel' | 'isInTransit'>> & {
    /** What marks the transfer or the copy that makes it. */
    readonly badge?: Sid | undefined;
  };

export type Table = readonly (Handle | undefined)[];

/**
 * The handle table of each place for a process; a freed number is an empty place.
 * Only the functions of this file make one; those that change a table take a licence and read from it whose.
 */
export type Handles = Branded<readonly Table[], 'Handles'>;

const most = 0x1_0000;

export const refOf = (process: ProcessId, number: HandleId): HandleRef =>
  (process * most + number) as HandleRef;

export const holderOf = (ref: HandleRef): ProcessId => processId(Math.floor(ref / most));
export const numberOf = (ref: HandleRef): HandleId => handleId(ref % most);

/** The entry of a number, whatever its state. */
export const findEntry = (
  handles: Handles,
  process: ProcessId,
  number: HandleId,
): Handle | undefined => at(handles, process)[number];

export const entryAt = (handles: Handles, ref: HandleRef): Handle | undefined =>
  findEntry(handles, holderOf(ref), numberOf(ref));

export const hasRight = ({ rights }: Handle, right: number): boolean => (rights & right) === right;

/**
 * A handle that its holder may use, with a right; or why it may not.
 *
 * Refuses: `badHandle`; `handleRevoked`; `rightsMissing`.
 */
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

/** Visits every entry, in the order of `entriesOf`. Hot: the end of a process visits all of them. */
export const eachEntry = (
  handles: Handles,
  visit: (ref: HandleRef, entry: Handle) => void,
): void => {
  for (let process = 0; process < handles.length; process++) {
    const table = at(handles, process);
    for (let number = 0; number < table.length; number++) {
      const entry = table[number];
      if (entry !== undefined) visit(refOf(processId(process), handleId(number)), entry);
    }
  }
};

/** Does any process hold the resource by a handle that is not revoked? */
export const isHeld = (handles: Handles, sid: Sid): boolean =>
  handles.some((table) => table.some((entry) => entry?.sid === sid && !entry.isRevoked));

const absent = 0xffff_ffff;

/** Canonical bytes of one process's table. */
export const encodeTable = (table: Table, writer: Writer): void => {
  writer.word(table.length);
  for (const entry of table) {
    writer.word(entry?.sid ?? 0);
    if (entry === undefined) continue;
    writer.word(entry.rights);
    writer.word(entry.parent ?? absent);
    writer.word(entry.marks.length);
    for (const mark of entry.marks) writer.word(mark);
    writer.word(entry.channel ?? 0);
    writer.word((entry.isRevoked ? 1 : 0) + (entry.isInTransit ? 2 : 0));
  }
};
