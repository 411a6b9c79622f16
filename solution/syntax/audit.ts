import type { Cursor } from './cursor.ts';
import { expression } from './expression.ts';
import { takeInteger } from './integer.ts';
import type { Expression } from './tree/expression.ts';
import type { AuditedObject, AuditLevel, AuditProfile, PslDeclaration } from './tree/psl.ts';

const braced = (cursor: Cursor, part: () => void): void => {
  cursor.expect('{');
  while (!cursor.atEnd && !cursor.lost && !cursor.isSymbol('}')) {
    part();
    if (!cursor.skip(',')) break;
  }
  cursor.expect('}');
};

const elementsOf = (cursor: Cursor): readonly Expression[] => {
  const value = expression(cursor);
  if (value.kind === 'list') return value.elements;
  cursor.expected('a list');
  return [];
};

const auditedObject = (cursor: Cursor): AuditedObject => {
  const object = cursor.name('the name of an object');
  const results: AuditedObject['results'][number][] = [];
  const conditions: AuditedObject['conditions'][number][] = [];
  cursor.expect(':');
  braced(cursor, () => {
    const key = cursor.name('kss or a key of the model');
    cursor.expect(':');
    const values = elementsOf(cursor);
    if (key.text !== 'kss') conditions.push({ key, values });
    else
      for (const { kind, at, ...rest } of values) {
        if (kind === 'text' && 'value' in rest) results.push({ text: String(rest.value), at });
        else cursor.expected('"granted" or "denied"');
      }
  });
  return { object, results, conditions };
};

const level = (cursor: Cursor): AuditLevel => {
  const start = cursor.token;
  const number = takeInteger(cursor, 'an audit level');
  const objects: AuditedObject[] = [];
  cursor.expect(':');
  braced(cursor, () => {
    objects.push(auditedObject(cursor));
  });
  return { level: number, objects, at: cursor.since(start) };
};

/** `audit profile NAME = { LEVEL : { object : { kss : [ … ] } } }` */
export const auditProfile = (cursor: Cursor): AuditProfile => {
  const start = cursor.take();
  cursor.take();
  const name = cursor.name('the name of a profile');
  const levels: AuditLevel[] = [];
  cursor.expect('=');
  braced(cursor, () => {
    levels.push(level(cursor));
  });
  return { kind: 'auditProfile', name, levels, at: cursor.since(start) };
};

/** `audit default = PROFILE LEVEL` */
export const auditDefault = (cursor: Cursor): PslDeclaration => {
  const start = cursor.take();
  cursor.take();
  cursor.expect('=');
  const profile = cursor.name('an audit profile');
  const number = takeInteger(cursor, 'an audit level');
  return { kind: 'auditDefault', profile, level: number, at: cursor.since(start) };
};
