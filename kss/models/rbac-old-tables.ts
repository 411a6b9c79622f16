import { onceForEach } from './configuration.ts';
import { joinRow, makeBitRows, setBit } from './rbac-bits.ts';
import type { BitRows } from './rbac-bits.ts';
import { numbersOf } from './rbac-configuration.ts';
import { readOldRbac } from './rbac-old-configuration.ts';
import type { NamesByKey, OldConfiguration } from './rbac-old-configuration.ts';

/**
 * What an Rbac's config in the form of version 0.0 says, in numbers, the hierarchy closed over.
 *
 * Shape: a pair of types is one number, `from * types.length + to`. Row r of `permitted` has what
 *        the role r and all that it extends may do; `actionNumbers` has the number of an action in
 *        it, by action and pair.
 */
export interface OldRbacTables {
  readonly types: readonly string[];
  readonly typeNumbers: ReadonlyMap<string, number>;
  readonly roles: readonly string[];
  readonly roleNumbers: ReadonlyMap<string, number>;
  readonly images: ReadonlyMap<
    string,
    { readonly type: number; readonly roles: readonly number[] }
  >;
  readonly actions: ReadonlySet<string>;
  readonly actionNumbers: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly permitted: BitRows;
  /** Images by the type of who may start them. */
  readonly createSubject: ReadonlyMap<number, ReadonlySet<string>>;
  /** Pairs: who may make what. */
  readonly createObject: ReadonlySet<number>;
  /** New types by the pair of who may give them and the old type. */
  readonly retypeObject: ReadonlyMap<number, ReadonlySet<number>>;
  /** Roles by the pair of who may add them and to what. */
  readonly addRoles: ReadonlyMap<number, ReadonlySet<number>>;
}

/** Adds to the set of a key. */
const addTo = <Key, Of>(all: Map<Key, Set<Of>>, key: Key, of: Iterable<Of>): void => {
  const set = all.get(key) ?? new Set<Of>();
  for (const one of of) set.add(one);
  all.set(key, set);
};

const textOf = (entry: NamesByKey, key: string): string => entry.get(key)?.[0]?.text ?? '';
const textsOf = (entry: NamesByKey, key: string): readonly string[] =>
  (entry.get(key) ?? []).map(({ text }) => text);

/** Numbers of types, pairs and roles. */
interface Numbers {
  readonly type: (entry: NamesByKey, key: string) => number;
  readonly pair: (entry: NamesByKey, from: string, to: string) => number;
  readonly roles: (entry: NamesByKey) => readonly number[];
}

const numbersIn = (
  typeNumbers: ReadonlyMap<string, number>,
  roleNumbers: ReadonlyMap<string, number>,
): Numbers => {
  const type = (entry: NamesByKey, key: string): number => typeNumbers.get(textOf(entry, key)) ?? 0;
  return {
    type,
    pair: (entry, from, to) => type(entry, from) * typeNumbers.size + type(entry, to),
    roles: (entry) => textsOf(entry, 'roles').map((role) => roleNumbers.get(role) ?? 0),
  };
};

/** Every action that some right permits on a pair has a number, in the order of the config. */
const numberActions = (
  { permissions, roles }: OldConfiguration,
  { pair }: Numbers,
): {
  readonly actionNumbers: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly own: readonly (readonly number[])[];
  readonly count: number;
} => {
  const actionsOf = new Map(
    permissions.map(({ name, actions }) => [name.text, actions.map(({ text }) => text)] as const),
  );
  const actionNumbers = new Map<string, Map<number, number>>();
  let count = 0;
  const numberOf = (action: string, on: number): number => {
    const byPair = actionNumbers.get(action) ?? new Map<number, number>();
    const number = byPair.get(on) ?? count++;
    actionNumbers.set(action, byPair.set(on, number));
    return number;
  };
  const own = roles.map(({ rights }) =>
    rights.flatMap((right) => {
      const on = pair(right, 'from', 'to');
      return textsOf(right, 'permissions').flatMap((permission) =>
        (actionsOf.get(permission) ?? []).map((action) => numberOf(action, on)),
      );
    }),
  );
  return { actionNumbers, own, count };
};

const closeOver = (
  { roles, order }: OldConfiguration,
  roleNumbers: ReadonlyMap<string, number>,
  own: readonly (readonly number[])[],
  count: number,
): BitRows => {
  const rows = makeBitRows(roles.length, count);
  for (const role of order) {
    for (const number of own[role] ?? []) setBit(rows, role, number);
    for (const { text } of roles[role]?.juniors ?? []) {
      joinRow(rows, role, rows, roleNumbers.get(text) ?? role);
    }
  }
  return rows;
};

const whoMay = (
  read: OldConfiguration,
  { type, pair, roles }: Numbers,
): Pick<OldRbacTables, 'createSubject' | 'createObject' | 'retypeObject' | 'addRoles'> => {
  const createSubject = new Map<number, Set<string>>();
  for (const entry of read.createSubject) {
    addTo(createSubject, type(entry, 'from'), textsOf(entry, 'image'));
  }
  const retypeObject = new Map<number, Set<number>>();
  for (const entry of read.retypeObject) {
    addTo(retypeObject, pair(entry, 'from', 'old'), [type(entry, 'new')]);
  }
  const addRoles = new Map<number, Set<number>>();
  for (const entry of read.addRoles) addTo(addRoles, pair(entry, 'from', 'to'), roles(entry));
  const createObject = new Set(read.createObject.map((entry) => pair(entry, 'from', 'to')));
  return { createSubject, createObject, retypeObject, addRoles };
};

/** The tables of an object, made once; only of a config without faults. */
export const oldTablesOf = onceForEach((object): OldRbacTables => {
  const read = readOldRbac(object);
  const types = read.types.map(({ text }) => text);
  const roles = read.roles.map(({ name }) => name.text);
  const [typeNumbers, roleNumbers] = [numbersOf(types), numbersOf(roles)];
  const numbers = numbersIn(typeNumbers, roleNumbers);
  const { actionNumbers, own, count } = numberActions(read, numbers);
  return {
    types,
    typeNumbers,
    roles,
    roleNumbers,
    images: new Map(
      read.images.map(({ name, has }) => [
        name.text,
        {
          type: numbers.type(has, 'type'),
          roles: [...numbers.roles(has)].sort((left, right) => left - right),
        },
      ]),
    ),
    actions: new Set(read.permissions.flatMap((one) => one.actions.map(({ text }) => text))),
    actionNumbers,
    permitted: closeOver(read, roleNumbers, own, count),
    ...whoMay(read, numbers),
  };
});
