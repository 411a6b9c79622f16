import type { Value } from '../../model/value.ts';
import { denied, failed, granted } from '../security-model.ts';
import type { Ruled } from '../security-model.ts';
import { fieldOf, findSid } from '../values.ts';
import { findTransition, isAllowed } from './te-tables.ts';
import type { TeTables } from './te-tables.ts';

/** The number of the type of each SID that has a label. */
export type Labels = ReadonlyMap<number, number>;

/** Why a Te refuses or fails, in words. */
export const teReasons = {
  noLabel: 'the SID has no type',
  noSid: (party: string) => `the SID of \`${party}\` is out of range`,
  unlabelled: (party: string, sid: number) => `SID ${String(sid)}, \`${party}\`, has no type`,
  labelled: (sid: number) => `SID ${String(sid)} has a type already`,
  emptyPool: 'the pool is empty',
  strangeType: (party: string) => `\`${party}\` is none of the types`,
  strangeClass: 'the class is none of the object',
  strangePermission: (ofClass: string, permission: string) =>
    `the class "${ofClass}" has no permission "${permission}"`,
  noPermission: 'the permission is not a text',
  notAllowed: (source: string, permission: string, target: string, ofClass: string) =>
    `"${source}" is not allowed "${permission}" on "${target}" of class "${ofClass}"`,
} as const;

type Answer = Ruled<Labels>;
type Rule = (tables: TeTables, labels: Labels, argument: Value) => Answer;

type No = ReturnType<typeof denied> | ReturnType<typeof failed>;

/** A part of an argument, in numbers; or why the rule does not grant. */
type Part<Of> = { readonly kind: 'found'; readonly is: Of } | No;

const found = <Of>(is: Of): Part<Of> => ({ kind: 'found', is });

export const withLabel = (labels: Labels, sid: number, type: number | undefined): Labels => {
  const next = new Map(labels);
  if (type === undefined) next.delete(sid);
  else next.set(sid, type);
  return next;
};

/** The SID of what has a label. */
const labelledSid = (labels: Labels, argument: Value, party: string): Part<number> => {
  const sid = findSid(fieldOf(argument, party));
  if (sid === undefined) return denied(teReasons.noSid(party));
  return labels.has(sid) ? found(sid) : denied(teReasons.unlabelled(party, sid));
};

/** The type of the SID of a party. */
const typeOfSid = (labels: Labels, argument: Value, party: string): Part<number> => {
  const sid = labelledSid(labels, argument, party);
  return sid.kind === 'found' ? found(labels.get(sid.is) ?? 0) : sid;
};

/** The type of a party that may be written as a type. */
const typeOf = (
  { typeNumbers }: TeTables,
  labels: Labels,
  argument: Value,
  party: string,
): Part<number> => {
  const value = fieldOf(argument, party);
  if (typeof value === 'string') {
    const type = typeNumbers.get(value);
    return type === undefined ? failed(teReasons.strangeType(party)) : found(type);
  }
  return typeOfSid(labels, argument, party);
};

/** The SID of what gets a label: it has none, and one is left. */
const newSid = (tables: TeTables, labels: Labels, argument: Value, party: string): Part<number> => {
  const sid = findSid(fieldOf(argument, party));
  if (sid === undefined) return denied(teReasons.noSid(party));
  if (labels.has(sid)) return denied(teReasons.labelled(sid));
  return labels.size >= tables.labels ? denied(teReasons.emptyPool) : found(sid);
};

const classOf = ({ classNumbers }: TeTables, argument: Value): Part<number> => {
  const name = fieldOf(argument, 'class');
  const number = typeof name === 'string' ? classNumbers.get(name) : undefined;
  return number === undefined ? failed(teReasons.strangeClass) : found(number);
};

