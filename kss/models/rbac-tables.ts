import type { ConfigurationFault } from '../../solution/catalogue.ts';
import { fault, onceForEach } from './configuration.ts';
import { hasBit, joinRow, makeBitRows, setBit } from './rbac-bits.ts';
import type { BitRows } from './rbac-bits.ts';
import { numbersOf, readRbac } from './rbac-configuration.ts';
import type { DeclaredConstraint, RbacConfiguration } from './rbac-configuration.ts';

/** A separation of duty: of `roles`, by their numbers, fewer than `cardinality` go together. */
export interface Constraint {
  readonly name: string;
  readonly roles: readonly number[];
  readonly cardinality: number;
}

/**
 * What an Rbac's config says, in numbers, the hierarchy closed over: for engines.
 *
 * Shape: roles and permissions are numbered from 0, in the order of the config. Row r of `inherited`
 *        has the roles that r has, itself among them; row r of `permitted` the permissions of all of
 *        these. A session with the active roles A may do p if some row of A has p.
 * Source: ANSI INCITS 359-2004, reference model; spec/models/rbac.md.
 */
export interface RbacTables {
  readonly roles: readonly string[];
  readonly roleNumbers: ReadonlyMap<string, number>;
  readonly objects: readonly string[];
  readonly operations: readonly string[];
  /** By object, then by operation. */
  readonly permissionNumbers: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly inherited: BitRows;
  readonly permitted: BitRows;
  readonly ssd: readonly Constraint[];
  readonly dsd: readonly Constraint[];
  /** Most SIDs that have a role at a time. */
  readonly users: number;
  /** Most sessions at a time. */
  readonly sessions: number;
}

type PermissionNumbers = RbacTables['permissionNumbers'];

const numberPermissions = ({ objects }: RbacConfiguration): PermissionNumbers => {
  let next = 0;
  return new Map(
    objects.map(({ name, operations }) => [
      name.text,
      new Map(operations.map(({ text }) => [text, next++] as const)),
    ]),
  );
};

const constraintOf =
  (numbers: ReadonlyMap<string, number>) =>
  ({ name, roles, cardinality }: DeclaredConstraint): Constraint => ({
    name: name.text,
    roles: roles.map(({ text }) => numbers.get(text) ?? 0),
    cardinality,
  });

/** Each row takes in those of the juniors, which are whole before. */
const closeOver = (
  { roles, order }: RbacConfiguration,
  numbers: ReadonlyMap<string, number>,
  rows: BitRows,
): BitRows => {
  for (const senior of order) {
    for (const { text } of roles[senior]?.juniors ?? []) {
      joinRow(rows, senior, rows, numbers.get(text) ?? senior);
    }
  }
  return rows;
};

const ownPermissions = ({ roles }: RbacConfiguration, numbers: PermissionNumbers): BitRows => {
  const count = [...numbers.values()].reduce((sum, { size }) => sum + size, 0);
  const rows = makeBitRows(roles.length, count);
  roles.forEach(({ permissions }, role) => {
    for (const { name, operations } of permissions) {
      for (const { text } of operations) {
        const number = numbers.get(name.text)?.get(text);
        if (number !== undefined) setBit(rows, role, number);
      }
    }
  });
  return rows;
};

const ownRoles = (count: number): BitRows => {
  const rows = makeBitRows(count, count);
  for (let role = 0; role < count; role++) setBit(rows, role, role);
  return rows;
};

/** The tables of an object, made once; only of a config without faults. */
export const rbacTablesOf = onceForEach((object): RbacTables => {
  const read = readRbac(object);
  const roles = read.roles.map(({ name }) => name.text);
  const roleNumbers = numbersOf(roles);
  const permissionNumbers = numberPermissions(read);
  return {
    roles,
    roleNumbers,
    objects: [...permissionNumbers.keys()],
    operations: [...new Set([...permissionNumbers.values()].flatMap((of) => [...of.keys()]))],
    permissionNumbers,
    inherited: closeOver(read, roleNumbers, ownRoles(roles.length)),
    permitted: closeOver(read, roleNumbers, ownPermissions(read, permissionNumbers)),
    ssd: read.ssd.map(constraintOf(roleNumbers)),
    dsd: read.dsd.map(constraintOf(roleNumbers)),
    users: read.users,
    sessions: read.sessions,
  };
});

/** How many of the roles of a constraint come with some roles, what they inherit included. */
export const countHeld = (
  { inherited }: RbacTables,
  { roles }: Constraint,
  held: readonly number[],
): number => roles.filter((role) => held.some((one) => hasBit(inherited, one, role))).length;

/** The first constraint that some roles together break. */
export const findBroken = (
  tables: RbacTables,
  constraints: readonly Constraint[],
  held: readonly number[],
): Constraint | undefined =>
  constraints.find((constraint) => countHeld(tables, constraint, held) >= constraint.cardinality);

/** Roles that break a constraint by what they inherit alone: nobody could ever have them. */
export const constraintFaults = (
  tables: RbacTables,
  { roles, ssd, dsd }: RbacConfiguration,
): readonly ConfigurationFault[] => {
  const faultsOf = (
    constraints: readonly Constraint[],
    declared: readonly DeclaredConstraint[],
    why: string,
  ): readonly ConfigurationFault[] =>
    constraints.flatMap((constraint, index) => {
      const at = declared[index]?.name.at;
      const role = roles.find((_, number) => findBroken(tables, [constraint], [number]));
      if (role === undefined || at === undefined) return [];
      const count = String(countHeld(tables, constraint, [roles.indexOf(role)]));
      return [fault(at, `${why} "${role.name.text}": it has ${count} of these roles itself`)];
    });
  return [
    ...faultsOf(tables.ssd, ssd, 'nobody could be assigned'),
    ...faultsOf(tables.dsd, dsd, 'no session could activate'),
  ];
};
