import { sidOf } from '../../model/ids.ts';
import { eventKinds } from '../../model/security.ts';
import type { Content, EventKind, SecurityEvent } from '../../model/security.ts';
import { emptyMessage } from '../../model/value.ts';
import { messageTypeOf } from '../../solution/link/reach.ts';
import { readJsonMessage } from '../../solution/message/read-json.ts';
import type { Solution } from '../../solution/solution.ts';
import { findMethodOf } from '../resolve.ts';
import { fieldOf, readLine, textOf } from './line.ts';
import type { Fields } from './line.ts';
import { makeNames, mostCharacters } from './names.ts';
import type { Names } from './names.ts';

/** An event that a line names, or why it names none. */
export type ReadEvent =
  | { readonly kind: 'event'; readonly event: SecurityEvent }
  | { readonly kind: 'fault'; readonly code: string; readonly why: string };

const noContent: Content = { kind: 'value', message: emptyMessage };

/** The message, its handles by the SIDs of their names; `full` where there is no SID for one. */
const contentOf = (
  solution: Solution,
  event: Omit<SecurityEvent, 'content'>,
  message: unknown,
  names: Names,
): Content | 'full' => {
  const method = findMethodOf(solution, { ...event, content: noContent });
  if (method === undefined) return noContent;
  const nameless: string[] = [];
  const read = readJsonMessage(messageTypeOf(method, event.kind), message ?? {}, (name) => {
    const sid = names.sid(name);
    if (sid === undefined) nameless.push(name);
    return sid ?? sidOf(0);
  });
  if (nameless.length > 0) return 'full';
  return read.kind === 'complete'
    ? { kind: 'value', message: read.message }
    : { kind: 'undecodable', fault: read.fault };
};

const unnamed = {
  kind: 'fault',
  code: 'full',
  why: `there is no SID left for another name, or the names have more than ${String(mostCharacters)} characters together`,
} as const;

const eventOf = (solution: Solution, kind: EventKind, fields: Fields, names: Names): ReadEvent => {
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
  const content = contentOf(solution, event, message, names);
  if (content !== 'full') {
    names.keep();
    return { kind: 'event', event: { ...event, content } };
  }
  names.forget();
  return unnamed;
};

/** Reads the event that the fields of a line name; names that it does not keep are forgotten. */
export const readEvent = (solution: Solution, fields: Fields, names: Names): ReadEvent => {
  const kind = eventKinds.find((one) => one === fieldOf(fields, 'event'));
  return kind === undefined
    ? { kind: 'fault', code: 'unknownEvent', why: `"event" is none of ${eventKinds.join(', ')}` }
    : eventOf(solution, kind, fields, names);
};

/** Reads events in the form of `decide`, from lines or from what they say; a name keeps its SID. */
export interface EventReader {
  readonly ofLine: (line: string) => ReadEvent;
  readonly ofFields: (fields: Fields) => ReadEvent;
}

export const makeEventReader = (solution: Solution): EventReader => {
  const names = makeNames(solution);
  const ofFields = (fields: Fields): ReadEvent => readEvent(solution, fields, names);
  return {
    ofFields,
    ofLine: (line) => {
      const fields = readLine(line);
      return typeof fields === 'string'
        ? { kind: 'fault', code: 'badLine', why: fields }
        : ofFields(fields);
    },
  };
};
