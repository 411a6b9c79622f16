import type { Value } from '../../model/value.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { sizeOf } from '../models/configuration.ts';
import { hashsetReasons } from '../models/hashset.ts';
import { yielded } from '../security-model.ts';
import { fieldOf, findSid } from '../values.ts';
import type { Frame } from './frame.ts';
import { makeHashSetTables } from './hashset-tables.ts';
import type { HashSetTables } from './hashset-tables.ts';
import { denied, failed, outcomes } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { Store } from './store.ts';
import type { UndoLog } from './undo-log.ts';

/** A HashSet's methods by SID; 0 is an SID out of range. */
interface HashSetMethods {
  readonly init: (sid: number) => Outcome;
  readonly fini: (sid: number) => Outcome;
  readonly add: (sid: number, entry: Value | undefined) => Outcome;
  readonly remove: (sid: number, entry: Value | undefined) => Outcome;
  readonly contains: (sid: number, entry: Value | undefined) => boolean | undefined;
}

export interface HashSetStore extends Store, HashSetMethods {
  readonly kind: 'hashset';
}

const methodsOf = (frame: Frame, tables: HashSetTables, object: PolicyObject): HashSetMethods => {
  const { tableOf, keyOf } = tables;
  const setSize = sizeOf(object, 'set_size');
  const poolSize = sizeOf(object, 'pool_size');
  const unbound = (sid: number): Outcome =>
    denied(frame, sid === 0 ? hashsetReasons.noSid : hashsetReasons.unbound(sid));
  return {
    init: (sid) => {
      if (sid === 0) return denied(frame, hashsetReasons.noSid);
      if (tableOf(sid) !== undefined) return denied(frame, hashsetReasons.bound(sid));
      if (tables.count() >= poolSize) return denied(frame, hashsetReasons.emptyPool);
      tables.open(sid);
      return outcomes.granted;
    },
    fini: (sid) => {
      const table = tableOf(sid);
      if (table === undefined) return unbound(sid);
      tables.drop(sid, table);
      return outcomes.granted;
    },
    add: (sid, entry) => {
      const table = tableOf(sid);
      if (table === undefined) return unbound(sid);
      const key = keyOf(entry);
      if (key === undefined || entry === undefined) {
        return failed(frame, hashsetReasons.strangeEntry);
      }
      if (table.has(key)) return outcomes.granted;
      if (table.size >= setSize) return denied(frame, hashsetReasons.full);
      tables.put(table, key, entry);
      return outcomes.granted;
    },
    remove: (sid, entry) => {
      const table = tableOf(sid);
      if (table === undefined) return unbound(sid);
      const key = keyOf(entry);
      if (key === undefined) return failed(frame, hashsetReasons.strangeEntry);
      const kept = table.get(key);
      if (kept !== undefined) tables.take(table, key, kept);
      return outcomes.granted;
    },
    contains: (sid, entry) => {
      const table = tableOf(sid);
      const key = table === undefined ? undefined : keyOf(entry);
      if (table !== undefined && key !== undefined) return table.has(key);
      frame.why = table === undefined ? hashsetReasons.noSet : hashsetReasons.strangeEntry;
      return undefined;
    },
  };
};

const sidIn = (argument: Value): number => findSid(fieldOf(argument, 'sid')) ?? 0;
const entryIn = (argument: Value): Value | undefined => fieldOf(argument, 'entry');

export const makeHashSetStore = (
  frame: Frame,
  log: UndoLog,
  object: PolicyObject,
): HashSetStore => {
  const tables = makeHashSetTables(log, object);
  const methods = methodsOf(frame, tables, object);
  const { init, fini, add, remove, contains } = methods;
  return {
    kind: 'hashset',
    ...methods,
    rule: (method, argument) => {
      const sid = sidIn(argument);
      if (method === 'init') return init(sid);
      if (method === 'fini') return fini(sid);
      return method === 'add' ? add(sid, entryIn(argument)) : remove(sid, entryIn(argument));
    },
    expression: (_method, argument) => contains(sidIn(argument), entryIn(argument)),
    fitsCase: (_method, value, when) => yielded(value === when),
    omits: () => false,
    release: (sid) => {
      const table = tables.tableOf(sid);
      if (table !== undefined) tables.drop(sid, table);
    },
    snapshot: tables.snapshot,
    restore: tables.restore,
  };
};
