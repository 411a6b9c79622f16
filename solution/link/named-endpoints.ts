import { lazily, near } from '../nearest.ts';
import type { Endpoint, Interface, ProcessClass } from '../solution.ts';
import type { Name } from '../syntax/tree/name.ts';
import type { AssertionSet } from '../syntax/tree/pal.ts';
import type { SelectorName, Selectors } from '../syntax/tree/selectors.ts';
import { openMethod, withEndpoints } from './open-endpoints.ts';
import type { RulePath } from './paths.ts';
import { isMessage, serverSelector } from './reach.ts';
import type { Report } from './report.ts';

/** Selectors of one event kind that stand together. */
type Naming = Pick<RulePath, 'kind' | 'where'>;

const lastOf = (where: Selectors, name: SelectorName): Name | undefined =>
  where.findLast((selector) => selector.name === name)?.value;

const findEndpoint = (
  { endpoints }: ProcessClass,
  endpoint: Name | undefined,
  typeName: Name | undefined,
): Endpoint | undefined => {
  if (endpoint !== undefined) return endpoints.find(({ name }) => name === endpoint.text);
  const fitting = endpoints.filter((one) => one.interface.name === typeName?.text);
  return fitting.length === 1 ? fitting[0] : undefined;
};

/** Several endpoints have the interface, and the selectors do not say which is meant. */
const isAmbiguous = ({ endpoints }: ProcessClass, where: Selectors): boolean => {
  const typeName = lastOf(where, 'interface')?.text;
  return (
    lastOf(where, 'endpoint') === undefined &&
    endpoints.some((one) => one.interface.name === typeName)
  );
};

/** Endpoints that are named come first; what only its interface names must wait for them. */
type Stage = 'endpoints' | 'interfaces';

/** The endpoint that must be added to a class, so that it has what is named; absent if it has. */
const findMissing = (
  server: ProcessClass,
  where: Selectors,
  stage: Stage,
): Endpoint | undefined => {
  const [endpoint, typeName, method] = (['endpoint', 'interface', 'method'] as const).map((name) =>
    lastOf(where, name),
  );
  if (method === undefined) return undefined;
  const known = findEndpoint(server, endpoint, typeName);
  if (known === undefined) {
    // An endpoint known by its interface alone bears the interface's name.
    const name = endpoint?.text ?? (stage === 'interfaces' ? typeName?.text : undefined);
    if (name === undefined || !server.open || isAmbiguous(server, where)) return undefined;
    const type = typeName?.text ?? `the interface of ${name}`;
    const one = { name: type, methods: [openMethod(method.text)], open: true };
    return { name, interface: one, component: lastOf(where, 'component')?.text };
  }
  const has = known.interface.methods.some(({ name }) => name === method.text);
  if (has || !known.interface.open) return undefined;
  return { ...known, interface: { ...known.interface, methods: [openMethod(method.text)] } };
};

/** `endpoint.Method` of a class. */
const methodNames = ({ endpoints }: ProcessClass): readonly string[] =>
  endpoints.flatMap((endpoint) =>
    endpoint.interface.methods.map(({ name }) => `${endpoint.name}.${name}`),
  );

const tell = (report: Report, server: ProcessClass, added: Endpoint, where: Selectors): void => {
  const method = lastOf(where, 'method');
  if (method === undefined) return;
  const isKnown = server.endpoints.some(({ name }) => name === added.name);
  const unknown = isKnown ? method : (lastOf(where, 'endpoint') ?? lastOf(where, 'interface'));
  const at = (unknown ?? method).at;
  const called = `${added.name}.${method.text}`;
  const message = `the stub of ${server.name} does not know "${called}": it is added, its parameters are not modelled`;
  report.warning(
    'PSL-026',
    at,
    message,
    near(
      called,
      lazily(() => methodNames(server)),
    ),
  );
};

const tellSecurity = (report: Report, server: ProcessClass, method: Name): void => {
  const message = `the stub of ${server.name} does not know the security method "${method.text}": it is added, its parameters are not modelled`;
  report.warning('PSL-026', method.at, message);
};

/** A security interface with the methods that a policy names on a class whose declaration is missing. */
const withSecurity = (server: ProcessClass, where: Selectors, report: Report): ProcessClass => {
  const method = lastOf(where, 'method');
  const isFull = server.security.some(({ methods }) => methods.length >= mostAdded);
  if (method === undefined || isFull || hasSecurity(server, where)) return server;
  const known = findOpenSecurity(server, where);
  if (known === undefined && !server.open) return server;
  tellSecurity(report, server, method);
  const one: Interface = {
    name:
      known?.name ?? lastOf(where, 'interface')?.text ?? `the security interface of ${server.name}`,
    methods: [...(known?.methods ?? []), openMethod(method.text)],
    open: true,
  };
  return { ...server, security: [...server.security.filter((other) => other !== known), one] };
};

