import { record } from '../../model/value.ts';
import type { Value } from '../../model/value.ts';
import type { ConfigurationFault } from '../../solution/catalogue.ts';
import { signedType, unknownType, unsignedType } from '../../solution/link/types.ts';
import { integerFault } from '../../solution/message/text.ts';
import { hintNearest } from '../../solution/nearest.ts';
import type { PslType } from '../../solution/psl-type.ts';
import type { TypeExpression } from '../../solution/syntax/tree/psl.ts';
import { greatestSid, isList, isRecord } from '../values.ts';
import { fault, twiceFaults } from './configuration.ts';

/** The types that a policy names by one word. */
const named: ReadonlyMap<string, PslType> = new Map<string, PslType>([
  ...[8, 16, 32, 64].flatMap((bits) => [
    [`UInt${String(bits)}`, unsignedType(bits)] as const,
    [`SInt${String(bits)}`, signedType(bits)] as const,
  ]),
  ['Unsigned', unsignedType(64)],
  ['Signed', signedType(64)],
  ['Number', { kind: 'integer' }],
  ['Sid', { kind: 'sid' }],
  ['Handle', { kind: 'sid' }],
  ['Boolean', { kind: 'boolean' }],
  ['Text', { kind: 'text' }],
]);

/** What a model lets its entries or values be made of. */
export interface Material {
  readonly kinds: ReadonlySet<PslType['kind']>;
  /** The same in words. */
  readonly inWords: string;
}

const nameFaults = (
  { name, of, at }: Extract<TypeExpression, { readonly kind: 'named' }>,
  { kinds, inWords }: Material,
): readonly ConfigurationFault[] => {
  const type = of.length === 0 ? named.get(name.text) : undefined;
  if (type !== undefined && kinds.has(type.kind)) return [];
  const allowed = [...named].filter(([, { kind }]) => kinds.has(kind)).map(([word]) => word);
  const hint = type === undefined && of.length === 0 ? hintNearest(name.text, allowed) : {};
  return [{ ...fault(at, `"${name.text}" cannot stand here: ${inWords}`), ...hint }];
};

/** What is wrong with a type that a model's entries or values are declared to have. */
export const typeFaults = (
  type: TypeExpression,
  material: Material,
): readonly ConfigurationFault[] => {
  const { kinds, inWords } = material;
  const within = (parts: readonly TypeExpression[]): readonly ConfigurationFault[] =>
    parts.flatMap((part) => typeFaults(part, material));
  const unless = (
    kind: PslType['kind'],
    otherwise: readonly ConfigurationFault[],
  ): readonly ConfigurationFault[] =>
    kinds.has(kind) ? otherwise : [fault(type.at, `this type cannot stand here: ${inWords}`)];
  switch (type.kind) {
    case 'named':
      return nameFaults(type, material);
    case 'literal':
      return unless(typeof type.value === 'string' ? 'text' : 'integer', []);
    case 'unit':
      return unless('unit', []);
    case 'tuple':
      return unless('tuple', within(type.elements));
    case 'dictionary': {
      const twice = twiceFaults(type.fields.map(({ name }) => name));
      return unless('dictionary', [...twice, ...within(type.fields.map((field) => field.type))]);
    }
    case 'variant':
      return within(type.alternatives);
  }
};

/** Literal types beside each other are one. */
const variantOf = (of: readonly PslType[]): PslType => {
  const literals = of.flatMap((one) => (one.kind === 'literals' ? one.values : []));
  const others = of.filter(({ kind }) => kind !== 'literals');
  if (literals.length === 0) return { kind: 'either', of: others };
  const joined: PslType = { kind: 'literals', values: literals };
  return others.length === 0 ? joined : { kind: 'either', of: [...others, joined] };
};

/** What static checks make of a type in which `typeFaults` finds no fault. */
export const pslTypeOfType = (type: TypeExpression): PslType => {
  switch (type.kind) {
    case 'named':
      return named.get(type.name.text) ?? unknownType;
    case 'literal':
      return { kind: 'literals', values: [type.value] };
    case 'unit':
      return { kind: 'unit' };
    case 'tuple':
      return { kind: 'tuple', elements: type.elements.map(pslTypeOfType) };
    case 'dictionary': {
      const fields = type.fields.map(
        (field) => [field.name.text, pslTypeOfType(field.type)] as const,
      );
      return { kind: 'dictionary', fields: new Map(fields) };
    }
    case 'variant':
      return variantOf(type.alternatives.map(pslTypeOfType));
  }
};

const isOfScalar = (type: PslType, value: Value): boolean => {
  switch (type.kind) {
    case 'integer':
      return (
        typeof value === 'bigint' &&
        (type.width === undefined || integerFault(value, type.width) === undefined)
      );
    case 'sid':
      return typeof value === 'bigint' && value >= 0n && value <= greatestSid;
    case 'boolean':
      return typeof value === 'boolean';
    case 'text':
      return typeof value === 'string';
    case 'unit':
      return value === null;
    case 'literals':
      return type.values.some((literal) => literal === value);
    default:
      return false;
  }
};

const all = (values: readonly (Value | undefined)[]): readonly Value[] | undefined => {
  const found = values.filter((value) => value !== undefined);
  return found.length === values.length ? found : undefined;
};

const findDictionary = (fields: ReadonlyMap<string, PslType>, value: Value): Value | undefined => {
  if (!isRecord(value) || value.fields.size !== fields.size) return undefined;
  const names = [...fields.keys()];
  const values = all([...fields].map(([name, type]) => findOfType(type, value.fields.get(name))));
  return values && record(names.map((name, index) => [name, values[index] ?? null] as const));
};

/** The value, if it is of the type, widths included (C-28); its dictionaries in the order of the type. */
export const findOfType = (type: PslType, value: Value | undefined): Value | undefined => {
  if (value === undefined) return undefined;
  switch (type.kind) {
    case 'either':
      return type.of.map((one) => findOfType(one, value)).find((found) => found !== undefined);
    case 'dictionary':
      return findDictionary(type.fields, value);
    case 'tuple': {
      const { elements } = type;
      if (!isList(value) || value.length !== elements.length) return undefined;
      return all(elements.map((element, index) => findOfType(element, value[index])));
    }
    default:
      return isOfScalar(type, value) ? value : undefined;
  }
};
