import { absurd } from '../../model/defect.ts';
import type { MessageFault } from '../../model/security.ts';
import { isTagged } from '../../model/value.ts';
import type { RecordValue, UnionValue, Value } from '../../model/value.ts';
import type { DataType, MessageType, Parameter } from '../data-type.ts';
import { defaultOf } from './default.ts';
import { bytesFault, integerFault, textFault } from './text.ts';

/** A message with every parameter, in the order of their declaration, or what is wrong with it. */
export type Completed =
  | { readonly kind: 'complete'; readonly message: RecordValue }
  | { readonly kind: 'faulty'; readonly fault: MessageFault };

/** A checked value, or what is wrong with it. */
export type Checked =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'faulty'; readonly fault: MessageFault };

export const valid = (value: Value): Checked => ({ kind: 'value', value });
export const faulty = (path: string, why: string) =>
  ({ kind: 'faulty', fault: { path, why } }) as const;

/** Names of the types, for faults. */
const typeNames: Readonly<Record<DataType['kind'], string>> = {
  integer: 'an integer',
  string: 'a text',
  bytes: 'bytes',
  array: 'an array',
  sequence: 'a sequence',
  struct: 'a struct',
  union: 'a union',
  handle: 'a handle',
  unmodelled: 'an integer or a text',
};

const isRecord = (value: Value): value is RecordValue => isTagged(value) && value.kind === 'record';

const checked = (path: string, value: Value, fault: string | undefined): Checked =>
  fault === undefined ? valid(value) : faulty(path, fault);

/** Checks elements in order; the first fault ends it. */
export const checkElements = <Given>(
  path: string,
  given: readonly Given[],
  check: (element: Given, path: string) => Checked,
): Checked => {
  const elements: Value[] = [];
  for (const [index, element] of given.entries()) {
    const one = check(element, `${path}[${String(index)}]`);
    if (one.kind === 'faulty') return one;
    elements.push(one.value);
  }
  return valid(elements);
};

/** Why a number of elements does not fit; absent if it does. */
export const lengthFault = (
  type: Extract<DataType, { readonly kind: 'array' | 'sequence' }>,
  length: number,
): string | undefined => {
  if (type.kind === 'array') {
    return length === type.length
      ? undefined
      : `has ${String(length)} elements, not ${String(type.length)}`;
  }
  return length <= type.limit
    ? undefined
    : `has ${String(length)} elements, at most ${String(type.limit)} fit`;
};

/**
 * Checks fields against their declaration: omitted ones take their default, unknown ones are a
 * fault (C-10).
 */
export const checkFields = <Given>(
  path: string,
  declared: readonly Parameter[],
  given: ReadonlyMap<string, Given>,
  check: (type: DataType, value: Given, path: string) => Checked,
): Checked => {
  const fields = new Map<string, Value>();
  let found = 0;
  for (const { name, type } of declared) {
    const value = given.get(name);
    const at = path === '' ? name : `${path}.${name}`;
    const one = value === undefined ? valid(defaultOf(type)) : check(type, value, at);
    if (one.kind === 'faulty') return one;
    if (value !== undefined) found += 1;
    fields.set(name, one.value);
  }
  if (found === given.size) return valid({ kind: 'record', fields });
  const unknown = [...given.keys()].find((name) => !fields.has(name)) ?? '';
  return faulty(path === '' ? unknown : `${path}.${unknown}`, 'is not declared');
};

/** A union as such, or as a record of one field: PAL and programs write it so. */
const asUnion = (value: Value): UnionValue | undefined => {
  if (!isTagged(value)) return undefined;
  if (value.kind === 'union') return value;
  if (value.kind !== 'record' || value.fields.size !== 1) return undefined;
  const [entry] = value.fields;
  return entry === undefined ? undefined : { kind: 'union', member: entry[0], value: entry[1] };
};

const checkUnion = (
  type: Extract<DataType, { readonly kind: 'union' }>,
  value: Value,
  path: string,
): Checked => {
  const given = asUnion(value);
  if (given === undefined) return faulty(path, 'is not one member of the union');
  const member = type.members.find(({ name }) => name === given.member);
  if (member === undefined) return faulty(`${path}.${given.member}`, 'is not declared');
  const one = checkValue(member.type, given.value, `${path}.${given.member}`);
  return one.kind === 'faulty'
    ? one
    : valid({ kind: 'union', member: given.member, value: one.value });
};

const checkList = (
  type: Extract<DataType, { readonly kind: 'array' | 'sequence' }>,
  value: readonly Value[],
  path: string,
): Checked => {
  const fault = lengthFault(type, value.length);
  if (fault !== undefined) return faulty(path, fault);
  return checkElements(path, value, (element, at) => checkValue(type.element, element, at));
};

/** Checks one value against its type, and fills in what was omitted within it; `path` is for faults. */
export const checkValue = (type: DataType, value: Value, path: string): Checked => {
  const mismatch = (): Checked => faulty(path, `is not ${typeNames[type.kind]}`);
  switch (type.kind) {
    case 'integer':
      return typeof value === 'bigint'
        ? checked(path, value, integerFault(value, type))
        : mismatch();
    case 'string':
      return typeof value === 'string'
        ? checked(path, value, textFault(value, type.limit))
        : mismatch();
    case 'bytes':
      return isTagged(value) && value.kind === 'bytes'
        ? checked(path, value, bytesFault(value.hex, type.limit))
        : mismatch();
    case 'array':
    case 'sequence':
      return isList(value) ? checkList(type, value, path) : mismatch();
    case 'struct':
      return isRecord(value)
        ? checkFields(path, type.fields, value.fields, checkValue)
        : mismatch();
    case 'union':
      return checkUnion(type, value, path);
    case 'handle':
      return isTagged(value) && value.kind === 'handle'
        ? checked(path, value, integerFault(BigInt(value.rights), { bits: 32, signed: false }))
        : mismatch();
    case 'unmodelled':
      return isScalar(value) ? valid(value) : mismatch();
    default:
      return absurd(type);
  }
};

const isScalar = (value: Value): boolean => typeof value === 'bigint' || typeof value === 'string';

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** The parameters of a message; in an open one also those that are given, their types unknown (C-06). */
export const declaredFor = (
  { parameters, open }: MessageType,
  given: Iterable<string>,
): readonly Parameter[] => {
  if (!open) return parameters;
  const known = new Set(parameters.map(({ name }) => name));
  const more = [...given].filter((name) => !known.has(name));
  return [...parameters, ...more.map((name) => ({ name, type: unmodelled(name) }))];
};

const unmodelled = (name: string): DataType => ({ kind: 'unmodelled', name });

/** Turns checked fields into a message. */
export const completed = (fields: Checked): Completed => {
  if (fields.kind === 'faulty') return fields;
  return isRecord(fields.value)
    ? { kind: 'complete', message: fields.value }
    : { kind: 'faulty', fault: { path: '', why: 'is not a message' } };
};

/**
 * Checks a message against the parameters of one direction of a method (TYPE-1), and fills in what
 * was omitted. Total: whatever the values.
 */
export const completeMessage = (type: MessageType, given: RecordValue): Completed =>
  completed(checkFields('', declaredFor(type, given.fields.keys()), given.fields, checkValue));
