import { record } from '../../model/value.ts';
import type { Value } from '../../model/value.ts';

/** A config as sets: what the standard writes in set theory. */
export interface Plan {
  /** Of each role by its number: roles of smaller numbers, and permissions. */
  readonly roles: readonly {
    readonly juniors: readonly number[];
    readonly permissions: readonly number[];
  }[];
  readonly ssd: readonly Limit[];
  readonly dsd: readonly Limit[];
}

export interface Limit {
  readonly roles: readonly number[];
  readonly cardinality: number;
}

export const userPool = 3;
export const sessionPool = 3;
export const permissions = 4;

export const textOf = ({ roles, ssd, dsd }: Plan): string => {
  const names = (numbers: readonly number[]): string =>
    `[${numbers.map((number) => `"r${String(number)}"`).join(', ')}]`;
  const limits = (all: readonly Limit[]): string =>
    all
      .map(
        (one, index) =>
          `"c${String(index)}" : { roles : ${names(one.roles)}, cardinality : ${String(one.cardinality)} }`,
      )
      .join(', ');
  const role = ({ juniors, permissions: own }: Plan['roles'][number], index: number): string =>
    `"r${String(index)}" : { inherits : ${names(juniors)}, permissions : { "o" : [${own.map((one) => `"p${String(one)}"`).join(', ')}] } }`;
  return `policy object a : Rbac { config = {
    objects : { "o" : ["p0", "p1", "p2", "p3"] },
    roles : { ${roles.map(role).join(', ')} },
    ssd : { ${limits(ssd)} }, dsd : { ${limits(dsd)} },
    user_pool_size : ${String(userPool)}, session_pool_size : ${String(sessionPool)}
} }`;
};

/** All that a role has, by going through its inheritances again and again. */
const closureOf = ({ roles }: Plan, role: number): ReadonlySet<number> =>
  new Set([
    role,
    ...(roles[role]?.juniors ?? []).flatMap((one) => [
      ...closureOf({ roles, ssd: [], dsd: [] }, one),
    ]),
  ]);

const allOf = (plan: Plan, roles: Iterable<number>): ReadonlySet<number> =>
  new Set([...roles].flatMap((role) => [...closureOf(plan, role)]));

export const breaks = (plan: Plan, limits: readonly Limit[], roles: Iterable<number>): boolean => {
  const all = allOf(plan, roles);
  return limits.some(
    (limit) => limit.roles.filter((role) => all.has(role)).length >= limit.cardinality,
  );
};

/** One of some rules, and what it is asked with. */
type Asked<Rule extends string, Argument> = Rule extends string
  ? Argument & { readonly rule: Rule }
  : never;

type OnUser = Asked<'assign' | 'deassign', { readonly user: number; readonly role: number }>;

type OnSession =
  | Asked<
      'open',
      { readonly sid: number; readonly user: number; readonly roles: readonly number[] }
    >
  | Asked<'close' | 'release', { readonly sid: number }>
  | Asked<'activate' | 'drop', { readonly sid: number; readonly role: number }>
  | Asked<'check', { readonly sid: number; readonly permission: number }>;

/** A rule of an Rbac, or the release of an SID; a role is taken modulo how many the plan has. */
export type Step = OnUser | OnSession;

/** Who a session is for, and its active roles. */
interface Held {
  readonly user: number;
  readonly active: ReadonlySet<number>;
}

/** Users and sessions as the standard has them: relations. */
export interface Relations {
  readonly assigned: ReadonlyMap<number, ReadonlySet<number>>;
  readonly sessions: ReadonlyMap<number, Held>;
}

export const nobody: Relations = { assigned: new Map(), sessions: new Map() };

const rolesOf = ({ assigned }: Relations, user: number): ReadonlySet<number> =>
  assigned.get(user) ?? new Set();

const withRoles = (so: Relations, user: number, roles: ReadonlySet<number>): Relations => ({
  ...so,
  assigned: new Map([
    ...[...so.assigned].filter(([other]) => other !== user),
    ...(roles.size === 0 ? [] : [[user, roles] as const]),
  ]),
});

const withActive = (
  so: Relations,
  session: number,
  user: number,
  active: ReadonlySet<number>,
): Relations => ({
  ...so,
  sessions: new Map([...so.sessions, [session, { user, active }]]),
});

const isSubset = (left: ReadonlySet<number>, right: ReadonlySet<number>): boolean =>
  [...left].every((one) => right.has(one));

