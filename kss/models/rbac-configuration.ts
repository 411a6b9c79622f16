import type { ConfigurationFault } from '../../solution/catalogue.ts';
import type { Entry, Expression } from '../../solution/syntax/tree/expression.ts';
import type { Name } from '../../solution/syntax/tree/name.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { configurationOf, entryOf, fault, onceForEach, parameterFaults } from './configuration.ts';
import { makeConfigReader, undeclaredFaults } from './config-reader.ts';
import type { ConfigReader, Declaring } from './config-reader.ts';
import { walkHierarchy } from './rbac-hierarchy.ts';
import type { RoleNode } from './rbac-hierarchy.ts';

/** An object of protection, and the operations on it: each pair is a permission. */
export interface ProtectedObject {
  readonly name: Name;
  readonly operations: readonly Name[];
}

export interface DeclaredRole extends RoleNode {
  readonly permissions: readonly ProtectedObject[];
}

/** Of these roles nobody may have, or nobody may have active at a time, `cardinality` or more. */
export interface DeclaredConstraint {
  readonly name: Name;
  readonly roles: readonly Name[];
  readonly cardinality: number;
}

/** The config of an Rbac as written; only what has no fault is whole. */
export interface RbacConfiguration {
  readonly objects: readonly ProtectedObject[];
  readonly roles: readonly DeclaredRole[];
  /** Juniors before the roles that inherit them. */
  readonly order: readonly number[];
  readonly ssd: readonly DeclaredConstraint[];
  readonly dsd: readonly DeclaredConstraint[];
  readonly users: number;
  readonly sessions: number;
  readonly faults: readonly ConfigurationFault[];
}

const keys = ['objects', 'roles', 'ssd', 'dsd', 'user_pool_size', 'session_pool_size'];
const keysOfOld = ['types', 'images'];
const greatestPool = 0xffff_ffff;

/** Most bits of a table: 16 MiB. */
export const mostBits = 2 ** 27;

/** Is this the form of version 0.0? It is told by keys that the other form has not. */
export const isOldForm = (object: PolicyObject): boolean => {
  const { config } = configurationOf(object);
  return keysOfOld.some((key) => entryOf(config, key) !== undefined);
};

/** A fault for a table that would have too many bits. */
export const sizeFaultsOf = (
  object: PolicyObject,
  rows: number,
  columns: number,
  what: string,
): readonly ConfigurationFault[] =>
  rows * columns <= mostBits
    ? []
    : [
        fault(
          object.name.at,
          `${what}: a table of ${String(rows)} times ${String(columns)} is more than ${String(mostBits)} bits`,
        ),
      ];

/** Names of roles by their numbers. */
export const numbersOf = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.map((name, index) => [name, index] as const));

const readRole = (reader: ConfigReader, { key, value }: Entry): DeclaredRole => {
  const field = reader.fields(value, ['inherits', 'permissions']);
  const permissions = reader.entries(field('permissions'), 'objects and lists of operations');
  return {
    name: key,
    juniors: reader.names(field('inherits'), 'roles'),
    permissions: permissions.map((entry) => ({
      name: entry.key,
      operations: reader.names(entry.value, 'operations'),
    })),
  };
};

const readConstraint = (reader: ConfigReader, { key, value }: Entry): DeclaredConstraint => {
  const field = reader.fields(value, ['roles', 'cardinality']);
  const roles = reader.names(field('roles'), 'roles');
  const listed = field('roles');
  if (listed?.kind === 'list' && listed.elements.length < 2) {
    reader.tell(listed.at, 'a constraint is of at least two roles');
    return { name: key, roles, cardinality: 2 };
  }
  const greatest = listed?.kind === 'list' ? Math.max(2, roles.length) : greatestPool;
  const cardinality = reader.integer(field('cardinality'), 'cardinality', 2, greatest) ?? 2;
  return { name: key, roles, cardinality };
};

