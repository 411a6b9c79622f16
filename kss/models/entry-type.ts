import type { Value } from '../../model/value.ts';
import { integerFault } from '../../solution/message/text.ts';
import type { PslType } from '../../solution/psl-type.ts';
import type { TypeExpression } from '../../solution/syntax/tree/psl.ts';
import { isList, isRecord } from '../values.ts';

interface Width {
  readonly bits: number;
  readonly signed: boolean;
}

const widths: ReadonlyMap<string, Width> = new Map<string, Width>(
  [8, 16, 32, 64].flatMap((bits) => [
    [`UInt${String(bits)}`, { bits, signed: false }] as const,
    [`SInt${String(bits)}`, { bits, signed: true }] as const,
  ]),
);

const allKnown = (types: readonly (PslType | undefined)[]): readonly PslType[] | undefined => {
  const known = types.filter((type) => type !== undefined);
  return known.length === types.length ? known : undefined;
};

const namedType = (name: string): PslType | undefined => {
  if (widths.has(name)) return { kind: 'integer' };
  const simple = { Boolean: 'boolean', Text: 'text', Sid: 'sid' } as const;
  return name === 'Boolean' || name === 'Text' || name === 'Sid'
    ? { kind: simple[name] }
    : undefined;
};

/** What static checks make of a type written in a policy; absent for one that they do not know. */
export const pslTypeOfType = (type: TypeExpression): PslType | undefined => {
  switch (type.kind) {
    case 'named':
      return namedType(type.name.text);
    case 'literal':
      return { kind: 'literals', values: [type.value] };
    case 'unit':
      return { kind: 'unit' };
    case 'tuple': {
      const elements = allKnown(type.elements.map(pslTypeOfType));
      return elements === undefined ? undefined : { kind: 'tuple', elements };
    }
    case 'dictionary': {
      const types = allKnown(type.fields.map((field) => pslTypeOfType(field.type)));
      if (types === undefined) return undefined;
      const fields = type.fields.map(
        ({ name }, index) => [name.text, types[index] ?? { kind: 'unknown' }] as const,
      );
      return { kind: 'dictionary', fields: new Map<string, PslType>(fields) };
    }
    case 'variant': {
      const of = allKnown(type.alternatives.map(pslTypeOfType));
      return of === undefined ? undefined : { kind: 'either', of };
    }
  }
};

const fitsName = (name: string, value: Value): boolean => {
  const width = widths.get(name);
  if (width !== undefined)
    return typeof value === 'bigint' && integerFault(value, width) === undefined;
  if (name === 'Boolean') return typeof value === 'boolean';
  return name === 'Text' ? typeof value === 'string' : typeof value === 'bigint';
};

/** Is the value of the type written in a policy, its width included? */
export const fits = (type: TypeExpression, value: Value): boolean => {
  switch (type.kind) {
    case 'named':
      return fitsName(type.name.text, value);
    case 'literal':
      return value === type.value;
    case 'unit':
      return value === null;
    case 'tuple':
      return (
        isList(value) &&
        value.length === type.elements.length &&
        type.elements.every((element, index) => fits(element, value[index] ?? null))
      );
    case 'dictionary':
      return (
        isRecord(value) &&
        value.fields.size === type.fields.length &&
        type.fields.every((field) => {
          const given = value.fields.get(field.name.text);
          return given !== undefined && fits(field.type, given);
        })
      );
    case 'variant':
      return type.alternatives.some((alternative) => fits(alternative, value));
  }
};
