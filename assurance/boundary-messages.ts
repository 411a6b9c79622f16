import { absurd } from '../model/defect.ts';
import { record } from '../model/value.ts';
import type { RecordValue, Value } from '../model/value.ts';
import type { DataType, Parameter } from '../solution/data-type.ts';
import { defaultOf } from '../solution/message/default.ts';
import type { Constant, TestedConstants } from './tested-constants.ts';

/** Messages that stand for all of a method's, and whether combinations were left out. */
export interface BoundaryMessages {
  readonly messages: readonly RecordValue[];
  readonly thinned: boolean;
}

/** Above this many combinations of one method, fields vary one at a time. */
const mostCombinations = 64;

const inRange = (value: bigint, bits: number, signed: boolean): boolean => {
  const least = signed ? -(1n << BigInt(bits - 1)) : 0n;
  const greatest = signed ? (1n << BigInt(bits - 1)) - 1n : (1n << BigInt(bits)) - 1n;
  return least <= value && value <= greatest;
};

const around = (constants: ReadonlySet<Constant>): readonly bigint[] =>
  [...constants].flatMap((constant) =>
    typeof constant === 'bigint' ? [constant - 1n, constant, constant + 1n] : [],
  );

const integers = (constants: ReadonlySet<Constant>, bits: number, signed: boolean): Value[] =>
  [...new Set([0n, ...around(constants), 1n])].filter((value) => inRange(value, bits, signed));

const texts = (constants: ReadonlySet<Constant>, limit: number): Value[] =>
  [...new Set(['', ...[...constants].filter((constant) => typeof constant === 'string')])].filter(
    (text) => text.length <= limit,
  );

const isUnder = (path: string, tested: TestedConstants): boolean =>
  [...tested.keys()].some(
    (known) => known === path || known.startsWith(`${path}.`) || known.startsWith(`${path}[]`),
  );

const sequences = (
  type: Extract<DataType, { readonly kind: 'sequence' }>,
  path: string,
  tested: TestedConstants,
): readonly Value[] => [
  [],
  ...(type.limit === 0 ? [] : valuesOf(type.element, `${path}[]`, tested).map((one) => [one])),
];

/** The boundary values of one field; the default alone where nothing tests it. */
const valuesOf = (type: DataType, path: string, tested: TestedConstants): readonly Value[] => {
  if (!isUnder(path, tested)) return [defaultOf(type)];
  const constants = tested.get(path) ?? new Set<Constant>();
  switch (type.kind) {
    case 'integer':
      return integers(constants, type.bits, type.signed);
    case 'string':
      return texts(constants, type.limit);
    case 'struct':
      return combine(type.fields, `${path}.`, tested).messages;
    case 'union':
      return type.members.flatMap((member) =>
        valuesOf(member.type, `${path}.${member.name}`, tested).map((value): Value => ({
          kind: 'union',
          member: member.name,
          value,
        })),
      );
    case 'sequence':
      return sequences(type, path, tested);
    case 'array':
      return valuesOf(type.element, `${path}[]`, tested).map((one) =>
        Array.from({ length: type.length }, () => one),
      );
    case 'bytes':
    case 'handle':
      return [defaultOf(type)];
    case 'unmodelled':
      return [...new Set([defaultOf(type), ...constants])];
    default:
      return absurd(type);
  }
};

const product = (choices: readonly (readonly Value[])[]): readonly (readonly Value[])[] =>
  choices.reduce<readonly (readonly Value[])[]>(
    (all, values) => all.flatMap((one) => values.map((value) => [...one, value])),
    [[]],
  );

const oneAtATime = (choices: readonly (readonly Value[])[]): readonly (readonly Value[])[] => {
  const first = choices.map((values) => values[0] ?? null);
  return [
    first,
    ...choices.flatMap((values, index) =>
      values.slice(1).map((value) => first.map((old, at) => (at === index ? value : old))),
    ),
  ];
};

const combine = (
  parameters: readonly Parameter[],
  prefix: string,
  tested: TestedConstants,
): BoundaryMessages => {
  const choices = parameters.map(({ name, type }) => valuesOf(type, `${prefix}${name}`, tested));
  const size = choices.reduce((count, values) => count * values.length, 1);
  const thinned = size > mostCombinations;
  const rows = thinned ? oneAtATime(choices) : product(choices);
  const messages = rows.map((row) =>
    record(parameters.map(({ name }, index) => [name, row[index] ?? null] as const)),
  );
  return { messages, thinned };
};

/**
 * The boundary messages of one direction of a method: each field that policy or programs test takes
 * the constants that it is compared with and their neighbours; any other keeps its default.
 */
export const boundaryMessages = (
  parameters: readonly Parameter[],
  tested: TestedConstants,
): BoundaryMessages => combine(parameters, '', tested);
