import { sidOf } from '../model/ids.ts';
import type { Sid } from '../model/ids.ts';
import { eventKinds } from '../model/security.ts';
import type { Content, EventKind, SecurityEvent, Subject } from '../model/security.ts';
import { emptyMessage } from '../model/value.ts';
import { messageTypeOf } from '../solution/link/reach.ts';
import { readJsonMessage } from '../solution/message/read-json.ts';
import type { Json } from '../solution/message/write-json.ts';
import type { Solution } from '../solution/solution.ts';
import { subjectsOf } from '../solution/subjects.ts';
import { answerOf } from './answer.ts';
import type { VerdictAnswer } from './answer.ts';
import type { Context } from './context.ts';
import { interpret } from './interpreter.ts';
import { findMethodOf } from './resolve.ts';
import { unmodelledIn } from './unmodelled.ts';
import type { Unmodelled } from './unmodelled.ts';

/** What a line is answered with. */
export type DecideAnswer =
  | ({ readonly id: Json } & VerdictAnswer & Unmodelled)
  | { readonly id: Json; readonly ok: true }
  | { readonly id: Json; readonly error: { readonly code: string; readonly message: string } };

/** Answers lines one after the other; the context lasts until a line resets it. */
export interface Decider {
  readonly decide: (line: string) => DecideAnswer;
}

/** Longest line, in UTF-16 units; a longer one is answered with an error. */
export const longestLine = 1024 * 1024;

/** Deepest nesting of a line's JSON. */
const deepestLine = 64;

type Fields = Readonly<Record<string, unknown>>;

const isObject = (json: unknown): json is Fields =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const fieldOf = (fields: Fields, name: string): unknown =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

const textOf = (fields: Fields, name: string): string | undefined => {
  const value = fieldOf(fields, name);
  return typeof value === 'string' ? value : undefined;
};

const isTooDeep = (line: string): boolean => {
  let depth = 0;
  for (const [mark] of line.matchAll(/[[\]{}]/g)) {
    depth += mark === '[' || mark === '{' ? 1 : -1;
    if (depth > deepestLine) return true;
  }
  return false;
};

/** The JSON object of a line, or what is wrong with it. */
const readLine = (line: string): Fields | string => {
  if (line.length > longestLine) return `the line is longer than ${String(longestLine)} characters`;
  if (isTooDeep(line)) return `the line nests deeper than ${String(deepestLine)} levels`;
  try {
    const json: unknown = JSON.parse(line);
    return isObject(json) ? json : 'the line is not a JSON object';
  } catch {
    return 'the line is not JSON';
  }
};

const isJson = (value: unknown): value is Json =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

const idOf = (fields: Fields): Json => {
  const id = fieldOf(fields, 'id');
  return isJson(id) ? id : null;
};

/** SIDs of handles: subjects have theirs, any other name an object of its own (C-12). */
interface Names {
  readonly subject: (name: string) => Subject;
  readonly sid: (name: string) => Sid;
  readonly drop: (name: string) => Sid | undefined;
  readonly reset: () => void;
}

const namesOf = (solution: Solution): Names => {
  const subjects = subjectsOf(solution);
  const renewed = new Map<string, Sid>();
  const objects = new Map<string, Sid>();
  let nextSid = subjects.firstFreeSid;
  const fresh = (): Sid => sidOf(nextSid++);
  const subject = (name: string): Subject => {
    const found = subjects.find(name);
    const sid = renewed.get(name);
    return found.kind === 'known' && sid !== undefined ? { ...found, sid } : found;
  };
  return {
    subject,
    sid: (name) => {
      const found = subject(name);
      if (found.kind === 'known') return found.sid;
      const sid = objects.get(name) ?? fresh();
      objects.set(name, sid);
      return sid;
    },
    drop: (name) => {
      const found = subject(name);
      if (found.kind === 'known') {
        renewed.set(name, fresh());
        return found.sid;
      }
      const sid = objects.get(name);
      objects.delete(name);
      return sid;
    },
    reset: () => {
      renewed.clear();
      objects.clear();
      nextSid = subjects.firstFreeSid;
    },
  };
};

const contentOf = (
  solution: Solution,
  event: Omit<SecurityEvent, 'content'>,
  message: unknown,
  names: Names,
): Content => {
  const method = findMethodOf(solution, { ...event, content: noContent });
  if (method === undefined) return noContent;
  const read = readJsonMessage(messageTypeOf(method, event.kind), message ?? {}, names.sid);
  return read.kind === 'complete'
    ? { kind: 'value', message: read.message }
    : { kind: 'undecodable', fault: read.fault };
};

const noContent: Content = { kind: 'value', message: emptyMessage };

const eventOf = (
  solution: Solution,
  kind: EventKind,
  fields: Fields,
  names: Names,
): SecurityEvent => {
  const dst = textOf(fields, 'dst');
  const event = {
    kind,
    source: names.subject(textOf(fields, 'src') ?? ''),
    destination: kind === 'security' || dst === undefined ? undefined : names.subject(dst),
    endpoint: textOf(fields, 'endpoint'),
    interface: textOf(fields, 'interface'),
    method: textOf(fields, 'method') ?? (kind === 'execute' ? 'main' : undefined),
  };
  const message = Object.hasOwn(fields, 'message') ? fields['message'] : {};
  return { ...event, content: contentOf(solution, event, message, names) };
};

/** An event that a line names, or why it names none. */
export type ReadEvent =
  | { readonly kind: 'event'; readonly event: SecurityEvent }
  | { readonly kind: 'fault'; readonly why: string };

/** Reads events, one a line, in the form of `decide`; a name keeps its SID from line to line. */
export const makeEventReader = (solution: Solution): ((line: string) => ReadEvent) => {
  const names = namesOf(solution);
  return (line) => {
    const fields = readLine(line);
    if (typeof fields === 'string') return { kind: 'fault', why: fields };
    const kind = eventKinds.find((one) => one === fieldOf(fields, 'event'));
    return kind === undefined
      ? { kind: 'fault', why: `"event" is none of ${eventKinds.join(', ')}` }
      : { kind: 'event', event: eventOf(solution, kind, fields, names) };
  };
};

/** The engine behind `refmon decide`: a line in, an answer out; no line stops it. */
export const makeDecider = (solution: Solution): Decider => {
  const engine = interpret(solution);
  const names = namesOf(solution);
  let context: Context = engine.initial;

  const answer = (fields: Fields): DecideAnswer => {
    const id = idOf(fields);
    if (fieldOf(fields, 'reset') === true) {
      context = engine.initial;
      names.reset();
      return { id, ok: true };
    }
    const gone = textOf(fields, 'gone');
    if (gone !== undefined) {
      const sid = names.drop(gone);
      if (sid !== undefined) context = engine.release(context, sid);
      return { id, ok: true };
    }
    const kind = eventKinds.find((one) => one === fieldOf(fields, 'event'));
    if (kind === undefined) {
      const message = `"event" is none of ${eventKinds.join(', ')}`;
      return { id, error: { code: 'unknownEvent', message } };
    }
    const event = eventOf(solution, kind, fields, names);
    const { verdict, next } = engine.decide(context, event);
    context = next ?? context;
    return { id, ...answerOf(verdict), ...unmodelledIn(solution, event) };
  };
  return {
    decide: (line) => {
      const fields = readLine(line);
      if (typeof fields !== 'string') return answer(fields);
      return { id: null, error: { code: 'badLine', message: fields } };
    },
  };
};
