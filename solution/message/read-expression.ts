import { absurd } from '../../model/defect.ts';
import type { Sid } from '../../model/ids.ts';
import type { Span } from '../../model/span.ts';
import { record } from '../../model/value.ts';
import type { RecordValue, Value } from '../../model/value.ts';
import type { DataType, MessageType, Parameter } from '../data-type.ts';
import { calculate } from '../syntax/calculate.ts';
import type { BinaryOperator, Entry, Expression } from '../syntax/tree/expression.ts';
import { declaredFor, lengthFault } from './complete.ts';
import { bytesFault, integerFault, textFault } from './text.ts';

/** What is wrong with a message as written, and where. */
export interface WrittenFault {
  readonly at: Span;
  readonly why: string;
}

/** The SID for which a name stands where a handle is asked for (C-12). */
type SidOf = (name: string) => Sid;

interface Reading {
  readonly sidOf: SidOf;
  readonly faults: WrittenFault[];
}

const faulty = ({ faults }: Reading, at: Span, why: string): Value | undefined => {
  faults.push({ at, why });
  return undefined;
};

const valid = (
  reading: Reading,
  at: Span,
  value: Value,
  why: string | undefined,
): Value | undefined => (why === undefined ? value : faulty(reading, at, why));

const foldable: readonly BinaryOperator[] = ['+', '-', '*', '|', '&'];

/** The integer that constants and their signs, sums and products are; absent if they are none. */
export const findConstant = (expression: Expression): bigint | undefined => {
  if (expression.kind === 'integer') return expression.value;
  if (expression.kind === 'unary') {
    const operand = expression.operator === '-' ? findConstant(expression.operand) : undefined;
    return operand === undefined ? undefined : -operand;
  }
  if (expression.kind !== 'binary') return undefined;
  const [left, right] = [findConstant(expression.left), findConstant(expression.right)];
  if (left === undefined || right === undefined) return undefined;
  const { operator } = expression;
  return foldable.includes(operator) ? calculate(operator, left, right) : undefined;
};

/** 64 bits may be written as decimal text. */
const findInteger = (expression: Expression, bits: number): bigint | undefined =>
  expression.kind === 'text' && bits === 64 && /^-?[0-9]{1,100}$/.test(expression.value)
    ? BigInt(expression.value)
    : findConstant(expression);

const readInteger = (
  reading: Reading,
  type: Extract<DataType, { readonly kind: 'integer' }>,
  expression: Expression,
): Value | undefined => {
  const value = findInteger(expression, type.bits);
  if (value === undefined) return faulty(reading, expression.at, 'this is not an integer');
  return valid(reading, expression.at, value, integerFault(value, type));
};

const readText = (reading: Reading, limit: number, expression: Expression): Value | undefined => {
  const { at } = expression;
  if (expression.kind !== 'text') return faulty(reading, at, 'this is not a text');
  return valid(reading, at, expression.value, textFault(expression.value, limit));
};

const readBytes = (reading: Reading, limit: number, expression: Expression): Value | undefined => {
  const { at } = expression;
  if (expression.kind !== 'text')
    return faulty(reading, at, 'bytes are written as hexadecimal text');
  const value: Value = { kind: 'bytes', hex: expression.value };
  return valid(reading, at, value, bytesFault(expression.value, limit));
};

const readList = (
  reading: Reading,
  type: Extract<DataType, { readonly kind: 'array' | 'sequence' }>,
  expression: Expression,
): Value | undefined => {
  const { at } = expression;
  if (expression.kind !== 'list') return faulty(reading, at, 'this is not a list');
  const fault = lengthFault(type, expression.elements.length);
  if (fault !== undefined) return faulty(reading, at, `this ${fault}`);
  return expression.elements
    .map((element) => readValue(reading, type.element, element))
    .filter((value) => value !== undefined);
};

