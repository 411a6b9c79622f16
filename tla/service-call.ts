import { handleId } from '../model/ids.ts';
import type { HandleId, ThreadId } from '../model/ids.ts';
import type { CallAction } from '../model/step.ts';
import { isTagged, record } from '../model/value.ts';
import type { LocalHandle, RecordValue, Value } from '../model/value.ts';

/** The handle of the kernel, in every table. */
export const kernelHandle = handleId(0);

/** A handle of the sender's own in a message, with all its rights if not told otherwise. */
export const localHandle = (number: HandleId, rights = 0xffff_ffff): LocalHandle => ({
  kind: 'localHandle',
  number,
  rights,
});

/** A call of a method of the kernel. */
export const serviceCall = (
  by: ThreadId,
  endpoint: string,
  method: string,
  fields: Readonly<Record<string, Value>>,
): CallAction => ({
  kind: 'call',
  by,
  handle: kernelHandle,
  endpoint,
  method,
  message: record(Object.entries(fields)),
});

/** The handle in a field of a message, if there is one. */
export const findHandle = ({ fields }: RecordValue, field: string): LocalHandle | undefined => {
  const value = fields.get(field) ?? null;
  return isTagged(value) && value.kind === 'localHandle' ? value : undefined;
};

/** The text in a field of a message; empty if there is none. */
export const textIn = ({ fields }: RecordValue, field: string): string => {
  const value = fields.get(field);
  return typeof value === 'string' ? value : '';
};
