import type { HandleId, ProcessId, Sid } from '../../../model/ids.ts';
import { tableOf } from '../licence.ts';
import type { TableLicence } from '../licence.ts';
import { Draft, handleOf } from './edit.ts';
import { eachEntry, entriesOf, entryAt, holderOf, numberOf, refOf } from './handles.ts';
import type { Handle, HandleRef, Handles } from './handles.ts';

/** The handles after some were closed or revoked, and which entries they were. */
export interface Ended {
  readonly handles: Handles;
  readonly entries: readonly Handle[];
}

/** What hangs in the place of entries that go: their parents, and the marks that they bore. */
const inherited = (
  handles: Handles,
  entry: Handle,
  isGone: (ref: HandleRef) => boolean,
): Pick<Handle, 'parent' | 'marks'> => {
  const marks = new Set(entry.marks);
  let { parent } = entry;
  while (parent !== undefined && isGone(parent)) {
    const above = entryAt(handles, parent);
    for (const mark of above?.marks ?? []) marks.add(mark);
    parent = above?.parent;
  }
  return { parent, marks: [...marks] };
};

const removeAll = (handles: Handles, isGone: (ref: HandleRef) => boolean): Ended => {
  const draft = new Draft(handles);
  const entries: Handle[] = [];
  eachEntry(handles, (ref, entry) => {
    if (isGone(ref)) {
      entries.push(entry);
      draft.set(ref, undefined);
    } else if (entry.parent !== undefined && isGone(entry.parent)) {
      draft.set(ref, handleOf({ ...entry, ...inherited(handles, entry, isGone) }));
    }
  });
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
  if (numbers.length === 0) return { handles, entries: [] };
  return removeAll(handles, (ref) => holderOf(ref) === process && numbers.includes(numberOf(ref)));
};

/** Closes all that a process holds. Licence: that of its end. */
export const closedAll = (handles: Handles, licence: TableLicence): Ended => {
  const process = tableOf(licence);
  return removeAll(handles, (ref) => holderOf(ref) === process);
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
          entry.marks.includes(badge) && descendsFrom(handles, ref, root) ? [ref] : [],
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
  return { handles: draft.done(), entries };
};

/**
 * Revokes every handle to some resources, and forgets them as marks of transfers: they end with the process
 * that has made them. Licence: that of its end.
 */
export const revokedTo = (handles: Handles, sids: ReadonlySet<Sid>): Ended => {
  const draft = new Draft(handles);
  const entries: Handle[] = [];
  eachEntry(handles, (ref, entry) => {
    const isTo = sids.has(entry.sid) && !entry.isRevoked;
    const isMarked = entry.marks.some((mark) => sids.has(mark));
    if (isTo) entries.push(entry);
    if (!isTo && !isMarked) return;
    draft.set(
      ref,
      handleOf({
        ...entry,
        marks: isMarked ? entry.marks.filter((mark) => !sids.has(mark)) : entry.marks,
        isRevoked: entry.isRevoked || isTo,
      }),
    );
  });
  return { handles: draft.done(), entries };
};

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
