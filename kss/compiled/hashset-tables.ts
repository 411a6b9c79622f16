import type { Value } from '../../model/value.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { findOfType } from '../models/entry-type.ts';
import { entryType, hashset, keyOf } from '../models/hashset.ts';
import type { Tables } from '../models/hashset.ts';
import type { RunningObject } from '../security-model.ts';
import { keyCodeOf } from './entry-key.ts';
import type { Key, KeyCode } from './entry-key.ts';
import { makeSnapshots } from './snapshots.ts';
import type { Undo, UndoLog } from './undo-log.ts';

/** Entries of one SID by their keys. */
export type Table = Map<Key, Value>;

/** The tables of a HashSet in use, by SID. */
export interface HashSetTables {
  readonly keyOf: KeyCode;
  readonly count: () => number;
  readonly tableOf: (sid: number) => Table | undefined;
  readonly open: (sid: number) => void;
  readonly drop: (sid: number, table: Table) => void;
  readonly put: (table: Table, key: Key, entry: Value) => void;
  readonly take: (table: Table, key: Key, entry: Value) => void;
  readonly snapshot: () => RunningObject;
  readonly restore: (snapshot: RunningObject) => void;
}

/** A table as the model keeps it. */
const frozen = (table: Table): ReadonlyMap<string, Value> =>
  new Map([...table.values()].map((entry) => [keyOf(entry), entry] as const));

export const makeHashSetTables = (log: UndoLog, object: PolicyObject): HashSetTables => {
  const type = entryType(object);
  const keyCode = keyCodeOf(type);
  const tables = new Map<number, Table>();
  const snapshots = makeSnapshots(
    hashset,
    object,
    (): Tables => new Map([...tables].map(([sid, table]) => [sid, frozen(table)])),
  );
  /** Makes a change, and notes how it is taken back. */
  const change = (make: () => unknown, undo: Undo): void => {
    const before = snapshots.current();
    make();
    snapshots.changed();
    log.note(() => {
      undo();
      snapshots.changed(before);
    });
  };
  return {
    keyOf: keyCode,
    count: () => tables.size,
    tableOf: (sid) => tables.get(sid),
    open: (sid) => {
      change(
        () => tables.set(sid, new Map()),
        () => tables.delete(sid),
      );
    },
    drop: (sid, table) => {
      change(
        () => tables.delete(sid),
        () => tables.set(sid, table),
      );
    },
    put: (table, key, entry) => {
      const kept = typeof key === 'number' ? entry : (findOfType(type, entry) ?? entry);
      change(
        () => table.set(key, kept),
        () => table.delete(key),
      );
    },
    take: (table, key, entry) => {
      change(
        () => table.delete(key),
        () => table.set(key, entry),
      );
    },
    snapshot: snapshots.take,
    restore: (snapshot) => {
      if (snapshot === snapshots.current()) return;
      tables.clear();
      for (const [sid, kept] of snapshots.read(snapshot)) {
        const table: Table = new Map();
        for (const entry of kept.values()) table.set(keyCode(entry) ?? keyOf(entry), entry);
        tables.set(sid, table);
      }
    },
  };
};
