import type { ConfigurationFault } from '../../solution/catalogue.ts';
import type { Entry, Expression } from '../../solution/syntax/tree/expression.ts';
import type { Name } from '../../solution/syntax/tree/name.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { configurationOf, fault, onceForEach, parameterFaults } from './configuration.ts';
import { makeConfigReader, undeclaredFaults } from './config-reader.ts';
import type { ConfigReader, Declaring } from './config-reader.ts';
import { numbersOf, sizeFaultsOf } from './rbac-configuration.ts';
import { walkHierarchy } from './rbac-hierarchy.ts';
import type { RoleNode } from './rbac-hierarchy.ts';

/** An entry of a list, such as `{ from : "a", to : "b" }`: the names that its keys give. */
export type NamesByKey = ReadonlyMap<string, readonly Name[]>;

/** `rights` have `from`, `to` and `permissions`; `juniors` are what the role extends. */
interface OldRole extends RoleNode {
  readonly rights: readonly NamesByKey[];
}

/** The config of an Rbac in the form of version 0.0, as written. */
export interface OldConfiguration {
  readonly types: readonly Name[];
  readonly images: readonly { readonly name: Name; readonly has: NamesByKey }[];
  readonly permissions: readonly { readonly name: Name; readonly actions: readonly Name[] }[];
  readonly roles: readonly OldRole[];
  readonly order: readonly number[];
  readonly createSubject: readonly NamesByKey[];
  readonly createObject: readonly NamesByKey[];
  readonly retypeObject: readonly NamesByKey[];
  readonly addRoles: readonly NamesByKey[];
  readonly faults: readonly ConfigurationFault[];
}

const keys = [
  ...['types', 'images', 'permissions', 'roles'],
  ...['create_subject', 'create_object', 'retype_object', 'add_roles'],
];

/** Most actions that all rights together may come to: what is written once can be named often. */
const mostActions = 2 ** 20;

/** What the keys of entries name, and how it is called. */
const kinds = {
  type: 'type',
  from: 'type',
  to: 'type',
  old: 'type',
  new: 'type',
  image: 'image',
  roles: 'role',
  extends: 'role',
  permissions: 'permission',
} as const;

type Key = keyof typeof kinds;

const isKey = (key: string): key is Key => Object.hasOwn(kinds, key);
const areMany = (key: Key): boolean => ['roles', 'extends', 'permissions'].includes(key);

/** The names that the keys of a dictionary give. */
const readNames = (reader: ConfigReader, from: Expression, wanted: readonly Key[]): NamesByKey => {
  const field = reader.fields(from, wanted);
  return new Map(
    wanted.map((key) => {
      const kind = kinds[key];
      const names = areMany(key)
        ? reader.names(field(key), `${kind}s`)
        : reader.name(field(key), `${kind === 'image' ? 'an' : 'a'} ${kind}`);
      return [key, names] as const;
    }),
  );
};

const readList = (
  reader: ConfigReader,
  from: Expression | undefined,
  wanted: readonly Key[],
): readonly NamesByKey[] =>
  reader
    .elements(from, `{ ${wanted.join(', ')} }`)
    .map((element) => readNames(reader, element, wanted));

const readRole = (reader: ConfigReader, { key, value }: Entry): OldRole => {
  const field = reader.fields(value, ['extends', 'rights']);
  return {
    name: key,
    juniors: reader.names(field('extends'), 'roles'),
    rights: readList(reader, field('rights'), ['from', 'to', 'permissions']),
  };
};

/** Names that the config does not declare, of all entries at once. */
const nameFaults = (
  field: (key: string) => Expression | undefined,
  read: Omit<OldConfiguration, 'faults' | 'order'>,
): readonly ConfigurationFault[] => {
  const { types, images, permissions, roles } = read;
  const all: readonly NamesByKey[] = [
    ...images.map(({ has }) => has),
    ...roles.flatMap(({ rights }) => rights),
    ...[read.createSubject, read.createObject, read.retypeObject, read.addRoles].flat(),
  ];
  const named = new Map<string, Name[]>([
    ['role', roles.flatMap(({ juniors }) => juniors)],
    ...(['type', 'image', 'permission'] as const).map((kind) => [kind, []] as [string, Name[]]),
  ]);
  for (const entry of all) {
    for (const [key, names] of entry) {
      if (isKey(key)) for (const name of names) named.get(kinds[key])?.push(name);
    }
  }
  const declaring: ReadonlyMap<string, Declaring> = new Map([
    ['type', { in: field('types'), as: 'list', names: types }],
    ['image', { in: field('images'), as: 'dictionary', names: images.map(({ name }) => name) }],
    [
      'permission',
      { in: field('permissions'), as: 'dictionary', names: permissions.map(({ name }) => name) },
    ],
    ['role', { in: field('roles'), as: 'dictionary', names: roles.map(({ name }) => name) }],
  ]);
  return [...named].flatMap(([kind, names]) => {
    const place = declaring.get(kind);
    return place === undefined ? [] : undeclaredFaults([place], names, kind);
  });
};

const boundFaults = (
  object: PolicyObject,
  { permissions, roles }: Pick<OldConfiguration, 'permissions' | 'roles'>,
): readonly ConfigurationFault[] => {
  const sizes = new Map(permissions.map(({ name, actions }) => [name.text, actions.length]));
  let actions = 0;
  for (const { rights } of roles) {
    for (const right of rights) {
      for (const { text } of right.get('permissions') ?? []) actions += sizes.get(text) ?? 0;
    }
  }
  if (actions <= mostActions) return sizeFaultsOf(object, roles.length, actions, 'too many rights');
  const message = `too many rights: they come to ${String(actions)} actions, and at most ${String(mostActions)} are kept`;
  return [fault(object.name.at, message)];
};

/** Reads the config of an object once. */
export const readOldRbac = onceForEach((object): OldConfiguration => {
  const reader = makeConfigReader();
  reader.tellAll(parameterFaults(object, []));
  const field = reader.fields(configurationOf(object).config, keys);
  const types = reader.names(field('types'), 'types');
  const images = reader.entries(field('images'), 'images').map(({ key, value }) => ({
    name: key,
    has: readNames(reader, value, ['type', 'roles']),
  }));
  const permissions = reader
    .entries(field('permissions'), 'permissions and lists of actions')
    .map(({ key, value }) => ({ name: key, actions: reader.names(value, 'actions') }));
  const roles = reader.entries(field('roles'), 'roles').map((entry) => readRole(reader, entry));
  const read = {
    types,
    images,
    permissions,
    roles,
    createSubject: readList(reader, field('create_subject'), ['from', 'image']),
    createObject: readList(reader, field('create_object'), ['from', 'to']),
    retypeObject: readList(reader, field('retype_object'), ['from', 'old', 'new']),
    addRoles: readList(reader, field('add_roles'), ['from', 'to', 'roles']),
  };
  reader.tellAll(nameFaults(field, read));
  reader.demand(field('types'), 'list', 'a type');
  const { order, faults } = walkHierarchy(roles, numbersOf(roles.map(({ name }) => name.text)));
  reader.tellAll(faults);
  reader.tellAll(boundFaults(object, read));
  return { ...read, order, faults: reader.faults };
});
