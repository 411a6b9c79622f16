import type { Sid } from '../../model/ids.ts';
import type { SecurityEvent } from '../../model/security.ts';
import type { TaggedValue, Value } from '../../model/value.ts';
import { isTagged } from '../../model/value.ts';
import { valueToJson } from '../../solution/message/write-json.ts';
import type { Json } from '../../solution/message/write-json.ts';

/** What an SID is called in a line: a subject by its name, any other by a name of its own. */
export type NameOfSid = (sid: Sid) => string;

type JsonObject = Readonly<Record<string, Json>>;

const taggedJson = (value: TaggedValue, nameOf: NameOfSid): Json => {
  switch (value.kind) {
    case 'record':
      return fieldsJson(value.fields, nameOf);
    case 'union':
      return { [value.member]: messageJson(value.value, nameOf) };
    case 'handle':
      return { handle: nameOf(value.sid), rights: value.rights };
    default:
      return valueToJson(value);
  }
};

const messageJson = (value: Value, nameOf: NameOfSid): Json => {
  if (typeof value !== 'object' || value === null) return valueToJson(value);
  return isTagged(value) ? taggedJson(value, nameOf) : value.map((one) => messageJson(one, nameOf));
};

/** A handle of nothing is what a parameter has that is left out (C-12): no name stands for it. */
const isNothing = (value: Value): boolean =>
  typeof value === 'object' &&
  value !== null &&
  isTagged(value) &&
  value.kind === 'handle' &&
  value.sid === 0;

const fieldsJson = (fields: ReadonlyMap<string, Value>, nameOf: NameOfSid): JsonObject =>
  Object.fromEntries(
    [...fields].flatMap(([name, value]) =>
      isNothing(value) ? [] : [[name, messageJson(value, nameOf)] as const],
    ),
  );

/** An event as a line of `decide`: what `readEvent` reads. Of execute events there is one interface. */
export const eventFields = (event: SecurityEvent, nameOf: NameOfSid): JsonObject => {
  const { kind, source, destination, endpoint, interface: one, method, content } = event;
  const fields = content.kind === 'value' ? content.message.fields : new Map<string, Value>();
  return {
    event: kind,
    src: source.name,
    ...(destination === undefined ? {} : { dst: destination.name }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(one === undefined || kind === 'execute' ? {} : { interface: one }),
    ...(method === undefined ? {} : { method }),
    ...(fields.size === 0 ? {} : { message: fieldsJson(fields, nameOf) }),
  };
};
