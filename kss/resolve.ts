import type { MessageFault, SecurityEvent, Subject } from '../model/security.ts';
import { emptyMessage } from '../model/value.ts';
import type { RecordValue } from '../model/value.ts';
import type { Parameter } from '../solution/data-type.ts';
import { completeMessage } from '../solution/message/complete.ts';
import { messageTypeOf } from '../solution/link/reach.ts';
import type { Endpoint, Interface, Method, Solution } from '../solution/solution.ts';

/** A subject that is known. */
export type Known = Extract<Subject, { readonly kind: 'known' }>;

/** An event whose parties, method and message are all known: what selectors and rules look at. */
export interface ResolvedEvent {
  readonly event: SecurityEvent;
  readonly source: Known;
  readonly destination: Known | undefined;
  readonly endpoint: Endpoint | undefined;
  readonly interface: string;
  readonly method: string;
  readonly parameters: readonly Parameter[];
  readonly message: RecordValue;
}

/** An event ready for the rules, or the reason for a denial before any is asked (C-07). */
export type Resolved =
  | { readonly kind: 'resolved'; readonly resolved: ResolvedEvent }
  | { readonly kind: 'unknownSubject' | 'unknownMethod'; readonly name: string }
  | { readonly kind: 'malformed'; readonly fault: MessageFault };

/** The method that an event calls, and where it was found. */
export interface Called {
  readonly endpoint: Endpoint | undefined;
  readonly interface: Interface;
  readonly method: Method;
}

const nameOf = ({ endpoint, interface: one, method }: SecurityEvent): string =>
  `${endpoint ?? one ?? 'no endpoint'}.${method ?? 'no method'}`;

const methodOf = (one: Interface, name: string | undefined): Method | undefined =>
  one.methods.find((method) => method.name === name);

/** The one endpoint that the event names; none if endpoint and interface are missing or disagree. */
const findEndpoint = (
  endpoints: readonly Endpoint[],
  { endpoint: name, interface: typeName }: SecurityEvent,
): Endpoint | undefined => {
  if (name === undefined && typeName === undefined) return undefined;
  const fitting = endpoints.filter(
    (endpoint) =>
      (name === undefined || endpoint.name === name) &&
      (typeName === undefined || endpoint.interface.name === typeName),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
};

/** The security interface that the event names, or the only one with such a method (C-03). */
const findSecurity = (
  interfaces: readonly Interface[],
  { interface: name, method }: SecurityEvent,
): Interface | undefined => {
  const fitting = interfaces.filter((one) =>
    name === undefined ? methodOf(one, method) !== undefined : one.name === name,
  );
  return new Set(fitting.map((one) => one.name)).size === 1 ? fitting[0] : undefined;
};

/** The method of the execute interface: `main`, without parameters (C-04). */
const executeMethod: Method = { name: 'main', in: [], out: [], error: [], open: false };

/** The method that an event calls at its server; absent if there is none, or it is not clear which. */
export const findCalled = (
  solution: Solution,
  event: SecurityEvent,
  server: Known,
): Called | undefined => {
  const { kind, endpoint: name } = event;
  if (kind === 'execute') {
    const one = { name: solution.policy.executeInterface, methods: [executeMethod], open: false };
    const isMain = (event.method ?? 'main') === 'main' && name === undefined;
    return isMain && (event.interface ?? one.name) === one.name
      ? { endpoint: undefined, interface: one, method: executeMethod }
      : undefined;
  }
  const declared = solution.classes.get(server.className);
  const endpoint = kind === 'security' ? undefined : findEndpoint(declared?.endpoints ?? [], event);
  const one =
    kind === 'security' ? findSecurity(declared?.security ?? [], event) : endpoint?.interface;
  const method = one === undefined ? undefined : methodOf(one, event.method);
  return one === undefined || method === undefined
    ? undefined
    : { endpoint, interface: one, method };
};

/** The method that an event names, whoever its source; absent if it names none. */
export const findMethodOf = (solution: Solution, event: SecurityEvent): Method | undefined => {
  const { kind, source, destination } = event;
  const server = kind === 'request' || kind === 'execute' ? destination : source;
  return server?.kind === 'known' ? findCalled(solution, event, server)?.method : undefined;
};

const findUnknown = ({ kind, source, destination }: SecurityEvent): string | undefined => {
  if (source.kind === 'unknown') return source.name;
  if (kind === 'security') return undefined;
  if (destination === undefined) return 'no destination';
  return destination.kind === 'unknown' ? destination.name : undefined;
};

/**
 * Looks up whom and what an event is of, and checks its message against the interface (TYPE-1).
 *
 * Result: the first of unknownSubject, unknownMethod and malformed that applies (C-07).
 */
export const resolve = (solution: Solution, event: SecurityEvent): Resolved => {
  const unknown = findUnknown(event);
  const { source, destination, kind, content } = event;
  if (unknown !== undefined || source.kind === 'unknown' || destination?.kind === 'unknown') {
    return { kind: 'unknownSubject', name: unknown ?? source.name };
  }
  const server = kind === 'request' || kind === 'execute' ? destination : source;
  const found = server === undefined ? undefined : findCalled(solution, event, server);
  if (found === undefined) return { kind: 'unknownMethod', name: nameOf(event) };
  if (content.kind === 'undecodable') return { kind: 'malformed', fault: content.fault };
  const type = messageTypeOf(found.method, kind);
  const completed = completeMessage(type, content.message);
  if (completed.kind === 'faulty') return { kind: 'malformed', fault: completed.fault };
  const message = completed.message.fields.size === 0 ? emptyMessage : completed.message;
  return {
    kind: 'resolved',
    resolved: {
      event,
      source,
      destination: kind === 'security' ? undefined : destination,
      endpoint: found.endpoint,
      interface: found.interface.name,
      method: found.method.name,
      parameters: type.parameters,
      message,
    },
  };
};