const afterUser = (
  plan: Plan,
  so: Relations,
  { rule, user, role }: OnUser,
): Relations | undefined => {
  const number = role % plan.roles.length;
  const had = rolesOf(so, user);
  if (had.has(number) !== (rule === 'deassign')) return undefined;
  if (rule === 'assign') {
    const isFull = so.assigned.size === userPool && !so.assigned.has(user);
    const more = new Set([...had, number]);
    return isFull || breaks(plan, plan.ssd, more) ? undefined : withRoles(so, user, more);
  }
  const rest = new Set([...had].filter((one) => one !== number));
  const left = allOf(plan, rest);
  const sessions = new Map(
    [...so.sessions].map(([key, session]) => {
      const active = new Set([...session.active].filter((one) => left.has(one)));
      return [key, session.user === user ? { user, active } : session] as const;
    }),
  );
  return { ...withRoles(so, user, rest), sessions };
};

const without = (so: Relations, isGone: (key: number, user: number) => boolean): Relations => ({
  ...so,
  sessions: new Map([...so.sessions].filter(([key, { user }]) => !isGone(key, user))),
});

const afterRelease = (so: Relations, sid: number): Relations =>
  withRoles(
    without(so, (key, user) => key === sid || user === sid),
    sid,
    new Set(),
  );

const afterOpen = (
  plan: Plan,
  so: Relations,
  { sid, user, roles }: Extract<OnSession, { readonly rule: 'open' }>,
): Relations | undefined => {
  const active = new Set(roles.map((one) => one % plan.roles.length));
  const may =
    !so.sessions.has(sid) &&
    so.sessions.size < sessionPool &&
    isSubset(active, allOf(plan, rolesOf(so, user))) &&
    !breaks(plan, plan.dsd, active);
  return may ? withActive(so, sid, user, active) : undefined;
};

const afterActive = (
  plan: Plan,
  so: Relations,
  { rule, sid, role }: Extract<OnSession, { readonly rule: 'activate' | 'drop' }>,
  { user, active }: Held,
): Relations | undefined => {
  const number = role % plan.roles.length;
  if (active.has(number) !== (rule === 'drop')) return undefined;
  if (rule === 'drop') {
    return withActive(so, sid, user, new Set([...active].filter((one) => one !== number)));
  }
  const more = new Set([...active, number]);
  const may = isSubset(more, allOf(plan, rolesOf(so, user))) && !breaks(plan, plan.dsd, more);
  return may ? withActive(so, sid, user, more) : undefined;
};

/** The relations after a step; absent if the standard's function has not its precondition. */
export const after = (plan: Plan, so: Relations, step: Step): Relations | undefined => {
  if (step.rule === 'assign' || step.rule === 'deassign') return afterUser(plan, so, step);
  if (step.rule === 'release') return afterRelease(so, step.sid);
  if (step.rule === 'open') return afterOpen(plan, so, step);
  const session = so.sessions.get(step.sid);
  if (session === undefined) return undefined;
  if (step.rule === 'close') return without(so, (key) => key === step.sid);
  if (step.rule !== 'check') return afterActive(plan, so, step, session);
  const isPermitted = [...allOf(plan, session.active)].some(
    (one) => plan.roles[one]?.permissions.includes(step.permission) === true,
  );
  return isPermitted ? so : undefined;
};

export const argumentOf = (plan: Plan, step: Step): Value => {
  const name = (number: number): string => `r${String(number % plan.roles.length)}`;
  switch (step.rule) {
    case 'assign':
    case 'deassign':
      return record([
        ['user', BigInt(step.user)],
        ['role', name(step.role)],
      ]);
    case 'open':
      return record([
        ['sid', BigInt(step.sid)],
        ['user', BigInt(step.user)],
        ['roles', step.roles.map(name)],
      ]);
    case 'activate':
    case 'drop':
      return record([
        ['sid', BigInt(step.sid)],
        ['role', name(step.role)],
      ]);
    case 'check':
      return record([
        ['sid', BigInt(step.sid)],
        ['operation', `p${String(step.permission)}`],
        ['object', 'o'],
      ]);
    default:
      return record([['sid', BigInt(step.sid)]]);
  }
};

/** Relations in the words in which the model describes its state. */
export const inWords = ({ assigned, sessions }: Relations): unknown => {
  const names = (roles: ReadonlySet<number>): readonly string[] =>
    [...roles].sort((left, right) => left - right).map((one) => `r${String(one)}`);
  return {
    users: Object.fromEntries([...assigned].map(([user, roles]) => [user, names(roles)])),
    sessions: Object.fromEntries(
      [...sessions].map(([key, { user, active }]) => [key, { user, active: names(active) }]),
    ),
  };
};
