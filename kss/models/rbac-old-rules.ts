import type { Value } from '../../model/value.ts';
import type { Writer } from '../../model/writer.ts';
import { denied, failed, granted, yielded } from '../security-model.ts';
import type { Ruled, Yielded } from '../security-model.ts';
import { fieldOf, findSid, isList } from '../values.ts';
import { hasBit } from './rbac-bits.ts';
import type { OldRbacTables } from './rbac-old-tables.ts';
import { withNumber } from './rbac-state.ts';

/** The type of a subject or an object; only a subject has roles, their numbers ascending. */
interface Mark {
  readonly type: number;
  readonly roles: readonly number[] | undefined;
}

/** The marks of each SID that has one. */
export interface OldState {
  readonly kind: 'types';
  readonly marks: ReadonlyMap<number, Mark>;
}

export const noMarks: OldState = { kind: 'types', marks: new Map() };

type Answer = Ruled<OldState>;
type Rule = (tables: OldRbacTables, state: OldState, argument: Value) => Answer;

interface Found extends Mark {
  readonly kind: 'found';
  readonly sid: number;
}

type Refused = ReturnType<typeof denied>;

const find = ({ marks }: OldState, argument: Value, party: string): Found | Refused => {
  const sid = findSid(fieldOf(argument, party));
  if (sid === undefined) return denied(`the SID of the ${party} is out of range`);
  const mark = marks.get(sid);
  if (mark === undefined) return denied(`the ${party}, SID ${String(sid)}, has no type`);
  return { kind: 'found', sid, ...mark };
};

/** The SID of what is made: it must have no type yet. */
const findNew = (
  { marks }: OldState,
  argument: Value,
): { readonly kind: 'new'; readonly sid: number } | Refused => {
  const sid = findSid(fieldOf(argument, 'target'));
  if (sid === undefined) return denied('the SID of the target is out of range');
  return marks.has(sid)
    ? denied(`the target, SID ${String(sid)}, has a type already`)
    : { kind: 'new', sid };
};

const numberIn = (
  numbers: ReadonlyMap<string, number>,
  value: Value | undefined,
): number | undefined => (typeof value === 'string' ? numbers.get(value) : undefined);

const withMark = (state: OldState, sid: number, mark: Mark): Answer => ({
  kind: 'granted',
  next: { ...state, marks: new Map([...state.marks, [sid, mark]]) },
});

const createSubject: Rule = (tables, state, argument) => {
  const target = findNew(state, argument);
  if (target.kind === 'denied') return target;
  const source = fieldOf(argument, 'source') === null ? undefined : find(state, argument, 'source');
  if (source?.kind === 'denied') return source;
  const name = fieldOf(argument, 'image');
  const image = typeof name === 'string' ? tables.images.get(name) : undefined;
  if (typeof name !== 'string' || image === undefined) {
    return failed('the image is none of the object');
  }
  const may = source === undefined || tables.createSubject.get(source.type)?.has(name) === true;
  return may
    ? withMark(state, target.sid, image)
    : denied(`create_subject does not let the type of the source start "${name}"`);
};

const createObject: Rule = (tables, state, argument) => {
  const target = findNew(state, argument);
  if (target.kind === 'denied') return target;
  const source = find(state, argument, 'source');
  if (source.kind === 'denied') return source;
  const type = numberIn(tables.typeNumbers, fieldOf(argument, 'type'));
  if (type === undefined) return failed('the type is none of the object');
  return tables.createObject.has(source.type * tables.types.length + type)
    ? withMark(state, target.sid, { type, roles: undefined })
    : denied('create_object does not let the type of the source make the type');
};

const retypeObject: Rule = (tables, state, argument) => {
  const source = find(state, argument, 'source');
  if (source.kind === 'denied') return source;
  const target = find(state, argument, 'target');
  if (target.kind === 'denied') return target;
  if (target.roles !== undefined) return denied('the target is a subject');
  const type = numberIn(tables.typeNumbers, fieldOf(argument, 'type'));
  if (type === undefined) return failed('the type is none of the object');
  const pair = source.type * tables.types.length + target.type;
  if (tables.retypeObject.get(pair)?.has(type) !== true) {
    return denied('retype_object does not let the type of the source give the target the type');
  }
  return type === target.type ? granted : withMark(state, target.sid, { type, roles: undefined });
};

