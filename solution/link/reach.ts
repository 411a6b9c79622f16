import type { EventKind } from '../../model/security.ts';
import type { MessageType } from '../data-type.ts';
import type { Endpoint, Interface, Method, ProcessClass } from '../solution.ts';
import type { Name } from '../syntax/tree/name.ts';
import type { SelectorName, Selectors } from '../syntax/tree/selectors.ts';

/** Selectors that a kind of event has. */
export const legalSelectors: Readonly<Record<EventKind, readonly SelectorName[]>> = {
  execute: ['src', 'dst', 'interface', 'method'],
  security: ['src', 'interface', 'method'],
  request: ['src', 'dst', 'component', 'endpoint', 'interface', 'method'],
  response: ['src', 'dst', 'component', 'endpoint', 'interface', 'method'],
  error: ['src', 'dst', 'component', 'endpoint', 'interface', 'method'],
};

/** What the selectors on the path to a rule say, by name. */
export type Chosen = ReadonlyMap<SelectorName, Name>;

export const chosenBy = (chosen: Chosen, where: Selectors): Chosen =>
  new Map([...chosen, ...where.map(({ name, value }) => [name, value] as const)]);

/** The selectors but some. */
export const without = (chosen: Chosen, ...names: readonly SelectorName[]): Chosen =>
  new Map([...chosen].filter(([name]) => !names.includes(name)));

/** Is it an event between two parties, over an endpoint? */
export const isMessage = (kind: EventKind): boolean => kind !== 'execute' && kind !== 'security';

/** A method that events under some selectors can be of. */
export interface Reached {
  readonly server: ProcessClass;
  readonly endpoint: Endpoint | undefined;
  readonly interface: Interface;
  readonly method: Method;
}

/** The selector that names the server: where endpoint and method are looked up (C-03). */
export const serverSelector = (kind: EventKind): 'src' | 'dst' =>
  kind === 'request' || kind === 'execute' ? 'dst' : 'src';

/** The selector that names the other party. */
export const clientSelector = (kind: EventKind): 'src' | 'dst' =>
  serverSelector(kind) === 'src' ? 'dst' : 'src';

/** The classes that can serve under the selectors. */
export const serversOf = (
  classes: ReadonlyMap<string, ProcessClass>,
  kind: EventKind,
  chosen: Chosen,
): readonly ProcessClass[] => {
  const name = chosen.get(serverSelector(kind))?.text;
  if (name === undefined) return [...classes.values()];
  const found = classes.get(name);
  return found === undefined ? [] : [found];
};

const allows = (chosen: Chosen, selector: SelectorName, value: string | undefined): boolean => {
  const wanted = chosen.get(selector)?.text;
  return wanted === undefined || wanted === value;
};

/** The endpoints of a class that the selectors leave. */
export const endpointsOf = (server: ProcessClass, chosen: Chosen): readonly Endpoint[] => {
  const name = chosen.get('endpoint')?.text;
  return (name === undefined ? server.endpoints : namedEndpoints(server, name)).filter(
    (endpoint) =>
      allows(chosen, 'component', endpoint.component) &&
      allows(chosen, 'interface', endpoint.interface.name),
  );
};

/** Endpoints by name; made at the first look-up. */
const indexes = new WeakMap<ProcessClass, ReadonlyMap<string, Endpoint>>();

const namedEndpoints = (server: ProcessClass, name: string): readonly Endpoint[] => {
  const index =
    indexes.get(server) ?? new Map(server.endpoints.map((endpoint) => [endpoint.name, endpoint]));
  indexes.set(server, index);
  const found = index.get(name);
  return found === undefined ? [] : [found];
};

/** Every method that an event of the kind can be of, under the selectors. */
export const reachedBy = (
  classes: ReadonlyMap<string, ProcessClass>,
  kind: EventKind,
  chosen: Chosen,
): readonly Reached[] => {
  if (kind === 'execute') return [];
  return serversOf(classes, kind, chosen).flatMap((server) => {
    const offers =
      kind === 'security'
        ? server.security
            .filter(({ name }) => allows(chosen, 'interface', name))
            .map((one) => ({ endpoint: undefined, interface: one }))
        : endpointsOf(server, chosen).map((endpoint) => ({
            endpoint,
            interface: endpoint.interface,
          }));
    return offers.flatMap(({ endpoint, interface: one }) =>
      one.methods
        .filter(({ name }) => allows(chosen, 'method', name))
        .map((method) => ({ server, endpoint, interface: one, method })),
    );
  });
};

/** What a message of an event kind carries. */
export const messageTypeOf = (method: Method, kind: EventKind): MessageType => {
  const { open } = method;
  if (kind === 'response') return { parameters: method.out, open };
  return { parameters: kind === 'error' ? method.error : method.in, open };
};

const directions = { in: 'request', out: 'response', error: 'error' } as const;

/** The parameters that other messages of a method have, and which message has them. */
export const elsewhereOf = (method: Method, kind: EventKind): ReadonlyMap<string, string> =>
  new Map(
    (['in', 'out', 'error'] as const).flatMap((direction) =>
      kind === directions[direction] || kind === 'security'
        ? []
        : method[direction].map(({ name }) => [name, directions[direction]] as const),
    ),
  );