/** Has the class the method, in the interface that is named, or in any? */
const hasSecurity = ({ security }: ProcessClass, where: Selectors): boolean => {
  const [typeName, method] = [lastOf(where, 'interface')?.text, lastOf(where, 'method')?.text];
  return security
    .filter(({ name }) => typeName === undefined || name === typeName)
    .some(({ methods }) => methods.some(({ name }) => name === method));
};

/** The interface that the method is added to: the one that is named, else the only one without declaration. */
const findOpenSecurity = ({ security }: ProcessClass, where: Selectors): Interface | undefined => {
  const typeName = lastOf(where, 'interface')?.text;
  const fitting = security.filter(
    ({ name, open }) => open && (typeName === undefined || name === typeName),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
};

/** What tests name, as far as they name classes. */
const namingsOf = (sets: readonly AssertionSet[]): readonly Naming[] =>
  sets.flatMap(({ setup, sequences, finally: last }) =>
    [...setup, ...sequences.flatMap(({ expectations }) => expectations), ...last].map(
      ({ event: kind, where }) => ({ kind, where }),
    ),
  );

/** What is added to one class, and what has been looked up on it before. */
interface Additions {
  readonly looked: Set<string>;
  readonly added: Map<string, Endpoint>;
}

/** Most methods that are added to one class. */
const mostAdded = 5000;

/** Selectors that name the same are looked up once. */
const keyOf = (where: Selectors): string =>
  (['endpoint', 'interface', 'component', 'method'] as const)
    .map((name) => lastOf(where, name)?.text ?? '')
    .join(' ');

/** Adds what one rule or test names on a class, unless it is there. */
const addNamed = (
  server: ProcessClass,
  where: Selectors,
  { looked, added }: Additions,
  stage: Stage,
  report: Report,
): void => {
  const key = keyOf(where);
  if (looked.has(key) || added.size >= mostAdded) return;
  looked.add(key);
  const missing = findMissing(server, where, stage);
  const name = `${missing?.name ?? ''}.${lastOf(where, 'method')?.text ?? ''}`;
  if (missing === undefined || added.has(name)) return;
  tell(report, server, missing, where);
  added.set(name, missing);
};

/** May anything be added to the class? Asked once of each. */
const makeGrows = (): ((server: ProcessClass) => boolean) => {
  const known = new Map<ProcessClass, boolean>();
  return (server) => {
    const grows =
      known.get(server) ??
      (server.open || server.endpoints.some((endpoint) => endpoint.interface.open));
    known.set(server, grows);
    return grows;
  };
};

/** Adds what some namings name to the classes that they name it on. */
const withNamed = (
  classes: ReadonlyMap<string, ProcessClass>,
  namings: readonly Naming[],
  stage: Stage,
  report: Report,
): ReadonlyMap<string, ProcessClass> => {
  const result = new Map(classes);
  const additions = new Map<string, Additions>();
  const grows = makeGrows();
  for (const { kind, where } of namings) {
    const server = result.get(lastOf(where, serverSelector(kind))?.text ?? '');
    if (server === undefined) continue;
    if (kind === 'security') result.set(server.name, withSecurity(server, where, report));
    if (!isMessage(kind) || !grows(server)) continue;
    const so = additions.get(server.name) ?? { looked: new Set(), added: new Map() };
    additions.set(server.name, so);
    addNamed(server, where, so, stage, report);
  }
  for (const [name, { added }] of additions) {
    const server = result.get(name);
    if (server !== undefined && added.size > 0) {
      result.set(name, withEndpoints(server, [...added.values()]));
    }
  }
  return result;
};

/**
 * Adds to classes whose declarations are missing the endpoints and methods that the policy names
 * together on them; their parameters are not modelled (C-06). Each is told once. What is named by its
 * interface alone comes last: an endpoint of that interface may have been named by then.
 */
export const withNamedEndpoints = (
  classes: ReadonlyMap<string, ProcessClass>,
  paths: readonly RulePath[],
  sets: readonly AssertionSet[],
  report: Report,
): ReadonlyMap<string, ProcessClass> => {
  const namings = [...paths, ...namingsOf(sets)];
  const first = withNamed(classes, namings, 'endpoints', report);
  const rest = namings.filter(({ where }) => lastOf(where, 'endpoint') === undefined);
  return withNamed(first, rest, 'interfaces', report);
};
