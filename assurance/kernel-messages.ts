import { handleId } from '../model/ids.ts';
import { record } from '../model/value.ts';
import type { RecordValue, Value } from '../model/value.ts';
import type { DataType, Parameter } from '../solution/data-type.ts';
import { formatValue } from '../solution/message/format.ts';

const allRights = 0xffff_ffff;

/** Most combinations of one service; above it parameters vary one at a time. */
const mostCombinations = 64;

/** Values of a parameter that the kernel itself may tell apart. */
const valuesOf = (given: Value, type: DataType, handles: number): readonly Value[] => {
  if (type.kind === 'integer') return [given, 0n, 1n];
  if (type.kind !== 'handle') return [given];
  const own = Array.from({ length: handles }, (_, number): Value => ({
    kind: 'localHandle',
    number: handleId(number),
    rights: allRights,
  }));
  return [given, ...own];
};

const rowsOf = (choices: readonly (readonly Value[])[]): readonly (readonly Value[])[] => {
  const count = choices.reduce((size, values) => size * values.length, 1);
  if (count <= mostCombinations) {
    return choices.reduce<readonly (readonly Value[])[]>(
      (rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])),
      [[]],
    );
  }
  const first = choices.map(([value]) => value ?? null);
  return choices.flatMap((values, place) =>
    values.map((value) => first.map((old, index) => (index === place ? value : old))),
  );
};

/**
 * Messages to a service of the kernel, beside those that policy and programs tell apart: with the handles of the
 * caller's table, the first of them, and small integers. They reach more of the services, and do not stand for all messages.
 */
export const kernelMessages = (
  messages: readonly RecordValue[],
  parameters: readonly Parameter[],
  handles: number,
): readonly RecordValue[] => {
  const varied = messages.flatMap((message) => {
    const choices = parameters.map(({ name, type }) => {
      const values = valuesOf(message.fields.get(name) ?? null, type, handles);
      return [...new Set(values)];
    });
    return rowsOf(choices).map((row) =>
      record(parameters.map(({ name }, index) => [name, row[index] ?? null] as const)),
    );
  });
  return [...new Map(varied.map((message) => [formatValue(message), message])).values()];
};
