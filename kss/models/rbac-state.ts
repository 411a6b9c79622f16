import type { Writer } from '../../model/writer.ts';
import type { RbacTables } from './rbac-tables.ts';

/**
 * A session: a subject that works for a user, and what it has activated of the user's roles.
 *
 * Shape: numbers of roles, ascending.
 */
export interface Session {
  readonly user: number;
  readonly active: readonly number[];
}

/**
 * Who has which roles, and the sessions by the SID of their subject.
 *
 * Shape: numbers of roles, ascending; a user without a role is not there.
 */
export interface RbacState {
  readonly kind: 'sessions';
  readonly users: ReadonlyMap<number, readonly number[]>;
  readonly sessions: ReadonlyMap<number, Session>;
}

export const noSessions: RbacState = { kind: 'sessions', users: new Map(), sessions: new Map() };

export const rolesOf = ({ users }: RbacState, user: number): readonly number[] =>
  users.get(user) ?? [];

export const withNumber = (numbers: readonly number[], number: number): readonly number[] =>
  numbers.includes(number) ? numbers : [...numbers, number].sort((left, right) => left - right);

export const withRoles = (state: RbacState, user: number, roles: readonly number[]): RbacState => {
  const users = new Map(state.users);
  if (roles.length === 0) users.delete(user);
  else users.set(user, roles);
  return { ...state, users };
};

export const withSession = (
  state: RbacState,
  sid: number,
  session: Session | undefined,
): RbacState => {
  const sessions = new Map(state.sessions);
  if (session === undefined) sessions.delete(sid);
  else sessions.set(sid, session);
  return { ...state, sessions };
};

/** Nothing of the SID is left: neither its roles nor its session, nor sessions that work for it. */
export const withoutSid = (state: RbacState, sid: number): RbacState => {
  const stays = ([session, { user }]: readonly [number, Session]): boolean =>
    session !== sid && user !== sid;
  const kept = [...state.sessions].filter(stays);
  if (kept.length === state.sessions.size && !state.users.has(sid)) return state;
  return { ...withRoles(state, sid, []), sessions: new Map(kept) };
};

const bySid = <Of>(all: ReadonlyMap<number, Of>): readonly (readonly [number, Of])[] =>
  [...all].sort(([left], [right]) => left - right);

const writeNumbers = (numbers: readonly number[], writer: Writer): void => {
  writer.word(numbers.length);
  for (const number of numbers) writer.word(number);
};

export const encodeRbac = ({ users, sessions }: RbacState, writer: Writer): void => {
  writer.word(users.size);
  for (const [sid, roles] of bySid(users)) {
    writer.word(sid);
    writeNumbers(roles, writer);
  }
  writer.word(sessions.size);
  for (const [sid, { user, active }] of bySid(sessions)) {
    writer.word(sid);
    writer.word(user);
    writeNumbers(active, writer);
  }
};

export const describeRbac = ({ users, sessions }: RbacState, { roles }: RbacTables): unknown => {
  const namesOf = (numbers: readonly number[]): readonly string[] =>
    numbers.flatMap((number) => roles[number] ?? []);
  return {
    users: Object.fromEntries(bySid(users).map(([sid, held]) => [sid, namesOf(held)])),
    sessions: Object.fromEntries(
      bySid(sessions).map(([sid, { user, active }]) => [sid, { user, active: namesOf(active) }]),
    ),
  };
};
