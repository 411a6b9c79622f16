import type { Value } from '../../model/value.ts';
import { denied, failed, granted, yielded } from '../security-model.ts';
import type { Ruled, Yielded } from '../security-model.ts';
import { fieldOf, findSid, isList } from '../values.ts';
import { hasBit } from './rbac-bits.ts';
import { rolesOf, withNumber, withRoles, withSession } from './rbac-state.ts';
import type { RbacState, Session } from './rbac-state.ts';
import { findBroken } from './rbac-tables.ts';
import type { Constraint, RbacTables } from './rbac-tables.ts';

type Answer = Ruled<RbacState>;
type Rule = (tables: RbacTables, state: RbacState, argument: Value) => Answer;

/** Why an Rbac refuses or fails, in words. */
export const rbacReasons = {
  noSid: (party: 'sid' | 'user') => `the SID of \`${party}\` is out of range`,
  strangeRole: 'the role is none of the object',
  strangeRoles: 'one of the roles is none of the object, or they are no list',
  strangePermission: 'there is no such operation on such an object',
  assigned: (role: string) => `the user has the role "${role}" already`,
  unassigned: (role: string) => `the role "${role}" is not assigned to the user`,
  unauthorized: (role: string) => `the user has not the role "${role}"`,
  noUserLeft: 'the pool of users is empty',
  noSessionLeft: 'the pool of sessions is empty',
  open: (sid: number) => `SID ${String(sid)} has a session already`,
  closed: (sid: number) => `SID ${String(sid)} has no session`,
  active: (role: string) => `the role "${role}" is active already`,
  inactive: (role: string) => `the role "${role}" is not active`,
  broken: (kind: 'ssd' | 'dsd', { name, cardinality }: Constraint) =>
    `the ${kind} "${name}" forbids ${String(cardinality)} of its roles together`,
  notPermitted: 'no active role has the permission',
} as const;

const findRole = ({ roleNumbers }: RbacTables, value: Value | undefined): number | undefined =>
  typeof value === 'string' ? roleNumbers.get(value) : undefined;

const nameOf = ({ roles }: RbacTables, role: number): string => roles[role] ?? '';

const isAuthorized = (
  { inherited }: RbacTables,
  assigned: readonly number[],
  role: number,
): boolean => assigned.some((one) => hasBit(inherited, one, role));

const assign: Rule = (tables, state, argument) => {
  const user = findSid(fieldOf(argument, 'user'));
  if (user === undefined) return denied(rbacReasons.noSid('user'));
  const role = findRole(tables, fieldOf(argument, 'role'));
  if (role === undefined) return failed(rbacReasons.strangeRole);
  const assigned = rolesOf(state, user);
  if (assigned.includes(role)) return denied(rbacReasons.assigned(nameOf(tables, role)));
  if (assigned.length === 0 && state.users.size >= tables.users) {
    return denied(rbacReasons.noUserLeft);
  }
  const roles = withNumber(assigned, role);
  const broken = findBroken(tables, tables.ssd, roles);
  if (broken !== undefined) return denied(rbacReasons.broken('ssd', broken));
  return { kind: 'granted', next: withRoles(state, user, roles) };
};

/** Roles that the user has no more are dropped from the user's sessions, which stay open. */
const revoke = (tables: RbacTables, state: RbacState, user: number): RbacState => {
  const assigned = rolesOf(state, user);
  const sessions = [...state.sessions].map(([sid, session]): readonly [number, Session] => {
    if (session.user !== user) return [sid, session];
    const active = session.active.filter((role) => isAuthorized(tables, assigned, role));
    return [sid, active.length === session.active.length ? session : { user, active }];
  });
  return { ...state, sessions: new Map(sessions) };
};

const deassign: Rule = (tables, state, argument) => {
  const user = findSid(fieldOf(argument, 'user'));
  if (user === undefined) return denied(rbacReasons.noSid('user'));
  const role = findRole(tables, fieldOf(argument, 'role'));
  if (role === undefined) return failed(rbacReasons.strangeRole);
  const assigned = rolesOf(state, user);
  if (!assigned.includes(role)) return denied(rbacReasons.unassigned(nameOf(tables, role)));
  const rest = assigned.filter((one) => one !== role);
  return { kind: 'granted', next: revoke(tables, withRoles(state, user, rest), user) };
};

const findRoles = (tables: RbacTables, value: Value | undefined): readonly number[] | undefined => {
  if (value === undefined || !isList(value)) return undefined;
  const roles = value.map((one) => findRole(tables, one));
  return roles.every((one) => one !== undefined)
    ? [...new Set(roles)].sort((left, right) => left - right)
    : undefined;
};