const addRoles: Rule = (tables, state, argument) => {
  const source = find(state, argument, 'source');
  if (source.kind === 'denied') return source;
  const target = find(state, argument, 'target');
  if (target.kind === 'denied') return target;
  if (target.roles === undefined) return denied('the target is no subject');
  const given = fieldOf(argument, 'roles') ?? null;
  const roles = isList(given) ? given.map((one) => numberIn(tables.roleNumbers, one)) : [undefined];
  if (!roles.every((role) => role !== undefined)) {
    return failed('one of the roles is none of the object, or they are no list');
  }
  const may = tables.addRoles.get(source.type * tables.types.length + target.type);
  const strange = roles.find((role) => may?.has(role) !== true);
  if (strange !== undefined) {
    const name = tables.roles[strange] ?? '';
    return denied(`add_roles does not let the type of the source add "${name}" to the target`);
  }
  const all = roles.reduce(withNumber, target.roles);
  return all.length === target.roles.length
    ? granted
    : withMark(state, target.sid, { type: target.type, roles: all });
};

const check: Rule = (tables, state, argument) => {
  const source = find(state, argument, 'source');
  if (source.kind === 'denied') return source;
  const target = find(state, argument, 'target');
  if (target.kind === 'denied') return target;
  const action = fieldOf(argument, 'action');
  if (typeof action !== 'string' || !tables.actions.has(action)) {
    return failed('the action is none of the object');
  }
  const pair = source.type * tables.types.length + target.type;
  const number = tables.actionNumbers.get(action)?.get(pair);
  const may =
    number !== undefined &&
    (source.roles ?? []).some((role) => hasBit(tables.permitted, role, number));
  return may ? granted : denied('no role of the source has a right to the action on the target');
};

const rules: ReadonlyMap<string, Rule> = new Map([
  ['create_subject', createSubject],
  ['create_object', createObject],
  ['retype_object', retypeObject],
  ['add_roles', addRoles],
  ['check', check],
]);

/** What a rule of the form of version 0.0 answers. */
export const ruleOfTypes = (
  tables: OldRbacTables,
  state: OldState,
  method: string,
  argument: Value,
): Answer => rules.get(method)?.(tables, state, argument) ?? failed(`there is no rule "${method}"`);

/** `query_type`. */
export const queryType = (tables: OldRbacTables, { marks }: OldState, argument: Value): Yielded => {
  const sid = findSid(fieldOf(argument, 'sid'));
  const mark = sid === undefined ? undefined : marks.get(sid);
  const name = mark === undefined ? undefined : tables.types[mark.type];
  return name === undefined ? failed('the SID has no type') : yielded(name);
};

export const withoutMark = (state: OldState, sid: number): OldState =>
  state.marks.has(sid)
    ? { ...state, marks: new Map([...state.marks].filter(([other]) => other !== sid)) }
    : state;

export const encodeTypes = ({ marks }: OldState, writer: Writer): void => {
  writer.word(marks.size);
  for (const [sid, { type, roles }] of [...marks].sort(([left], [right]) => left - right)) {
    writer.word(sid);
    writer.word(type);
    writer.word(roles === undefined ? -1 : roles.length);
    for (const role of roles ?? []) writer.word(role);
  }
};

export const describeTypes = ({ marks }: OldState, { types, roles }: OldRbacTables): unknown =>
  Object.fromEntries(
    [...marks]
      .sort(([left], [right]) => left - right)
      .map(([sid, mark]) => [
        sid,
        mark.roles === undefined
          ? { type: types[mark.type] }
          : { type: types[mark.type], roles: mark.roles.map((role) => roles[role]) },
      ]),
  );