const readFields = (
  reading: Reading,
  declared: readonly Parameter[],
  entries: readonly Entry[],
): RecordValue => {
  const given = new Map(entries.map((entry) => [entry.key.text, entry]));
  for (const { key } of entries) {
    if (!declared.some(({ name }) => name === key.text)) {
      faulty(reading, key.at, `"${key.text}" is not declared`);
    } else if (given.get(key.text)?.key !== key) {
      faulty(reading, key.at, `"${key.text}" stands here twice`);
    }
  }
  return record(
    declared.flatMap(({ name, type }) => {
      const entry = given.get(name);
      const value = entry === undefined ? undefined : readValue(reading, type, entry.value);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
};

const readUnion = (
  reading: Reading,
  type: Extract<DataType, { readonly kind: 'union' }>,
  expression: Expression,
): Value | undefined => {
  const { at } = expression;
  const [entry, ...rest] = expression.kind === 'dictionary' ? expression.entries : [];
  if (entry === undefined || rest.length > 0) {
    return faulty(reading, at, 'a union is written as a dictionary of one member');
  }
  const member = type.members.find(({ name }) => name === entry.key.text);
  if (member === undefined)
    return faulty(reading, entry.key.at, `"${entry.key.text}" is no member`);
  const value = readValue(reading, member.type, entry.value);
  return value === undefined ? undefined : { kind: 'union', member: member.name, value };
};

/** A name as a text or as it stands, with dots or without. */
const findName = (expression: Expression | undefined): string | undefined => {
  if (expression?.kind === 'variable') return expression.name;
  if (expression?.kind === 'field') {
    const outer = findName(expression.of);
    return outer === undefined ? undefined : `${outer}.${expression.field.text}`;
  }
  return expression?.kind === 'text' ? expression.value : undefined;
};

const readHandle = (reading: Reading, expression: Expression): Value | undefined => {
  const { at } = expression;
  const entries = expression.kind === 'dictionary' ? expression.entries : [];
  const entryOf = (key: string): Expression | undefined =>
    entries.find((entry) => entry.key.text === key)?.value;
  const other = entries.find(({ key }) => key.text !== 'handle' && key.text !== 'rights');
  if (other !== undefined) return faulty(reading, other.key.at, 'a handle has handle and rights');
  const name = findName(expression.kind === 'dictionary' ? entryOf('handle') : expression);
  if (name === undefined) return faulty(reading, at, 'a handle is written as a name');
  const rights = entryOf('rights');
  const mask = rights === undefined ? 0n : findConstant(rights);
  if (mask === undefined || mask < 0n || mask > 0xffff_ffffn) {
    return faulty(reading, rights?.at ?? at, 'rights are a UInt32');
  }
  return { kind: 'handle', sid: reading.sidOf(name), rights: Number(mask) };
};

const readScalar = (reading: Reading, expression: Expression): Value | undefined =>
  expression.kind === 'text'
    ? expression.value
    : (findConstant(expression) ??
      faulty(reading, expression.at, 'this is neither an integer nor a text'));

const readValue = (reading: Reading, type: DataType, expression: Expression): Value | undefined => {
  switch (type.kind) {
    case 'integer':
      return readInteger(reading, type, expression);
    case 'string':
      return readText(reading, type.limit, expression);
    case 'bytes':
      return readBytes(reading, type.limit, expression);
    case 'array':
    case 'sequence':
      return readList(reading, type, expression);
    case 'struct':
      return expression.kind === 'dictionary'
        ? readFields(reading, type.fields, expression.entries)
        : faulty(reading, expression.at, 'this is not a dictionary');
    case 'union':
      return readUnion(reading, type, expression);
    case 'handle':
      return readHandle(reading, expression);
    case 'unmodelled':
      return readScalar(reading, expression);
    default:
      return absurd(type);
  }
};

/** A message as tests and requests write it: what is omitted or faulty is left out. */
export interface WrittenMessage {
  readonly message: RecordValue;
  readonly faults: readonly WrittenFault[];
}

/** Reads the PSL form of a message: a dictionary of constants. Total: whatever the expression. */
export const readWrittenMessage = (
  type: MessageType,
  expression: Expression | undefined,
  sidOf: SidOf,
): WrittenMessage => {
  const reading: Reading = { sidOf, faults: [] };
  const entries = expression?.kind === 'dictionary' ? expression.entries : [];
  if (expression !== undefined && expression.kind !== 'dictionary') {
    faulty(reading, expression.at, 'a message is a dictionary');
  }
  const names = entries.map(({ key }) => key.text);
  const message = readFields(reading, declaredFor(type, names), entries);
  return { message, faults: reading.faults };
};
