import type { PslType } from '../psl-type.ts';
import { integerType, scalarKind, sidType, unknownType } from './types.ts';

/** Can values of the type be compared? */
export const isScalar = (type: PslType): boolean => {
  if (type.kind === 'either') return type.of.every(isScalar);
  return type.kind === 'unknown' || type.kind === 'literals' || scalarKind(type) !== undefined;
};

/** What can be read of a handle: by a policy, and by the program that holds it. */
const handleFields = {
  handle: new Map([
    ['handle', sidType],
    ['rights', integerType],
  ]),
  localHandle: new Map([
    ['rights', integerType],
    ['context', integerType],
  ]),
} as const;

const isHandle = (type: PslType): type is PslType & { readonly kind: keyof typeof handleFields } =>
  type.kind in handleFields;

/** The type of a field; absent if the type has none of that name. */
export const findField = (type: PslType, field: string): PslType | undefined => {
  if (type.kind === 'unknown') return unknownType;
  if (type.kind === 'dictionary') return type.fields.get(field);
  if (type.kind === 'either') {
    const found = type.of.map((one) => findField(one, field));
    const known = found.filter((one) => one !== undefined);
    return known.length === found.length ? { kind: 'either', of: known } : undefined;
  }
  if (!isHandle(type)) return undefined;
  return handleFields[type.kind].get(field);
};

/** Fields that may have been meant. */
export const fieldNames = (type: PslType): readonly string[] => {
  if (type.kind === 'dictionary') return [...type.fields.keys()];
  return isHandle(type) ? [...handleFields[type.kind].keys()] : [];
};

/** The type of the elements, whichever; absent if the type has none. */
export const findElement = (type: PslType): PslType | undefined => {
  if (type.kind === 'unknown') return unknownType;
  if (type.kind === 'list') return type.element;
  if (type.kind === 'tuple') return { kind: 'either', of: type.elements };
  if (type.kind !== 'either') return undefined;
  const known = type.of.map(findElement).filter((one) => one !== undefined);
  return known.length === type.of.length ? { kind: 'either', of: known } : undefined;
};

/** The texts that a type lists. */
export const textsOf = (type: PslType): readonly string[] => {
  if (type.kind === 'either') return type.of.flatMap(textsOf);
  return type.kind === 'literals' ? type.values.filter((one) => typeof one === 'string') : [];
};
