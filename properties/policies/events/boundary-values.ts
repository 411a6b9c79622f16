import { absurd } from '../../../model/defect.ts';
import { sidOf } from '../../../model/ids.ts';
import { record } from '../../../model/value.ts';
import type { Value } from '../../../model/value.ts';
import type { DataType, Parameter } from '../../../solution/data-type.ts';
import { integerFault, textFault } from '../../../solution/message/text.ts';
import { texts } from '../patterns.ts';
import type { ConstantsByPath } from './constants.ts';

/** Where the values of a message are drawn from. */
export interface ValueSpace {
  readonly constants: ConstantsByPath;
  /** SIDs of parties and of objects that handles name. */
  readonly sids: readonly number[];
}

const nothing = { integers: new Set<bigint>(), texts: new Set<string>() };

const extremes = (bits: number, signed: boolean): readonly bigint[] =>
  signed ? [-(1n << BigInt(bits - 1)), (1n << BigInt(bits - 1)) - 1n] : [(1n << BigInt(bits)) - 1n];

/** Each constant that the policy names with its neighbours, small integers, and the extremes. */
const integersOf = (
  { bits, signed }: Extract<DataType, { readonly kind: 'integer' }>,
  path: string,
  { constants }: ValueSpace,
): readonly bigint[] => {
  const named = [...(constants.get(path) ?? nothing).integers];
  const near = named.flatMap((value) => [value, value - 1n, value + 1n]);
  const all = [...near, 0n, 1n, 2n, ...extremes(bits, signed)];
  return [...new Set(all)].filter((value) => integerFault(value, { bits, signed }) === undefined);
};

const textsOf = (limit: number, path: string, { constants }: ValueSpace): readonly string[] => {
  const named = [...(constants.get(path) ?? nothing).texts];
  const all = new Set([...named, ...texts, 'z'.repeat(limit)]);
  return [...all].filter((text) => textFault(text, limit) === undefined);
};

const rightsMasks = [0, 1, 0xffff, 0xffff_ffff];

/** Values within a type, a few for each of its parts; enough to meet every boundary of a policy. */
export const boundaryValues = (
  type: DataType,
  path: string,
  space: ValueSpace,
): readonly Value[] => {
  const inner = (part: DataType, more: string): readonly Value[] =>
    boundaryValues(part, `${path}${more}`, space);
  switch (type.kind) {
    case 'integer':
      return integersOf(type, path, space);
    case 'string':
      return textsOf(type.limit, path, space);
    case 'bytes':
      return ['', '00ff', 'ab'.repeat(type.limit)]
        .filter((hex) => hex.length <= 2 * type.limit)
        .map((hex) => ({ kind: 'bytes', hex }));
    case 'handle':
      return space.sids.map((sid, index) => ({
        kind: 'handle',
        sid: sidOf(sid),
        rights: rightsMasks[index % rightsMasks.length] ?? 0,
      }));
    case 'array': {
      const values = inner(type.element, '[]');
      return values.map((_, first) =>
        Array.from({ length: type.length }, (__, index) => at(values, first + index)),
      );
    }
    case 'sequence': {
      const values = inner(type.element, '[]');
      return [
        [],
        ...values.map((value) => (type.limit === 0 ? [] : [value])),
        Array.from({ length: type.limit }, (_, index) => at(values, index)),
      ];
    }
    case 'struct': {
      const rows = type.fields.map(
        (field) => [field.name, inner(field.type, `.${field.name}`)] as const,
      );
      const most = Math.max(1, ...rows.map(([, values]) => values.length));
      return Array.from({ length: most }, (_, index) =>
        record(rows.map(([name, values], row) => [name, at(values, index + row)] as const)),
      );
    }
    case 'union':
      return type.members.flatMap(({ name: member, type: of }) =>
        inner(of, `.${member}`).map((value): Value => ({ kind: 'union', member, value })),
      );
    case 'unmodelled': {
      const { integers, texts: named } = space.constants.get(path) ?? nothing;
      return [0n, ...integers, ...named];
    }
    default:
      return absurd(type);
  }
};

const at = (values: readonly Value[], index: number): Value =>
  values[index % values.length] ?? null;

/** The boundary values of each parameter of a message. */
export const boundaryParameters = (
  parameters: readonly Parameter[],
  space: ValueSpace,
): readonly (readonly [name: string, values: readonly Value[]])[] =>
  parameters.map(({ name, type }) => [name, boundaryValues(type, name, space)]);
