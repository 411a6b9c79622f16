import type { Value } from '../../model/value.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { denied, failed, granted } from '../security-model.ts';
import type { Ruled } from '../security-model.ts';
import { fieldOf, findSid } from '../values.ts';
import { isAtMost, isSame, meet } from './lattice.ts';
import type { Level } from './lattice.ts';
import { findLevel } from './lattice-notation.ts';
import { latticeOf } from './mic-levels.ts';

/** What is assigned to an SID; `least` is the least level from which a subject may receive data. */
interface Marks {
  readonly level: Level;
  readonly least: Level;
}

/** The marks of each SID that has some. */
export type Assigned = ReadonlyMap<number, Marks>;

type Party = 'source' | 'target' | 'image' | 'container' | 'driver';

/** A party that has a level. */
interface Found extends Marks {
  readonly kind: 'found';
  readonly party: Party;
  readonly sid: number;
}

type Denied = ReturnType<typeof denied>;

/** Whom an argument names for a party: refused, out of range or without a level (C-21). */
const find = (state: Assigned, argument: Value, party: Party): Found | Denied => {
  const sid = findSid(fieldOf(argument, party));
  if (sid === undefined) return denied(`the SID of the ${party} is out of range`);
  const marks = state.get(sid);
  if (marks === undefined) return denied(`the ${party}, SID ${String(sid)}, has no level`);
  return { kind: 'found', party, sid, ...marks };
};

/** Those of the parties that are named: `()` names none. */
const findAll = (
  state: Assigned,
  argument: Value,
  parties: readonly Party[],
): readonly Found[] | Denied => {
  const named = parties.filter((party) => fieldOf(argument, party) !== null);
  const all = named.map((party) => find(state, argument, party));
  const refusal = all.find((one) => one.kind === 'denied');
  return refusal ?? all.flatMap((one) => (one.kind === 'found' ? [one] : []));
};

/** The first party above which a level is, or beside. */
const findBelow = (level: Level, parties: readonly Found[]): Found | undefined =>
  parties.find((party) => !isAtMost(level, party.level));

const above = (what: string, party: string): Denied =>
  denied(`${what} exceeds that of the ${party}, or cannot be compared with it`);

/** The level that an argument gives; for `()` another; absent for what is no level (C-28). */
const askedLevel = (
  object: PolicyObject,
  argument: Value,
  key: 'level' | 'levelR',
  otherwise: Level | undefined,
): Level | undefined => {
  const value = fieldOf(argument, key);
  return value === null ? otherwise : findLevel(latticeOf(object), value);
};

const assign = (state: Assigned, sid: number, marks: Marks): Ruled<Assigned> => {
  const now = state.get(sid);
  const isThere =
    now !== undefined && isSame(now.level, marks.level) && isSame(now.least, marks.least);
  return isThere ? granted : { kind: 'granted', next: new Map([...state, [sid, marks]]) };
};

type Rule = (object: PolicyObject, state: Assigned, argument: Value) => Ruled<Assigned>;

const execute: Rule = (object, state, argument) => {
  const target = findSid(fieldOf(argument, 'target'));
  if (target === undefined) return denied('the SID of the target is out of range');
  const images = findAll(state, argument, ['image']);
  if ('why' in images) return images;
  const level = askedLevel(object, argument, 'level', images[0]?.level);
  if (level === undefined) return failed('the level is none of the object, or is missing');
  const least = askedLevel(object, argument, 'levelR', level);
  if (least === undefined) return failed('levelR is none of the levels of the object');
  if (findBelow(level, images) !== undefined) return above('the level', 'image');
  if (!isAtMost(least, level)) return denied('levelR exceeds level, or cannot be compared with it');
  return assign(state, target, { level, least });
};

const create: Rule = (object, state, argument) => {
  const target = findSid(fieldOf(argument, 'target'));
  if (target === undefined) return denied('the SID of the target is out of range');
  const limits = findAll(state, argument, ['source', 'driver', 'container']);
  if ('why' in limits) return limits;
  const greatest = limits.map((party) => party.level).reduce(meet);
  const level = askedLevel(object, argument, 'level', greatest);
  if (level === undefined) return failed('the level is none of the object');
  const below = findBelow(level, limits);
  if (below !== undefined) return above('the level', below.party);
  return assign(state, target, { level, least: level });
};

const remove: Rule = (_object, state, argument) => {
  const target = find(state, argument, 'target');
  if (target.kind === 'denied') return target;
  const limits = findAll(state, argument, ['source', 'driver']);
  if ('why' in limits) return limits;
  const container = findAll(state, argument, ['container']);
  if ('why' in container) return container;
  const below = findBelow(target.level, limits);
  if (below !== undefined) return above('the level of the target', below.party);
  const rest = [...state].filter(([sid]) => sid !== target.sid);
  return { kind: 'granted', next: new Map(rest) };
};

/** That the target is not above the source follows: it is below a level that is not. */
const upgrade: Rule = (object, state, argument) => {
  const target = find(state, argument, 'target');
  if (target.kind === 'denied') return target;
  const limits = findAll(state, argument, ['source', 'driver', 'container']);
  if ('why' in limits) return limits;
  const level = askedLevel(object, argument, 'level', undefined);
  if (level === undefined) return failed('the level is none of the object');
  const isHigher = isAtMost(target.level, level) && !isSame(target.level, level);
  if (!isHigher) return denied('the level does not exceed that of the target');
  const below = findBelow(level, limits);
  if (below !== undefined) return above('the level', below.party);
  return assign(state, target.sid, { level, least: level });
};

/** Data to the source: it is not above the target, or the least that it may receive is not. */
const receive: Rule = (_object, state, argument) => {
  const source = find(state, argument, 'source');
  if (source.kind === 'denied') return source;
  const target = find(state, argument, 'target');
  if (target.kind === 'denied') return target;
  const may = isAtMost(source.level, target.level) || isAtMost(source.least, target.level);
  return may ? granted : above('the least level that the source may receive from', 'target');
};

/** Data to the target: it is not above the source. */
const send: Rule = (_object, state, argument) => {
  const source = find(state, argument, 'source');
  if (source.kind === 'denied') return source;
  const target = find(state, argument, 'target');
  if (target.kind === 'denied') return target;
  return isAtMost(target.level, source.level)
    ? granted
    : above('the level of the target', 'source');
};

const rules: ReadonlyMap<string, Rule> = new Map([
  ['execute', execute],
  ['create', create],
  ['delete', remove],
  ['upgrade', upgrade],
  ['call', receive],
  ['read', receive],
  ['invoke', send],
  ['write', send],
]);

/** What a rule of Mic answers. */
export const ruleOf = (
  object: PolicyObject,
  state: Assigned,
  method: string,
  argument: Value,
): Ruled<Assigned> =>
  rules.get(method)?.(object, state, argument) ?? failed(`Mic has no rule "${method}"`);
