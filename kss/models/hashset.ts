import { byText } from '../../model/by-text.ts';
import type { Sid } from '../../model/ids.ts';
import type { Value } from '../../model/value.ts';
import { writeValue } from '../../model/write-value.ts';
import { bytesBy } from '../../model/writer.ts';
import type { Writer } from '../../model/writer.ts';
import type { ConfigurationFault, MethodSignature } from '../../solution/catalogue.ts';
import { booleanType, sidType, unknownType } from '../../solution/link/types.ts';
import type { PslType } from '../../solution/psl-type.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { denied, failed, granted, yielded } from '../security-model.ts';
import type { Ruled, SecurityModel, Yielded } from '../security-model.ts';
import { fieldOf, findSid } from '../values.ts';
import {
  configurationOf,
  keyFaults,
  onceForEach,
  parameterFaults,
  sizeFaults,
  sizeOf,
} from './configuration.ts';
import { findOfType, pslTypeOfType, typeFaults } from './entry-type.ts';
import type { Material } from './entry-type.ts';
import { dictionary } from './stateless.ts';

/** The tables in use, by SID; entries by their canonical bytes, with the value for views. */
export type Tables = ReadonlyMap<number, ReadonlyMap<string, Value>>;

/** Why a HashSet refuses or fails, in words. */
export const hashsetReasons = {
  noSid: 'the SID is out of range',
  bound: (sid: number) => `SID ${String(sid)} has a set already`,
  unbound: (sid: number) => `SID ${String(sid)} has no set`,
  noSet: 'the SID has no set',
  emptyPool: 'the pool is empty',
  full: 'the set is full',
  strangeEntry: 'the entry is not of the declared type',
} as const;

const keys = ['set_size', 'pool_size'];

const material: Material = {
  kinds: new Set(['integer', 'sid', 'boolean', 'tuple', 'dictionary']),
  inWords: 'entries are integers, Booleans, and dictionaries and tuples of them',
};

const check = (object: PolicyObject): readonly ConfigurationFault[] => {
  const { type, config } = configurationOf(object);
  const entry = type('Entry');
  return [
    ...parameterFaults(object, [['Entry']]),
    ...(entry === undefined ? [] : typeFaults(entry, material)),
    ...(config === undefined ? [] : [...keyFaults(config, keys), ...sizeFaults(config, keys)]),
  ];
};

/** The declared type of entries. */
export const entryType = onceForEach((object): PslType => {
  const type = configurationOf(object).type('Entry');
  return type === undefined ? unknownType : pslTypeOfType(type);
});

const bySid: MethodSignature = { argument: () => dictionary({ sid: sidType }), yields: 'rule' };

const entryArgument: MethodSignature['argument'] = (object) =>
  dictionary({ sid: sidType, entry: entryType(object) });

const byEntry: MethodSignature = { argument: entryArgument, yields: 'rule' };

const methods = new Map<string, MethodSignature>([
  ['init', bySid],
  ['fini', bySid],
  ['add', byEntry],
  ['remove', byEntry],
  ['contains', { argument: entryArgument, yields: () => booleanType }],
]);

const withTable = (
  tables: Tables,
  sid: number,
  table: ReadonlyMap<string, Value> | undefined,
): Tables => {
  const next = new Map(tables);
  if (table === undefined) next.delete(sid);
  else next.set(sid, table);
  return next;
};

/** Canonical bytes of an entry. */
export const keyOf = (entry: Value): string =>
  bytesBy((writer) => {
    writeValue(entry, writer);
  });

/** The entry, if it is of the declared type (C-28). */
const findEntry = (object: PolicyObject, argument: Value): Value | undefined =>
  findOfType(entryType(object), fieldOf(argument, 'entry'));

const change = (
  object: PolicyObject,
  tables: Tables,
  sid: number,
  table: ReadonlyMap<string, Value>,
  method: string,
  argument: Value,
): Ruled<Tables> => {
  const entry = findEntry(object, argument);
  if (entry === undefined) return failed(hashsetReasons.strangeEntry);
  const key = keyOf(entry);
  const isThere = table.has(key);
  if (isThere === (method === 'add')) return granted;
  if (method === 'remove') {
    const rest = new Map([...table].filter(([other]) => other !== key));
    return { kind: 'granted', next: withTable(tables, sid, rest) };
  }
  if (table.size >= sizeOf(object, 'set_size')) return denied(hashsetReasons.full);
  return { kind: 'granted', next: withTable(tables, sid, new Map([...table, [key, entry]])) };
};

const ruleOf = (
  object: PolicyObject,
  tables: Tables,
  method: string,
  argument: Value,
): Ruled<Tables> => {
  const sid = findSid(fieldOf(argument, 'sid'));
  if (sid === undefined) return denied(hashsetReasons.noSid);
  const table = tables.get(sid);
  if (method === 'init') {
    if (table !== undefined) return denied(hashsetReasons.bound(sid));
    if (tables.size >= sizeOf(object, 'pool_size')) return denied(hashsetReasons.emptyPool);
    return { kind: 'granted', next: withTable(tables, sid, new Map()) };
  }
  if (table === undefined) return denied(hashsetReasons.unbound(sid));
  if (method === 'fini') return { kind: 'granted', next: withTable(tables, sid, undefined) };
  return change(object, tables, sid, table, method, argument);
};

const contains = (object: PolicyObject, tables: Tables, argument: Value): Yielded => {
  const sid = findSid(fieldOf(argument, 'sid'));
  const table = sid === undefined ? undefined : tables.get(sid);
  if (table === undefined) return failed(hashsetReasons.noSet);
  const entry = findEntry(object, argument);
  if (entry === undefined) return failed(hashsetReasons.strangeEntry);
  return yielded(table.has(keyOf(entry)));
};

const encode = (tables: Tables, writer: Writer): void => {
  writer.word(tables.size);
  for (const [sid, table] of [...tables].sort(([left], [right]) => left - right)) {
    writer.word(sid);
    writer.word(table.size);
    for (const key of [...table.keys()].sort(byText)) writer.text(key);
  }
};

/**
 * HashSet: a set of entries for each SID, from a pool of tables.
 *
 * Source: KasperskyOS Community Edition help, "HashSet security model"; spec/models/hashset.md.
 */
export const hashset: SecurityModel<Tables> = {
  name: 'HashSet',
  package: 'nk.hashmap',
  implicitObject: undefined,
  methods,
  check,
  audit: [],
  initial: () => new Map(),
  rule: ruleOf,
  expression: (object, tables, _method, argument) => contains(object, tables, argument),
  release: (tables, sid: Sid) => (tables.has(sid) ? withTable(tables, sid, undefined) : tables),
  encode,
  // In the order of `encode`: equal states look equal.
  describe: (tables) =>
    Object.fromEntries(
      [...tables].map(([sid, table]) => [
        sid,
        [...table].sort(([left], [right]) => byText(left, right)).map(([, entry]) => entry),
      ]),
    ),
};
