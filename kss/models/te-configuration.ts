import type { Span } from '../../model/span.ts';
import type { ConfigurationFault } from '../../solution/catalogue.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import type { Name } from '../../solution/syntax/tree/name.ts';
import { configurationOf, onceForEach, parameterFaults } from './configuration.ts';
import { makeConfigReader } from './config-reader.ts';
import type { ConfigReader } from './config-reader.ts';
import { boundFaults, declarationFaults, nameFaults } from './te-faults.ts';
import { cellsOf, every, makeTeNames } from './te-names.ts';
import type { RuleCells, TeNames } from './te-names.ts';

/** A class of objects, and what may be permitted on them: at most 32, a bit each. */
export interface ObjectClass {
  readonly name: Name;
  readonly permissions: readonly Name[];
}

/** `allow` or `neverallow`, its names looked up. */
export interface AccessRule extends RuleCells {
  readonly at: Span;
  /** The bits of the permissions, for each of the classes. */
  readonly masks: readonly number[];
}

/** Who makes what of which class gets the type. */
export interface TransitionRule extends RuleCells {
  readonly at: Span;
  readonly type: Name | undefined;
}

/** The config of a Te as written; only what has no fault is whole. */
export interface TeConfiguration {
  readonly names: TeNames;
  readonly allow: readonly AccessRule[];
  readonly neverallow: readonly AccessRule[];
  readonly transitions: readonly TransitionRule[];
  readonly labels: number;
  readonly faults: readonly ConfigurationFault[];
}

const keys = [
  ...['types', 'attributes', 'classes', 'allow', 'neverallow', 'transitions', 'pool_size'],
];
const mostPermissions = 32;
const greatestPool = 0xffff_ffff;

const readClasses = (reader: ConfigReader, from: Expression | undefined): readonly ObjectClass[] =>
  reader.entries(from, 'classes and lists of permissions').map(({ key, value }) => {
    const permissions = reader.names(value, 'permissions');
    if (
      value.kind === 'list' &&
      (permissions.length === 0 || permissions.length > mostPermissions)
    ) {
      reader.tell(value.at, `a class has 1 to ${String(mostPermissions)} permissions`);
    }
    return { name: key, permissions };
  });

/** One name, or a list of them. */
const readSome = (
  reader: ConfigReader,
  from: Expression | undefined,
  what: string,
): readonly Name[] => {
  if (from?.kind === 'text') return [{ text: from.value, at: from.at }];
  if (from?.kind === 'list' && from.elements.length === 0) {
    reader.tell(from.at, `at least one of the ${what} is asked for`);
  }
  return reader.names(from, what);
};

/** The bits of permissions in each class; each must be one of every class. */
const masksOf = (
  reader: ConfigReader,
  { classes: all }: TeNames,
  classes: readonly number[],
  permissions: readonly Name[],
): readonly number[] => {
  const [excess] = permissions.slice(mostPermissions);
  if (excess !== undefined) {
    reader.tell(excess.at, `no class has more than ${String(mostPermissions)} permissions`);
    return [];
  }
  return classes.map((number) => {
    const { name, bits, all: whole } = all[number] ?? { name: '', bits: noBits, all: 0 };
    let mask = 0;
    for (const { text, at } of permissions) {
      const bit = text === every ? whole : bits.get(text);
      // What has none is told of where it stands.
      if (bits.size === 0) continue;
      if (bit === undefined) reader.tell(at, `the class "${name}" has no permission "${text}"`);
      else mask |= bit;
    }
    return mask >>> 0;
  });
};

const noBits: ReadonlyMap<string, number> = new Map();

const ruleKeys = ['source', 'target', 'class', 'permissions'];
const transitionKeys = ['source', 'target', 'class', 'type'];

type Field = (key: string) => Expression | undefined;

const readCells = (reader: ConfigReader, names: TeNames, field: Field): RuleCells => {
  const sources = readSome(reader, field('source'), 'types or attributes');
  const targets = readSome(reader, field('target'), 'types or attributes');
  const classes = readSome(reader, field('class'), 'classes');
  return cellsOf(names, sources, targets, classes);
};

const readAccess = (
  reader: ConfigReader,
  names: TeNames,
  from: Expression | undefined,
): readonly AccessRule[] =>
  reader.elements(from, `{ ${ruleKeys.join(', ')} }`).map((element) => {
    const field = reader.fields(element, ruleKeys);
    const cells = readCells(reader, names, field);
    const permissions = readSome(reader, field('permissions'), 'permissions');
    return { ...cells, at: element.at, masks: masksOf(reader, names, cells.classes, permissions) };
  });

const readTransitions = (
  reader: ConfigReader,
  names: TeNames,
  from: Expression | undefined,
): readonly TransitionRule[] =>
  reader.elements(from, `{ ${transitionKeys.join(', ')} }`).map((element) => {
    const field = reader.fields(element, transitionKeys);
    const cells = readCells(reader, names, field);
    const [type] = reader.name(field('type'), 'a type');
    return { ...cells, at: element.at, type };
  });

/** Reads the config of an object once. */
export const readTe = onceForEach((object): TeConfiguration => {
  const reader = makeConfigReader();
  reader.tellAll(parameterFaults(object, []));
  const field = reader.fields(configurationOf(object).config, keys);
  const types = reader.names(field('types'), 'types');
  const attributes = reader
    .entries(field('attributes'), 'attributes and lists of types')
    .map(({ key, value }) => ({ name: key, types: reader.names(value, 'types') }));
  const classes = readClasses(reader, field('classes'));
  const names = makeTeNames(types, attributes, classes);
  const allow = readAccess(reader, names, field('allow'));
  const neverallow = readAccess(reader, names, field('neverallow'));
  const transitions = readTransitions(reader, names, field('transitions'));
  const labels = reader.integer(field('pool_size'), 'pool_size', 1, greatestPool) ?? 1;
  const rules = [...allow, ...neverallow, ...transitions];
  const given = transitions.flatMap(({ type }) => type ?? []);
  reader.demand(field('types'), 'list', 'a type');
  reader.demand(field('classes'), 'dictionary', 'a class');
  reader.tellAll(declarationFaults(types, attributes));
  reader.tellAll(nameFaults(field, { types, attributes, classes }, rules, given));
  reader.tellAll(boundFaults(object.name.at, names, rules));
  return { names, allow, neverallow, transitions, labels, faults: reader.faults };
});
