import { Defect } from '../../../model/defect.ts';
import type { HandleId } from '../../../model/ids.ts';
import { tableOf } from '../licence.ts';
import type { TableLicence } from '../licence.ts';
import { Draft, entryOf, handleOf, handlesOf } from './edit.ts';
import type { NewHandle } from './handles.ts';
import { findEntry, refOf } from './handles.ts';
import type { Handles } from './handles.ts';

/** No process holds anything. */
export const noHandles = (processes: number): Handles =>
  handlesOf(Array.from({ length: processes }, () => []));

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
