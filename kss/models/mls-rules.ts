import type { Value } from '../../model/value.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { denied, failed, granted } from '../security-model.ts';
import type { Ruled } from '../security-model.ts';
import { fieldOf, findSid } from '../values.ts';
import { isSame } from './lattice.ts';
import type { Level } from './lattice.ts';
import { findLevel } from './lattice-notation.ts';
import { mlsConfigurationOf } from './mls-configuration.ts';
import {
  accesses,
  dominates,
  propertyReasons,
  whyNotLevel,
  whyNotRelabel,
} from './mls-properties.ts';
import type { Access, MlsSubject } from './mls-properties.ts';

/** An object of an Mls, with its classification. */
interface MlsObject {
  readonly kind: 'object';
  readonly level: Level;
}

export type MlsEntity = MlsSubject | MlsObject;

/** Subjects and objects that are known, by SID. */
export type Known = ReadonlyMap<number, MlsEntity>;

/** Why an Mls refuses or fails, in words. */
export const mlsReasons = {
  noSid: (party: string) => `the SID of \`${party}\` is out of range`,
  known: (sid: number) => `SID ${String(sid)} is known already`,
  unknown: (party: string, sid: number) => `SID ${String(sid)}, \`${party}\`, is not known`,
  noSubject: (party: string, sid: number) => `SID ${String(sid)}, \`${party}\`, is no subject`,
  noObject: (party: string, sid: number) => `SID ${String(sid)}, \`${party}\`, is no object`,
  emptyPool: 'the pool is empty',
  strangeLevel: (key: string) => `\`${key}\` is none of the levels`,
  strangeTrust: '`trusted` is no Boolean',
  strong: 'tranquillity is strong: no level changes',
} as const;

type No = ReturnType<typeof denied> | ReturnType<typeof failed>;
type Found<Entity> = { readonly kind: 'found'; readonly sid: number; readonly is: Entity } | No;

type Rule = (object: PolicyObject, known: Known, argument: Value) => Ruled<Known>;

export const withEntity = (known: Known, sid: number, entity: MlsEntity | undefined): Known => {
  const next = new Map(known);
  if (entity === undefined) next.delete(sid);
  else next.set(sid, entity);
  return next;
};

const find = (known: Known, argument: Value, party: string): Found<MlsEntity> => {
  const sid = findSid(fieldOf(argument, party));
  if (sid === undefined) return denied(mlsReasons.noSid(party));
  const is = known.get(sid);
  return is === undefined ? denied(mlsReasons.unknown(party, sid)) : { kind: 'found', sid, is };
};

const findSubject = (known: Known, argument: Value, party: string): Found<MlsSubject> => {
  const found = find(known, argument, party);
  if (found.kind !== 'found') return found;
  const { sid, is } = found;
  return is.kind === 'subject'
    ? { kind: 'found', sid, is }
    : denied(mlsReasons.noSubject(party, sid));
};

/** The SID of what becomes known: it is not yet, and the pool is not empty. */
const newSid = (object: PolicyObject, known: Known, argument: Value): number | No => {
  const sid = findSid(fieldOf(argument, 'sid'));
  if (sid === undefined) return denied(mlsReasons.noSid('sid'));
  if (known.has(sid)) return denied(mlsReasons.known(sid));
  return known.size < mlsConfigurationOf(object).poolSize ? sid : denied(mlsReasons.emptyPool);
};

const levelOf = (object: PolicyObject, argument: Value, key: string): Level | No =>
  findLevel(mlsConfigurationOf(object).lattice, fieldOf(argument, key)) ??
  failed(mlsReasons.strangeLevel(key));

const subject: Rule = (object, known, argument) => {
  const sid = newSid(object, known, argument);
  if (typeof sid !== 'number') return sid;
  const clearance = levelOf(object, argument, 'clearance');
  if ('kind' in clearance) return clearance;
  const isCleared = fieldOf(argument, 'current') === null;
  const level = isCleared ? clearance : levelOf(object, argument, 'current');
  if ('kind' in level) return level;
  const trusted = fieldOf(argument, 'trusted');
  if (typeof trusted !== 'boolean') return failed(mlsReasons.strangeTrust);
  return dominates(clearance, level)
    ? {
        kind: 'granted',
        next: withEntity(known, sid, { kind: 'subject', clearance, level, trusted }),
      }
    : denied(propertyReasons.aboveClearance('current'));
};

const newObject: Rule = (object, known, argument) => {
  const sid = newSid(object, known, argument);
  if (typeof sid !== 'number') return sid;
  const level = levelOf(object, argument, 'level');
  return 'kind' in level
    ? level
    : { kind: 'granted', next: withEntity(known, sid, { kind: 'object', level }) };
};

const fini: Rule = (_object, known, argument) => {
  const found = find(known, argument, 'sid');
  return found.kind === 'found'
    ? { kind: 'granted', next: withEntity(known, found.sid, undefined) }
    : found;
};

const access =
  (why: Access): Rule =>
  (_object, known, argument) => {
    const source = findSubject(known, argument, 'source');
    if (source.kind !== 'found') return source;
    const target = find(known, argument, 'target');
    if (target.kind !== 'found') return target;
    const against = why(source.is, target.is.level);
    return against === undefined ? granted : denied(against);
  };

/** Gives an SID another level; the very state, if it has that level. */
const move = (known: Known, sid: number, entity: MlsEntity, level: Level): Ruled<Known> =>
  isSame(entity.level, level)
    ? granted
    : { kind: 'granted', next: withEntity(known, sid, { ...entity, level }) };

const setLevel: Rule = (object, known, argument) => {
  const found = findSubject(known, argument, 'sid');
  if (found.kind !== 'found') return found;
  const level = levelOf(object, argument, 'level');
  if ('kind' in level) return level;
  const { sid, is } = found;
  const against = whyNotLevel(is, level);
  if (against !== undefined) return denied(against);
  return move(known, sid, is, level);
};

const relabel: Rule = (object, known, argument) => {
  const source = findSubject(known, argument, 'source');
  if (source.kind !== 'found') return source;
  const target = find(known, argument, 'target');
  if (target.kind !== 'found') return target;
  if (target.is.kind !== 'object') return denied(mlsReasons.noObject('target', target.sid));
  const level = levelOf(object, argument, 'level');
  if ('kind' in level) return level;
  const against = whyNotRelabel(source.is, target.is.level, level);
  return against === undefined ? move(known, target.sid, target.is, level) : denied(against);
};

/** A rule that changes a level: the static check leaves none to a strong tranquillity, nor does this. */
const change =
  (rule: Rule): Rule =>
  (object, known, argument) =>
    mlsConfigurationOf(object).tranquillity === 'weak'
      ? rule(object, known, argument)
      : denied(mlsReasons.strong);

const rules: ReadonlyMap<string, Rule> = new Map([
  ['subject', subject],
  ['object', newObject],
  ['fini', fini],
  ...[...accesses].map(([name, why]) => [name, access(why)] as const),
  ['set_level', change(setLevel)],
  ['relabel', change(relabel)],
]);

/** What a rule of Mls answers. */
export const ruleOfMls = (
  object: PolicyObject,
  known: Known,
  method: string,
  argument: Value,
): Ruled<Known> =>
  rules.get(method)?.(object, known, argument) ?? failed(`Mls has no rule "${method}"`);
