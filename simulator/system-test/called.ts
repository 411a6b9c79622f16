import type { SecurityEvent } from '../../model/security.ts';
import { isTagged } from '../../model/value.ts';
import type { RecordValue, Value } from '../../model/value.ts';
import { findCalled } from '../../kss/resolve.ts';
import type { Called } from '../../kss/resolve.ts';
import type { Solution } from '../../solution/solution.ts';

const hasHandle = (value: Value): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  if (!isTagged(value)) return value.some(hasHandle);
  if (value.kind === 'record') return [...value.fields.values()].some(hasHandle);
  return value.kind === 'union' ? hasHandle(value.value) : value.kind === 'handle';
};

/** The message as a process can send it, or why it cannot. */
export const messageOf = ({ content }: SecurityEvent): RecordValue | string => {
  if (content.kind === 'undecodable') return `the message cannot be read: ${content.fault.why}`;
  return hasHandle(content.message) ? 'the message holds a handle' : content.message;
};

const calledBy = (solution: Solution, event: SecurityEvent): Called | undefined => {
  const server = event.kind === 'request' ? event.destination : event.source;
  return server?.kind === 'known' ? findCalled(solution, event, server) : undefined;
};

/** The endpoint by name; an interface stands for the one endpoint that has it. */
export const endpointOf = (solution: Solution, event: SecurityEvent): string | undefined =>
  event.endpoint ?? calledBy(solution, event)?.endpoint?.name;

/** The security interface by name; a method stands for the one that has it. */
export const interfaceOf = (solution: Solution, event: SecurityEvent): string =>
  event.interface ?? calledBy(solution, event)?.interface.name ?? '';

/** Is the next event the answer to this request? */
export const isAnswered = (event: SecurityEvent, next: SecurityEvent | undefined): boolean =>
  next !== undefined &&
  (next.kind === 'response' || next.kind === 'error') &&
  next.source === event.destination &&
  next.destination === event.source &&
  next.endpoint === event.endpoint &&
  next.method === event.method;
