import type { PslType } from '../../solution/psl-type.ts';
import type { Value } from '../../model/value.ts';
import type { Ruled, Yielded } from '../security-model.ts';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const isWhole = (number: unknown): boolean => Number.isSafeInteger(number) && Number(number) >= 0;

const isTaggedValue = (value: Fields): boolean => {
  const { kind, fields, member, value: inner, sid, rights, hex } = value;
  switch (kind) {
    case 'record':
      return (
        fields instanceof Map &&
        [...(fields as ReadonlyMap<unknown, unknown>)].every(
          ([name, one]) => typeof name === 'string' && isValue(one),
        )
      );
    case 'union':
      return typeof member === 'string' && isValue(inner);
    case 'handle':
      return isWhole(sid) && isWhole(rights);
    case 'bytes':
      return typeof hex === 'string' && /^(?:[0-9a-f]{2})*$/.test(hex);
    default:
      return false;
  }
};

/** Is it a value of an expression? A number is none: integers are `bigint`. */
const isValue = (value: unknown): value is Value => {
  if (value === null || ['bigint', 'string', 'boolean'].includes(typeof value)) return true;
  if (Array.isArray(value)) return value.every(isValue);
  return isObject(value) && isTaggedValue(value);
};

const isRefusal = ({ kind, why }: Fields): boolean =>
  (kind === 'denied' || kind === 'failed') && typeof why === 'string';

/** Is it an answer of a rule? */
export const isRuled = (answer: unknown): answer is Ruled<unknown> =>
  isObject(answer) && (answer['kind'] === 'granted' || isRefusal(answer));

/** Is it an answer of an expression method? */
export const isYielded = (answer: unknown): answer is Yielded => {
  if (!isObject(answer)) return false;
  if (answer['kind'] === 'value') return isValue(answer['value']);
  return answer['kind'] === 'failed' && typeof answer['why'] === 'string';
};

const isWidth = (width: unknown): boolean =>
  width === undefined ||
  (isObject(width) && isWhole(width['bits']) && typeof width['signed'] === 'boolean');

const areTypes = (types: unknown): boolean => Array.isArray(types) && types.every(isType);

/** Is it a type of PSL, in the form of solution/psl-type.ts? */
export const isType = (type: unknown): type is PslType => {
  if (!isObject(type)) return false;
  switch (type['kind']) {
    case 'integer':
      return isWidth(type['width']) && [undefined, 'fitting'].some((one) => one === type['takes']);
    case 'text':
    case 'boolean':
    case 'unit':
    case 'sid':
    case 'handle':
    case 'unreadable':
    case 'unknown':
      return true;
    case 'literals':
      return (
        Array.isArray(type['values']) &&
        type['values'].every((one) => typeof one === 'string' || typeof one === 'bigint')
      );
    case 'dictionary':
      return (
        type['fields'] instanceof Map &&
        areTypes([...(type['fields'] as ReadonlyMap<unknown, unknown>).values()])
      );
    case 'list':
      return isType(type['element']);
    case 'tuple':
      return areTypes(type['elements']);
    case 'either':
      return areTypes(type['of']);
    default:
      return false;
  }
};

/** Is it a list of texts? */
export const areTexts = (values: unknown): values is readonly string[] =>
  Array.isArray(values) && values.every((one) => typeof one === 'string');
