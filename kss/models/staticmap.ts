import type { Sid } from '../../model/ids.ts';
import type { Value } from '../../model/value.ts';
import { writeValue } from '../../model/write-value.ts';
import type { Writer } from '../../model/writer.ts';
import type { ConfigurationFault, MethodSignature } from '../../solution/catalogue.ts';
import { sidType, textType, unsignedType } from '../../solution/link/types.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { denied, failed, granted, yielded } from '../security-model.ts';
import type { Ruled, SecurityModel, Yielded } from '../security-model.ts';
import { fieldOf, findSid, isList } from '../values.ts';
import { entryOf, sizeOf, unknownFaults } from './configuration.ts';
import { findOfType } from './entry-type.ts';
import { checkStaticMap, defaultsOf, valueType } from './staticmap-configuration.ts';
import type { Table } from './staticmap-configuration.ts';
import { dictionary, either, listOf } from './stateless.ts';

/** The two tables of one SID: what `commit` took over, and what `set` changes. */
interface Tables {
  readonly base: Table;
  readonly working: Table;
}

type Pool = ReadonlyMap<number, Tables>;

const keyType = either(textType, listOf(unsignedType(8)));

const bySid: MethodSignature = { argument: () => dictionary({ sid: sidType }), yields: 'rule' };

/** A constant that is no key is of the right type, and yet never found (C-21). */
const checkKey = (object: PolicyObject, argument: Expression): readonly ConfigurationFault[] => {
  const key = entryOf(argument, 'key');
  if (key?.kind !== 'text') return [];
  const names = [{ text: key.value, at: key.at }];
  return unknownFaults(names, [...defaultsOf(object).keys()], 'key').map((one) => ({
    ...one,
    severity: 'warning',
  }));
};

const byKey: MethodSignature = {
  argument: () => dictionary({ sid: sidType, key: keyType }),
  yields: valueType,
  checkArgument: checkKey,
};

const methods = new Map<string, MethodSignature>([
  ['init', bySid],
  ['fini', bySid],
  [
    'set',
    {
      argument: (object) => dictionary({ sid: sidType, key: keyType, value: valueType(object) }),
      yields: 'rule',
      checkArgument: checkKey,
    },
  ],
  ['commit', bySid],
  ['rollback', bySid],
  ['get', byKey],
  ['get_uncommited', byKey],
]);

/** Why a StaticMap refuses what the rest of the engine asks about, in words. */
export const staticmapReasons = { emptyPool: 'the pool is empty' } as const;

const withTables = (pool: Pool, sid: number, tables: Tables): Ruled<Pool> => ({
  kind: 'granted',
  next: new Map([...pool, [sid, tables]]),
});

const without = (pool: Pool, sid: number): Pool =>
  new Map([...pool].filter(([other]) => other !== sid));

const init = (
  object: PolicyObject,
  pool: Pool,
  sid: number,
  tables: Tables | undefined,
): Ruled<Pool> => {
  if (tables !== undefined) return denied(`SID ${String(sid)} has a table already`);
  if (pool.size >= sizeOf(object, 'pool_size')) return denied(staticmapReasons.emptyPool);
  const defaults = defaultsOf(object);
  return withTables(pool, sid, { base: defaults, working: defaults });
};

/** A key of the table; absent for any other. A list of bytes is none: a config has texts alone. */
const findKey = (table: Table, key: Value | undefined): string | undefined =>
  typeof key === 'string' && table.has(key) ? key : undefined;

const isKey = (key: Value | undefined): boolean =>
  typeof key === 'string' || (key !== undefined && isList(key));

const set = (
  object: PolicyObject,
  pool: Pool,
  sid: number,
  { base, working }: Tables,
  argument: Value,
): Ruled<Pool> => {
  const given = fieldOf(argument, 'key');
  if (!isKey(given)) return failed('the key is neither a text nor a list');
  const value = findOfType(valueType(object), fieldOf(argument, 'value'));
  // C-28
  if (typeof value !== 'bigint') return failed('the value is not of the declared type');
  const key = findKey(working, given);
  if (key === undefined) return denied('there is no such key');
  if (working.get(key) === value) return granted;
  return withTables(pool, sid, { base, working: new Map(working).set(key, value) });
};

/** A rule on an unbound SID, an empty pool or an unknown key is refused (C-21). */
const ruleOf = (object: PolicyObject, pool: Pool, method: string, argument: Value): Ruled<Pool> => {
  const sid = findSid(fieldOf(argument, 'sid'));
  if (sid === undefined) return denied('the SID is out of range');
  const tables = pool.get(sid);
  if (method === 'init') return init(object, pool, sid, tables);
  if (tables === undefined) return denied(`SID ${String(sid)} has no table`);
  if (method === 'fini') return { kind: 'granted', next: without(pool, sid) };
  if (method === 'set') return set(object, pool, sid, tables, argument);
  const { base, working } = tables;
  if (base === working) return granted;
  return method === 'commit'
    ? withTables(pool, sid, { base: working, working })
    : withTables(pool, sid, { base, working: base });
};

const read = (pool: Pool, method: string, argument: Value): Yielded => {
  const sid = findSid(fieldOf(argument, 'sid'));
  const tables = sid === undefined ? undefined : pool.get(sid);
  if (tables === undefined) return failed('the SID has no table');
  const table = method === 'get' ? tables.base : tables.working;
  const key = findKey(table, fieldOf(argument, 'key'));
  const value = key === undefined ? undefined : table.get(key);
  return value === undefined ? failed('there is no such key') : yielded(value);
};

/** The keys are the object's, and always in its order. */
const encode = (pool: Pool, writer: Writer): void => {
  writer.word(pool.size);
  for (const [sid, { base, working }] of [...pool].sort(([left], [right]) => left - right)) {
    writer.word(sid);
    for (const value of [...base.values(), ...working.values()]) writeValue(value, writer);
  }
};

/**
 * StaticMap: for each SID a table of fixed keys, in a base and a working copy, from a pool.
 *
 * Source: KasperskyOS Community Edition help, "StaticMap security model"; spec/models/staticmap.md.
 */
export const staticmap: SecurityModel<Pool> = {
  name: 'StaticMap',
  package: 'nk.staticmap',
  implicitObject: undefined,
  methods,
  check: checkStaticMap,
  audit: [],
  initial: () => new Map(),
  rule: ruleOf,
  expression: (_object, pool, method, argument) => read(pool, method, argument),
  release: (pool, sid: Sid) => (pool.has(sid) ? without(pool, sid) : pool),
  encode,
  describe: (pool) =>
    Object.fromEntries(
      [...pool].map(([sid, { base, working }]) => [
        sid,
        { base: Object.fromEntries(base), working: Object.fromEntries(working) },
      ]),
    ),
};
