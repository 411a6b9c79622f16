import { absurd } from '../../model/defect.ts';
import type { Sid } from '../../model/ids.ts';
import type { DataType, MessageType } from '../data-type.ts';
import {
  checkElements,
  checkFields,
  completed,
  declaredFor,
  faulty,
  lengthFault,
  valid,
} from './complete.ts';
import type { Checked, Completed } from './complete.ts';
import { bytesFault, integerFault, textFault } from './text.ts';

/** The SID of the subject or object that a name stands for (C-12). */
export type HandleSid = (name: string) => Sid;

type Reader = (type: DataType, json: unknown, path: string) => Checked;

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const isList = (json: unknown): json is readonly unknown[] => Array.isArray(json);

const fieldsOf = (json: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> =>
  new Map(Object.keys(json).map((name) => [name, json[name]]));

/** The integer that JSON stands for; a text for 64 bits only, and no unsafe number (C-10). */
const findInteger = (json: unknown, bits: number): bigint | undefined => {
  if (typeof json === 'number') return Number.isSafeInteger(json) ? BigInt(json) : undefined;
  const isText = typeof json === 'string' && bits === 64 && /^-?[0-9]{1,100}$/.test(json);
  return isText ? BigInt(json) : undefined;
};

const readInteger = (
  type: Extract<DataType, { readonly kind: 'integer' }>,
  json: unknown,
  path: string,
): Checked => {
  const value = findInteger(json, type.bits);
  if (value === undefined) return faulty(path, 'is not an integer');
  const fault = integerFault(value, type);
  return fault === undefined ? valid(value) : faulty(path, fault);
};

/** A value whose type is not known: an integer or a text as JSON writes them. */
const readScalar = (json: unknown, path: string): Checked => {
  if (typeof json === 'string') return valid(json);
  return Number.isSafeInteger(json) && typeof json === 'number'
    ? valid(BigInt(json))
    : faulty(path, 'is neither an integer nor a text');
};

const readText = (json: unknown, limit: number, path: string): Checked => {
  if (typeof json !== 'string') return faulty(path, 'is not a text');
  const fault = textFault(json, limit);
  return fault === undefined ? valid(json) : faulty(path, fault);
};

const readBytes = (json: unknown, limit: number, path: string): Checked => {
  if (typeof json !== 'string') return faulty(path, 'is not hexadecimal text');
  const fault = bytesFault(json, limit);
  return fault === undefined ? valid({ kind: 'bytes', hex: json }) : faulty(path, fault);
};

const readHandle = (json: unknown, path: string, handleSid: HandleSid): Checked => {
  if (!isObject(json)) return faulty(path, 'is not a handle');
  const { handle, rights = 0, ...rest } = fieldsOfHandle(json);
  if (typeof handle !== 'string') return faulty(`${path}.handle`, 'is not a text');
  const mask = typeof rights === 'number' && Number.isInteger(rights) ? rights : -1;
  if (mask < 0 || mask > 0xffff_ffff) return faulty(`${path}.rights`, 'is not a UInt32');
  if (rest.unknown !== undefined) return faulty(`${path}.${rest.unknown}`, 'is not declared');
  return valid({ kind: 'handle', sid: handleSid(handle), rights: mask });
};

const fieldsOfHandle = (json: Readonly<Record<string, unknown>>) => ({
  handle: Object.hasOwn(json, 'handle') ? json['handle'] : undefined,
  rights: Object.hasOwn(json, 'rights') ? json['rights'] : undefined,
  unknown: Object.keys(json).find((key) => key !== 'handle' && key !== 'rights'),
});

const readUnion = (
  type: Extract<DataType, { readonly kind: 'union' }>,
  json: unknown,
  path: string,
  read: Reader,
): Checked => {
  const keys = isObject(json) ? Object.keys(json) : [];
  const [key] = keys;
  if (!isObject(json) || key === undefined || keys.length !== 1) {
    return faulty(path, 'does not have exactly one member');
  }
  const member = type.members.find(({ name }) => name === key);
  if (member === undefined) return faulty(`${path}.${key}`, 'is not declared');
  const one = read(member.type, json[key], `${path}.${key}`);
  return one.kind === 'faulty' ? one : valid({ kind: 'union', member: key, value: one.value });
};

const reader = (handleSid: HandleSid): Reader => {
  const read: Reader = (type, json, path) => {
    switch (type.kind) {
      case 'integer':
        return readInteger(type, json, path);
      case 'string':
        return readText(json, type.limit, path);
      case 'bytes':
        return readBytes(json, type.limit, path);
      case 'array':
      case 'sequence': {
        if (!isList(json)) return faulty(path, 'is not a list');
        const fault = lengthFault(type, json.length);
        if (fault !== undefined) return faulty(path, fault);
        return checkElements(path, json, (element, at) => read(type.element, element, at));
      }
      case 'struct':
        return isObject(json)
          ? checkFields(path, type.fields, fieldsOf(json), read)
          : faulty(path, 'is not an object');
      case 'union':
        return readUnion(type, json, path, read);
      case 'handle':
        return readHandle(json, path, handleSid);
      case 'unmodelled':
        return readScalar(json, path);
      default:
        return absurd(type);
    }
  };
  return read;
};

/** Reads the JSON form of a message. Total: whatever the JSON. */
export const readJsonMessage = (
  type: MessageType,
  json: unknown,
  handleSid: HandleSid,
): Completed => {
  if (!isObject(json)) return faulty('', 'is not an object');
  const fields = fieldsOf(json);
  return completed(checkFields('', declaredFor(type, fields.keys()), fields, reader(handleSid)));
};
