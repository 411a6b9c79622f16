import { eventKinds } from '../../model/security.ts';
import type { EventKind } from '../../model/security.ts';
import { messageTypeOf } from '../../solution/link/reach.ts';
import { einitClass, kernelClass } from '../../solution/solution.ts';
import type {
  Endpoint,
  Interface,
  Method,
  ProcessClass,
  Solution,
} from '../../solution/solution.ts';
import type { Binding } from '../../solution/syntax/tree/psl.ts';
import { indexBindings } from '../compiled/binding-index.ts';
import type { BindingIndex } from '../compiled/binding-index.ts';
import type { SlotKey } from '../compiled/slot.ts';

/**
 * All events that differ in nothing that a selector can ask: in their parties, message and context alone.
 *
 * Shape: `id` is unique in a solution, and the same for the same slot of another policy.
 */
export interface EventSlot extends SlotKey {
  readonly id: string;
}

const idOf = ({ event, src, dst, endpoint, interface: one, method }: SlotKey): string => {
  const to = dst === undefined ? '' : ` dst=${dst}`;
  const at = endpoint === undefined ? '' : ` endpoint=${endpoint}`;
  return `${event} src=${src}${to}${at} interface=${one} method=${method}`;
};

/** The slot with a key. */
export const slotOf = (key: SlotKey): EventSlot => ({ ...key, id: idOf(key) });

const noParameters = { parameters: [], open: false } as const;

/** Any class may start any: which do is for the policy to say. */
const executeSlots = ({ policy }: Solution, names: readonly string[]): readonly EventSlot[] =>
  names.flatMap((src) =>
    names.map((dst) =>
      slotOf({
        event: 'execute',
        src,
        dst,
        component: undefined,
        endpoint: undefined,
        interface: policy.executeInterface,
        method: 'main',
        type: noParameters,
      }),
    ),
  );

/** The slot of messages of a kind over an endpoint, of a client and a server by their classes. */
export const messageSlot = (
  kind: EventKind,
  client: string,
  server: string,
  endpoint: Endpoint,
  method: Method,
): EventSlot =>
  slotOf({
    event: kind,
    src: kind === 'request' ? client : server,
    dst: kind === 'request' ? server : client,
    component: endpoint.component,
    endpoint: endpoint.name,
    interface: endpoint.interface.name,
    method: method.name,
    type: messageTypeOf(method, kind),
  });

/** Over each endpoint of each server, from every class: channels can be made at run time. */
const messageSlots = (
  kind: EventKind,
  servers: readonly ProcessClass[],
  names: readonly string[],
): readonly EventSlot[] =>
  servers.flatMap((server) =>
    server.endpoints.flatMap((endpoint) =>
      endpoint.interface.methods.flatMap((method) =>
        names.map((client) => messageSlot(kind, client, server.name, endpoint, method)),
      ),
    ),
  );

/** The slot of queries over a security interface of a class. */
export const securitySlot = (source: string, one: Interface, method: Method): EventSlot =>
  slotOf({
    event: 'security',
    src: source,
    dst: undefined,
    component: undefined,
    endpoint: undefined,
    interface: one.name,
    method: method.name,
    type: messageTypeOf(method, 'security'),
  });

const securitySlots = (classes: readonly ProcessClass[]): readonly EventSlot[] =>
  classes.flatMap((source) => {
    const interfaces = new Map(source.security.map((one) => [one.name, one]));
    return [...interfaces.values()].flatMap((one) =>
      one.methods.map((method) => securitySlot(source.name, one, method)),
    );
  });

/** Einit and the kernel first, as they start all others; then the classes in the order of the policy. */
const orderedClasses = ({ classes }: Solution): readonly ProcessClass[] => {
  const first = [einitClass, kernelClass];
  const found = first.flatMap((name) => {
    const one = classes.get(name);
    return one === undefined ? [] : [one];
  });
  return [...found, ...[...classes.values()].filter(({ name }) => !first.includes(name))];
};

const slotsOfKind = (kind: EventKind, solution: Solution): readonly EventSlot[] => {
  const classes = orderedClasses(solution);
  const names = classes.map(({ name }) => name);
  if (kind === 'execute') return executeSlots(solution, names);
  return kind === 'security' ? securitySlots(classes) : messageSlots(kind, classes, names);
};

/**
 * Every slot of events that can occur by declaration, in a fixed order: by kind, then by class in the
 * order of the policy, Einit and the kernel before all others.
 *
 * Shape: an error can answer any method, also one that declares no error parameters.
 */
export const eventSlots = (solution: Solution): readonly EventSlot[] =>
  eventKinds.flatMap((kind) => slotsOfKind(kind, solution));

const indexes = new WeakMap<Solution, BindingIndex>();

/** The bindings whose selectors hold for a slot, in textual order; matches within are not looked at. */
export const bindingsOf = (solution: Solution, slot: SlotKey): readonly Binding[] => {
  const index = indexes.get(solution) ?? indexBindings(solution.policy.bindings);
  indexes.set(solution, index);
  return index.covering(slot);
};
