import type { ConfigurationFault } from '../../solution/catalogue.ts';
import { unknownType } from '../../solution/link/types.ts';
import type { PslType } from '../../solution/psl-type.ts';
import type { Entry, Expression } from '../../solution/syntax/tree/expression.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import {
  configurationOf,
  entryOf,
  fault,
  findInteger,
  keyFaults,
  onceForEach,
  parameterFaults,
  sizeFaults,
  twiceFaults,
} from './configuration.ts';
import { findOfType, pslTypeOfType, typeFaults } from './entry-type.ts';
import type { Material } from './entry-type.ts';

/** Values of a table, in the order in which the config declares the keys. */
export type Table = ReadonlyMap<string, bigint>;

const keys = ['keys', 'pool_size'];

const material: Material = {
  kinds: new Set(['integer', 'sid']),
  inWords: 'values are integers',
};

/** The declared type of the values. */
export const valueType = onceForEach((object): PslType => {
  const type = configurationOf(object).type('Value');
  return type === undefined ? unknownType : pslTypeOfType(type);
});

const entriesOf = (table: Expression | undefined): readonly Entry[] =>
  table?.kind === 'dictionary' ? table.entries : [];

/** Every key with its default. */
export const defaultsOf = onceForEach(
  (object): Table =>
    new Map(
      entriesOf(entryOf(configurationOf(object).config, 'keys')).map(({ key, value }) => [
        key.text,
        findInteger(value) ?? 0n,
      ]),
    ),
);

const defaultFaults = (
  object: PolicyObject,
  table: Expression | undefined,
): readonly ConfigurationFault[] => {
  if (table === undefined) return [];
  if (table.kind !== 'dictionary') {
    return [fault(table.at, 'keys must be a dictionary of keys and their defaults')];
  }
  const type = valueType(object);
  const wrong = table.entries.filter(({ value }) => {
    const constant = findInteger(value);
    const isOfType = type.kind === 'unknown' || findOfType(type, constant) !== undefined;
    return constant === undefined || !isOfType;
  });
  return [
    ...twiceFaults(table.entries.map(({ key }) => key)),
    ...wrong.map(({ key, value }) =>
      fault(value.at, `the default of "${key.text}" is not of the type Value`),
    ),
  ];
};

/** What is wrong with a StaticMap's type and config. */
export const checkStaticMap = (object: PolicyObject): readonly ConfigurationFault[] => {
  const { type, config } = configurationOf(object);
  const value = type('Value');
  return [
    ...parameterFaults(object, [['Value']]),
    ...(value === undefined ? [] : typeFaults(value, material)),
    ...(config === undefined
      ? []
      : [
          ...keyFaults(config, keys),
          ...sizeFaults(config, ['pool_size']),
          ...defaultFaults(object, entryOf(config, 'keys')),
        ]),
  ];
};