/** Is a permission allowed? A class that has not the permission fails. */
const allow = (
  tables: TeTables,
  source: number,
  target: number,
  ofClass: number,
  permission: string,
): Answer => {
  const { types, classes } = tables;
  const { name = '', bits } = classes[ofClass] ?? {};
  const bit = bits?.get(permission);
  if (bit === undefined) return failed(teReasons.strangePermission(name, permission));
  if (isAllowed(tables, source, target, ofClass, bit)) return granted;
  const [from = '', to = ''] = [types[source], types[target]];
  return denied(teReasons.notAllowed(from, permission, to, name));
};

const label: Rule = (tables, labels, argument) => {
  const sid = newSid(tables, labels, argument, 'sid');
  if (sid.kind !== 'found') return sid;
  const type = fieldOf(argument, 'type');
  const number = typeof type === 'string' ? tables.typeNumbers.get(type) : undefined;
  return number === undefined
    ? failed(teReasons.strangeType('type'))
    : { kind: 'granted', next: withLabel(labels, sid.is, number) };
};

const release: Rule = (_tables, labels, argument) => {
  const sid = labelledSid(labels, argument, 'sid');
  return sid.kind === 'found'
    ? { kind: 'granted', next: withLabel(labels, sid.is, undefined) }
    : sid;
};

const create: Rule = (tables, labels, argument) => {
  const source = typeOfSid(labels, argument, 'source');
  if (source.kind !== 'found') return source;
  const parent = typeOf(tables, labels, argument, 'parent');
  if (parent.kind !== 'found') return parent;
  const target = newSid(tables, labels, argument, 'target');
  if (target.kind !== 'found') return target;
  const ofClass = classOf(tables, argument);
  if (ofClass.kind !== 'found') return ofClass;
  const type = findTransition(tables, source.is, parent.is, ofClass.is) ?? parent.is;
  const answer = allow(tables, source.is, type, ofClass.is, 'create');
  if (answer.kind !== 'granted') return answer;
  return { kind: 'granted', next: withLabel(labels, target.is, type) };
};

/** The first of some answers that is no grant. */
const all = (answers: readonly Answer[]): Answer =>
  answers.find(({ kind }) => kind !== 'granted') ?? granted;

const transition: Rule = (tables, labels, argument) => {
  const source = typeOfSid(labels, argument, 'source');
  if (source.kind !== 'found') return source;
  const image = typeOf(tables, labels, argument, 'image');
  if (image.kind !== 'found') return image;
  const target = newSid(tables, labels, argument, 'target');
  if (target.kind !== 'found') return target;
  const [process, file] = ['process', 'file'].map((name) => tables.classNumbers.get(name));
  if (process === undefined || file === undefined) return failed(teReasons.strangeClass);
  const type = findTransition(tables, source.is, image.is, process) ?? source.is;
  const answer = all([
    allow(tables, source.is, image.is, file, 'execute'),
    ...(type === source.is
      ? [allow(tables, source.is, image.is, file, 'execute_no_trans')]
      : [
          allow(tables, source.is, type, process, 'transition'),
          allow(tables, type, image.is, file, 'entrypoint'),
        ]),
  ]);
  return answer.kind === 'granted'
    ? { kind: 'granted', next: withLabel(labels, target.is, type) }
    : answer;
};

const check: Rule = (tables, labels, argument) => {
  const source = typeOfSid(labels, argument, 'source');
  if (source.kind !== 'found') return source;
  const target = typeOf(tables, labels, argument, 'target');
  if (target.kind !== 'found') return target;
  const ofClass = classOf(tables, argument);
  if (ofClass.kind !== 'found') return ofClass;
  const permission = fieldOf(argument, 'permission');
  return typeof permission === 'string'
    ? allow(tables, source.is, target.is, ofClass.is, permission)
    : failed(teReasons.noPermission);
};

const rules: ReadonlyMap<string, Rule> = new Map([
  ['label', label],
  ['release', release],
  ['create', create],
  ['transition', transition],
  ['check', check],
]);

/** What a rule of Te answers. */
export const ruleOfTe = (
  tables: TeTables,
  labels: Labels,
  method: string,
  argument: Value,
): Answer => rules.get(method)?.(tables, labels, argument) ?? failed(`Te has no rule "${method}"`);
