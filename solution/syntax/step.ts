import { accessWords } from '../automaton.ts';
import type { AutomatonStep, Over } from '../automaton.ts';
import type { Source } from '../source.ts';
import type { Cursor, Parsed } from './cursor.ts';
import { expression, whole } from './expression.ts';
import type { Expression } from './tree/expression.ts';
import type { Name } from './tree/name.ts';

/** `endpoint.Method`: the last part is the method. */
export const splitMethod = (name: Name): { readonly endpoint: string; readonly method: string } => {
  const dot = name.text.lastIndexOf('.');
  return { endpoint: name.text.slice(0, Math.max(0, dot)), method: name.text.slice(dot + 1) };
};

const messageHere = (cursor: Cursor): Expression => {
  if (cursor.isSymbol('{')) return expression(cursor);
  return { kind: 'dictionary', entries: [], at: cursor.spanOf(cursor.token) };
};

const keptName = /^kept\.([^.]+)$/;

/** `sensor`, a connection; `kept.channel`, a handle that was kept. */
const over = (cursor: Cursor): Over => {
  const { text } = cursor.dotted('a connection');
  const kept = keptName.exec(text)?.[1];
  return kept === undefined ? { kind: 'connection', name: text } : { kind: 'kept', name: kept };
};

const step = (cursor: Cursor): AutomatonStep => {
  const start = cursor.token;
  if (cursor.skipWord('recv')) return { kind: 'recv', at: cursor.since(start) };
  if (cursor.skipWord('reply')) {
    const as = cursor.skipWord('error') ? 'error' : 'response';
    const message = messageHere(cursor);
    return { kind: 'reply', as, message, at: cursor.since(start) };
  }
  const access = accessWords.find((word) => cursor.skipWord(word));
  if (access !== undefined)
    return { kind: access, operands: messageHere(cursor), at: cursor.since(start) };
  if (!cursor.skipWord('call')) cursor.expected('recv, call, reply, load, store, in or out');
  const by = over(cursor);
  cursor.expect(':');
  const { endpoint, method } = splitMethod(cursor.dotted('endpoint.Method'));
  const message = messageHere(cursor);
  return { kind: 'call', over: by, endpoint, method, message, at: cursor.since(start) };
};

/** A whole text as one step of a program: `call barrier : motor.drive.Command { action : 1 }`. */
export const parseStep = (source: Source): Parsed<AutomatonStep> => whole(source, step);
