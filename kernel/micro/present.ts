import type { RecordValue } from '../../model/value.ts';
import type { ProcessId } from '../../model/ids.ts';
import type { Refusal } from '../../model/step.ts';
import { handlesWithin, nullHandle, withHandlesFor } from '../carried.ts';
import { findEntry } from './handles/handles.ts';
import type { Handles } from './handles/handles.ts';
import { narrowed } from '../rights.ts';

/**
 * Why the handles of a message to the kernel cannot be looked up; absent if they can (C-67). A revoked
 * one is found: it can be closed, and every other service refuses it.
 */
export const handleFault = (
  handles: Handles,
  holder: ProcessId,
  message: RecordValue,
): Refusal | undefined => {
  const within = handlesWithin(message);
  if (within === 'forged') return 'badHandle';
  const isMissing = within.some(({ number }) => {
    const entry = findEntry(handles, holder, number);
    return entry === undefined || entry.isInTransit;
  });
  return isMissing ? 'badHandle' : undefined;
};

/**
 * The message as the engine may see it: SIDs in place of the numbers of the holder's handles. A revoked
 * one names nothing: what it named may be gone, and its SID stand for another.
 */
export const present = (handles: Handles, holder: ProcessId, message: RecordValue): RecordValue =>
  withHandlesFor(message, ({ number, rights }) => {
    const held = findEntry(handles, holder, number);
    if (held === undefined || held.isRevoked) return nullHandle;
    return { kind: 'handle', sid: held.sid, rights: narrowed(held.rights, rights) };
  });