/** Operations that their object has not. */
const operationFaults = (
  roles: readonly DeclaredRole[],
  objects: readonly ProtectedObject[],
): readonly ConfigurationFault[] => {
  const known = new Map(
    objects.map(({ name, operations }) => [name.text, new Set(operations.map(({ text }) => text))]),
  );
  return roles.flatMap(({ permissions }) =>
    permissions.flatMap(({ name, operations }) => {
      const all = known.get(name.text);
      // What has none is told of where it stands.
      if (all === undefined || all.size === 0) return [];
      return operations
        .filter(({ text }) => !all.has(text))
        .map(({ text, at }) => fault(at, `"${name.text}" has no operation "${text}"`));
    }),
  );
};

const nameFaults = (
  field: (key: string) => Expression | undefined,
  objects: readonly ProtectedObject[],
  roles: readonly DeclaredRole[],
  constraints: readonly DeclaredConstraint[],
): readonly ConfigurationFault[] => {
  const named = [
    ...roles.flatMap(({ juniors }) => juniors),
    ...constraints.flatMap((constraint) => constraint.roles),
  ];
  const declaring = (key: string, all: readonly { readonly name: Name }[]): Declaring => ({
    in: field(key),
    as: 'dictionary',
    names: all.map(({ name }) => name),
  });
  const protectedOnes = roles.flatMap(({ permissions }) => permissions.map(({ name }) => name));
  return [
    ...undeclaredFaults([declaring('roles', roles)], named, 'role'),
    ...undeclaredFaults([declaring('objects', objects)], protectedOnes, 'object'),
    ...operationFaults(roles, objects),
  ];
};

const boundFaults = (
  object: PolicyObject,
  objects: readonly ProtectedObject[],
  roles: readonly DeclaredRole[],
  constraints: readonly DeclaredConstraint[],
): readonly ConfigurationFault[] => {
  const permissions = objects.reduce((sum, { operations }) => sum + operations.length, 0);
  const members = constraints.reduce((sum, constraint) => sum + constraint.roles.length, 0);
  return [
    ...sizeFaultsOf(object, roles.length, roles.length, 'too many roles'),
    ...sizeFaultsOf(object, roles.length, permissions, 'too many permissions'),
    ...sizeFaultsOf(object, members, roles.length, 'too many roles in constraints'),
  ];
};

/** Reads the config of an object once. */
export const readRbac = onceForEach((object): RbacConfiguration => {
  const { config } = configurationOf(object);
  const reader = makeConfigReader();
  reader.tellAll(parameterFaults(object, []));
  const field = reader.fields(config, keys);
  const objects = reader
    .entries(field('objects'), 'objects and lists of operations')
    .map(({ key, value }) => {
      reader.demand(value, 'list', 'an operation');
      return { name: key, operations: reader.names(value, 'operations') };
    });
  reader.demand(field('objects'), 'dictionary', 'an object');
  reader.demand(field('roles'), 'dictionary', 'a role');
  const roles = reader.entries(field('roles'), 'roles').map((entry) => readRole(reader, entry));
  const constraintsOf = (key: string): readonly DeclaredConstraint[] =>
    reader.entries(field(key), 'constraints').map((entry) => readConstraint(reader, entry));
  const [ssd, dsd] = [constraintsOf('ssd'), constraintsOf('dsd')];
  const poolOf = (key: string): number => reader.integer(field(key), key, 1, greatestPool) ?? 1;
  const [users, sessions] = [poolOf('user_pool_size'), poolOf('session_pool_size')];
  reader.tellAll(nameFaults(field, objects, roles, [...ssd, ...dsd]));
  const { order, faults } = walkHierarchy(roles, numbersOf(roles.map(({ name }) => name.text)));
  reader.tellAll(faults);
  reader.tellAll(boundFaults(object, objects, roles, [...ssd, ...dsd]));
  return { objects, roles, order, ssd, dsd, users, sessions, faults: reader.faults };
});
