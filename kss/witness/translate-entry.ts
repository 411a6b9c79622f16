import { record } from '../../model/value.ts';
import type { Value } from '../../model/value.ts';
import type { Call } from '../../solution/syntax/tree/expression.ts';
import { formatValue } from '../../solution/message/format.ts';
import { objectOf } from '../event-environment.ts';
import { fieldOf, isList, isRecord } from '../values.ts';
import { all, always, any, constant, isEqual, never, not } from './bits.ts';
import type { Condition, IntegerTerm } from './bits.ts';
import { boolean, failure, knownOf } from './translated.ts';
import type { Ground, Translated } from './translated.ts';

/** The entry about which a HashSet is asked, whose it is, and what the set has. */
interface AskedEntry {
  readonly sid: Value;
  readonly entry: Translated;
  readonly entries: readonly Value[] | undefined;
}

const askedEntry = (call: Call, argument: Translated, ground: Ground): AskedEntry | undefined => {
  if (argument.kind !== 'fields') return undefined;
  const [sid, entry] = [argument.fields.get('sid'), argument.fields.get('entry')];
  const known = sid === undefined ? undefined : knownOf(sid);
  if (known === undefined || entry === undefined) return undefined;
  return { sid: known, entry, entries: ground.entriesOf(objectOf(call), known) };
};

/** All of some values, if none is missing. */
const wholeOf = (values: readonly (Value | undefined)[]): readonly Value[] | undefined => {
  const found = values.filter((one) => one !== undefined);
  return found.length === values.length ? found : undefined;
};

/** An entry in which each integer that is open is picked; absent for a condition that is open. */
const entryWith = (entry: Translated, pick: (term: IntegerTerm) => bigint): Value | undefined => {
  switch (entry.kind) {
    case 'value':
      return entry.value;
    case 'integer':
      return pick(entry.term);
    case 'boolean':
      return entry.holds.kind === 'constant' ? entry.holds.holds : undefined;
    case 'list':
      return wholeOf(entry.elements.map((one) => entryWith(one, pick)));
    case 'fields': {
      const fields = [...entry.fields].flatMap(([name, one]) => {
        const value = entryWith(one, pick);
        return value === undefined ? [] : [[name, value] as const];
      });
      return fields.length === entry.fields.size ? record(fields) : undefined;
    }
  }
};

/** When an entry equals a known one; absent where the two are not of one form. */
const equals = (entry: Translated, known: Value): Condition | undefined => {
  switch (entry.kind) {
    case 'value':
      return entry.value === known ? always : never;
    case 'integer':
      return typeof known === 'bigint' ? isEqual(entry.term, constant(known)) : undefined;
    case 'boolean':
      return undefined;
    case 'list': {
      if (!isList(known) || known.length !== entry.elements.length) return undefined;
      const parts = entry.elements.flatMap((one, index) => equals(one, known[index] ?? null) ?? []);
      return parts.length === known.length ? all(parts) : undefined;
    }
    case 'fields': {
      const parts = [...entry.fields].flatMap(([name, one]) => {
        const field = fieldOf(known, name);
        return (field === undefined ? undefined : equals(one, field)) ?? [];
      });
      return isRecord(known) && parts.length === known.fields.size ? all(parts) : undefined;
    }
  }
};

const isAmong = (entry: Translated, entries: readonly Value[]): Condition | undefined => {
  const parts = entries.flatMap((one) => equals(entry, one) ?? []);
  return parts.length === entries.length ? any(parts) : undefined;
};

const argumentOf = (sid: Value, entry: Value): Value =>
  record([
    ['sid', sid],
    ['entry', entry],
  ]);

/** The entries at both ends of every interval: if they are of the declared type, so are all between. */
const ends = (entry: Translated): readonly Value[] | undefined =>
  wholeOf([entryWith(entry, ({ least }) => least), entryWith(entry, ({ most }) => most)]);

/** The entry is in the set if it equals one of the set's; not decided if it may be no entry (C-28). */
export const containsEntry = (
  call: Call,
  argument: Translated,
  ground: Ground,
): Translated | undefined => {
  const asked = askedEntry(call, argument, ground);
  if (asked === undefined) return undefined;
  const { sid, entry, entries } = asked;
  if (entries === undefined) return failure;
  const answers = ends(entry)?.map((end) => ground.ask(call, argumentOf(sid, end)));
  if (answers?.every(({ kind }) => kind === 'value') !== true) return undefined;
  const among = isAmong(entry, entries);
  return among === undefined ? undefined : boolean(among, argument.fails);
};

/** An entry that the set does not have: one more is tried than it has. */
const findOther = (entry: Translated, entries: readonly Value[]): Value | undefined => {
  const known = new Set(entries.map(formatValue));
  for (let step = 0n; step <= BigInt(entries.length); step += 1n) {
    const value = entryWith(entry, ({ least, most }) =>
      least + step < most ? least + step : most,
    );
    if (value !== undefined && !known.has(formatValue(value))) return value;
  }
  return undefined;
};

/** `add` and `remove` answer alike for all entries of the set, and for all others. */
export const changesEntry = (
  call: Call,
  argument: Translated,
  ground: Ground,
): Translated | undefined => {
  const asked = askedEntry(call, argument, ground);
  if (asked === undefined) return undefined;
  const { sid, entry, entries = [] } = asked;
  const answer = (value: Value) => ground.askRule(call, argumentOf(sid, value));
  if (ends(entry)?.every((end) => answer(end) !== 'failed') !== true) return undefined;
  const [one] = entries;
  const other = findOther(entry, entries);
  const among = isAmong(entry, entries);
  if (among === undefined || other === undefined) return undefined;
  const granted = (value: Value): Condition => (answer(value) === 'true' ? always : never);
  const ofMember = one === undefined ? never : granted(one);
  return boolean(any([all([among, ofMember]), all([not(among), granted(other)])]), argument.fails);
};

/** `set` of StaticMap answers alike for all values of the declared type: what it is given, it keeps. */
export const setsValue = (
  call: Call,
  argument: Translated,
  ground: Ground,
): Translated | undefined => {
  if (argument.kind !== 'fields') return undefined;
  const others = [...argument.fields].filter(([name]) => name !== 'value');
  const isOpen = others.some(([, one]) => knownOf(one) === undefined);
  const answers = wholeOf([
    entryWith(argument, ({ least }) => least),
    entryWith(argument, ({ most }) => most),
  ])?.map((one) => ground.askRule(call, one));
  const [first, ...more] = answers ?? [];
  if (isOpen || first === undefined || first === 'failed') return undefined;
  if (more.some((one) => one !== first)) return undefined;
  return boolean(first === 'true' ? always : never, argument.fails);
};
