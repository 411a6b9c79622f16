import type { HandleId, Sid } from './ids.ts';

/**
 * One value of a message, and of a PSL expression.
 *
 * Shape: integers of every width are `bigint`; text is a `string`; `null` is the unit value `()`;
 *        arrays, sequences, lists, sets and tuples are arrays; the other kinds are tagged.
 */
export type Value = bigint | string | boolean | null | readonly Value[] | TaggedValue;

export type TaggedValue = RecordValue | UnionValue | HandleValue | LocalHandle | BytesValue;

/** A struct, a dictionary, or the parameters of one message, in the order of their declaration. */
export interface RecordValue {
  readonly kind: 'record';
  readonly fields: ReadonlyMap<string, Value>;
}

/** A union: the one member that is present. */
export interface UnionValue {
  readonly kind: 'union';
  readonly member: string;
  readonly value: Value;
}

/**
 * A handle as the security engine sees it: the object's SID in place of the number.
 *
 * Units: `rights` is a 32-bit mask.
 */
export interface HandleValue {
  readonly kind: 'handle';
  readonly sid: Sid;
  readonly rights: number;
}

/**
 * A handle as its holder names it: the number in its own table, and the rights that it lends.
 * Occurs in what programs send and get; the kernel replaces it before anything is judged.
 *
 * Shape: a sender may name a `badge` of its own to mark the transfer. A receiver that gets a
 *        descendant of a handle of its own back sees that one's number, the rights of the handle that
 *        was sent, and the `context` of its badge: it is dereferenced.
 * Units: `rights` is a 32-bit mask.
 */
export interface LocalHandle {
  readonly kind: 'localHandle';
  readonly number: HandleId;
  readonly rights: number;
  readonly badge?: HandleId;
  readonly context?: bigint;
}

/** Bytes, as lower-case hexadecimal digits, two a byte. */
export interface BytesValue {
  readonly kind: 'bytes';
  readonly hex: string;
}

export const record = (fields: Iterable<readonly [string, Value]>): RecordValue => ({
  kind: 'record',
  fields: new Map(fields),
});

/** The message without parameters. */
export const emptyMessage: RecordValue = record([]);

/** True for a value that carries a `kind`. */
export const isTagged = (value: Value): value is TaggedValue =>
  typeof value === 'object' && value !== null && 'kind' in value;