/** Why a user's session may not have some roles active; absent if it may. */
const refusalOf = (
  tables: RbacTables,
  state: RbacState,
  user: number,
  active: readonly number[],
): Answer | undefined => {
  const assigned = rolesOf(state, user);
  const strange = active.find((role) => !isAuthorized(tables, assigned, role));
  if (strange !== undefined) return denied(rbacReasons.unauthorized(nameOf(tables, strange)));
  const broken = findBroken(tables, tables.dsd, active);
  return broken === undefined ? undefined : denied(rbacReasons.broken('dsd', broken));
};

const open: Rule = (tables, state, argument) => {
  const sid = findSid(fieldOf(argument, 'sid'));
  if (sid === undefined) return denied(rbacReasons.noSid('sid'));
  const user = findSid(fieldOf(argument, 'user'));
  if (user === undefined) return denied(rbacReasons.noSid('user'));
  if (state.sessions.has(sid)) return denied(rbacReasons.open(sid));
  if (state.sessions.size >= tables.sessions) return denied(rbacReasons.noSessionLeft);
  const active = findRoles(tables, fieldOf(argument, 'roles'));
  if (active === undefined) return failed(rbacReasons.strangeRoles);
  return (
    refusalOf(tables, state, user, active) ?? {
      kind: 'granted',
      next: withSession(state, sid, { user, active }),
    }
  );
};

/** A rule on a session that is there. */
const onSession =
  (
    rule: (
      tables: RbacTables,
      state: RbacState,
      session: Session & { readonly sid: number },
      argument: Value,
    ) => Answer,
  ): Rule =>
  (tables, state, argument) => {
    const sid = findSid(fieldOf(argument, 'sid'));
    if (sid === undefined) return denied(rbacReasons.noSid('sid'));
    const session = state.sessions.get(sid);
    if (session === undefined) return denied(rbacReasons.closed(sid));
    return rule(tables, state, { ...session, sid }, argument);
  };

const close = onSession((_tables, state, { sid }) => ({
  kind: 'granted',
  next: withSession(state, sid, undefined),
}));

const activate = onSession((tables, state, { sid, user, active }, argument) => {
  const role = findRole(tables, fieldOf(argument, 'role'));
  if (role === undefined) return failed(rbacReasons.strangeRole);
  if (active.includes(role)) return denied(rbacReasons.active(nameOf(tables, role)));
  const more = withNumber(active, role);
  return (
    refusalOf(tables, state, user, more) ?? {
      kind: 'granted',
      next: withSession(state, sid, { user, active: more }),
    }
  );
});

const drop = onSession((tables, state, { sid, user, active }, argument) => {
  const role = findRole(tables, fieldOf(argument, 'role'));
  if (role === undefined) return failed(rbacReasons.strangeRole);
  if (!active.includes(role)) return denied(rbacReasons.inactive(nameOf(tables, role)));
  const rest = active.filter((one) => one !== role);
  return { kind: 'granted', next: withSession(state, sid, { user, active: rest }) };
});

const check = onSession((tables, _state, { active }, argument) => {
  const [on, operation] = [fieldOf(argument, 'object'), fieldOf(argument, 'operation')];
  const number =
    typeof on === 'string' && typeof operation === 'string'
      ? tables.permissionNumbers.get(on)?.get(operation)
      : undefined;
  if (number === undefined) return failed(rbacReasons.strangePermission);
  return active.some((role) => hasBit(tables.permitted, role, number))
    ? granted
    : denied(rbacReasons.notPermitted);
});

const rules: ReadonlyMap<string, Rule> = new Map([
  ['assign', assign],
  ['deassign', deassign],
  ['open', open],
  ['close', close],
  ['activate', activate],
  ['drop', drop],
  ['check', check],
]);

/** What a rule answers. */
export const ruleOfSessions = (
  tables: RbacTables,
  state: RbacState,
  method: string,
  argument: Value,
): Answer => rules.get(method)?.(tables, state, argument) ?? failed(`there is no rule "${method}"`);

const hasRole = (tables: RbacTables, state: RbacState, argument: Value): Yielded => {
  const user = findSid(fieldOf(argument, 'user'));
  if (user === undefined) return failed(rbacReasons.noSid('user'));
  const role = findRole(tables, fieldOf(argument, 'role'));
  if (role === undefined) return failed(rbacReasons.strangeRole);
  return yielded(isAuthorized(tables, rolesOf(state, user), role));
};

/** What an expression yields. */
export const yieldOfSessions = (
  tables: RbacTables,
  state: RbacState,
  method: string,
  argument: Value,
): Yielded => {
  if (method === 'has_role') return hasRole(tables, state, argument);
  const sid = findSid(fieldOf(argument, 'sid'));
  if (sid === undefined) return failed(rbacReasons.noSid('sid'));
  const session = state.sessions.get(sid);
  if (session === undefined) return failed(rbacReasons.closed(sid));
  if (method === 'user_of') return yielded(BigInt(session.user));
  const role = findRole(tables, fieldOf(argument, 'role'));
  return role === undefined
    ? failed(rbacReasons.strangeRole)
    : yielded(session.active.includes(role));
};
