import type { HandleId, ProcessId, Sid } from '../../../model/ids.ts';
import { tableOf } from '../licence.ts';
import type { TableLicence } from '../licence.ts';
import { Draft, handleOf } from './edit.ts';
import { entriesOf, entryAt, holderOf, refOf } from './handles.ts';
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
  gone: ReadonlySet<HandleRef>,
): Pick<Handle, 'parent' | 'marks'> => {
  const marks = new Set(entry.marks);
  let { parent } = entry;
  while (parent !== undefined && gone.has(parent)) {
    const above = entryAt(handles, parent);
    for (const mark of above?.marks ?? []) marks.add(mark);
    parent = above?.parent;
  }
  return { parent, marks: [...marks] };
};

const removeAll = (handles: Handles, refs: ReadonlySet<HandleRef>): Ended => {
  const draft = new Draft(handles);
  const entries: Handle[] = [];
  for (const { ref, entry } of entriesOf(handles)) {
    if (refs.has(ref)) {
      entries.push(entry);
      draft.set(ref, undefined);
    } else if (entry.parent !== undefined && refs.has(entry.parent)) {
      draft.set(ref, handleOf({ ...entry, ...inherited(handles, entry, refs) }));
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
  return entries.length === 0 ? { handles, entries } : { handles: draft.done(), entries };
};

/**
 * Revokes every handle to some resources, and forgets them as marks of transfers: they end with the process
 * that has made them. Licence: that of its end.
 */
export const revokedTo = (handles: Handles, sids: ReadonlySet<Sid>): Ended => {
  const draft = new Draft(handles);
  const entries: Handle[] = [];
  let isSame = true;
  for (const { ref, entry } of entriesOf(handles)) {
    const isTo = sids.has(entry.sid) && !entry.isRevoked;
    const isMarked = entry.marks.some((mark) => sids.has(mark));
    if (isTo) entries.push(entry);
    if (!isTo && !isMarked) continue;
    isSame = false;
    draft.set(
      ref,
      handleOf({
        ...entry,
        marks: isMarked ? entry.marks.filter((mark) => !sids.has(mark)) : entry.marks,
        isRevoked: entry.isRevoked || isTo,
      }),
    );
  }
  return { handles: isSame ? handles : draft.done(), entries };
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
