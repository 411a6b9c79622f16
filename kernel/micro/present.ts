import { isTagged, record } from '../../model/value.ts';
import type { HandleValue, RecordValue, Value } from '../../model/value.ts';
import type { ProcessId } from '../../model/ids.ts';
import { sidOf } from '../../model/ids.ts';
import { findHandle } from './handles.ts';
import type { Handles } from './handles.ts';

/** What the handles in a message come to; `foreign` is one that its sender does not hold. */
export type HandlesWithin = 'none' | 'own' | 'foreign';

const worse = (left: HandlesWithin, right: HandlesWithin): HandlesWithin =>
  left === 'foreign' || right === 'foreign' ? 'foreign' : left === 'own' ? left : right;

/** Whether a message carries handles, and whether its sender holds them all. */
export const handlesWithin = (handles: Handles, holder: ProcessId, value: Value): HandlesWithin => {
  const within = (inner: Value): HandlesWithin => handlesWithin(handles, holder, inner);
  if (typeof value !== 'object' || value === null) return 'none';
  if (!isTagged(value)) return value.map(within).reduce(worse, 'none');
  switch (value.kind) {
    case 'record':
      return [...value.fields.values()].map(within).reduce(worse, 'none');
    case 'union':
      return within(value.value);
    case 'localHandle':
      return findHandle(handles, holder, value.number) === undefined ? 'foreign' : 'own';
    case 'handle':
      return value.sid === 0 ? 'none' : 'foreign';
    case 'bytes':
      return 'none';
  }
};

const nullHandle: HandleValue = { kind: 'handle', sid: sidOf(0), rights: 0 };

const shown = (handles: Handles, holder: ProcessId, value: Value): Value => {
  const within = (inner: Value): Value => shown(handles, holder, inner);
  if (typeof value !== 'object' || value === null) return value;
  if (!isTagged(value)) return value.map(within);
  switch (value.kind) {
    case 'record':
      return present(handles, holder, value);
    case 'union':
      return { kind: 'union', member: value.member, value: within(value.value) };
    case 'localHandle': {
      const held = findHandle(handles, holder, value.number);
      if (held === undefined) return nullHandle;
      return { kind: 'handle', sid: held.sid, rights: (held.rights & value.rights) >>> 0 };
    }
    case 'handle':
    case 'bytes':
      return value;
  }
};

/** The message as the engine may see it: SIDs in place of the numbers of the holder's handles. */
export const present = (handles: Handles, holder: ProcessId, message: RecordValue): RecordValue =>
  record([...message.fields].map(([name, value]) => [name, shown(handles, holder, value)]));
