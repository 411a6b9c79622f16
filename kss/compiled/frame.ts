import type { Finding } from '../../model/security.ts';
import { emptyMessage } from '../../model/value.ts';
import type { RecordValue, Value } from '../../model/value.ts';

/**
 * The registers of a session: compiled code reads the event there, and leaves its reasons there.
 *
 * Shape: `parameters` holds the message, one register a declared parameter, omitted ones with their
 *        default; `message` is the whole of one whose parameters are not all known (C-06).
 *        `why` is the reason of the latest answer that was not a grant, or a value.
 * Units: SIDs; `destination` is 0 in a security event.
 */
export interface Frame {
  source: number;
  destination: number;
  parameters: Value[];
  message: RecordValue;
  why: string;
  /** The audit level (C-31). */
  level: number;
  /** What the audit profiles have recorded of the event at hand. */
  recorded: Finding[];
}

export const makeFrame = (level: number): Frame => ({
  source: 0,
  destination: 0,
  parameters: [],
  message: emptyMessage,
  why: '',
  level,
  recorded: [],
});
