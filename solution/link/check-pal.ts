import { lazily, near } from '../nearest.ts';
import type { Endpoint, Process, ProcessClass } from '../solution.ts';
import type { AssertionSet, Expectation } from '../syntax/tree/pal.ts';
import type { Name } from '../syntax/tree/name.ts';
import type { SelectorName } from '../syntax/tree/selectors.ts';
import { checkNeeded, checkPalMessage } from './check-pal-message.ts';
import { clientSelector, reachedBy, serversOf, serverSelector, without } from './reach.ts';
import type { Chosen } from './reach.ts';
import type { Scope } from './scope.ts';
import { checkLegal } from './selector-names.ts';

/** What tests may name: classes, processes, and the variables bound before. */
interface Testing {
  readonly scope: Scope;
  readonly processes: ReadonlyMap<string, Process>;
  /** The class of each variable of the setup. */
  readonly outer: ReadonlyMap<string, string>;
  /** The class of each variable bound since. */
  readonly variables: Map<string, string>;
}

const valueOf = ({ where }: Expectation, selector: SelectorName): Name | undefined =>
  where.find(({ name }) => name === selector)?.value;

/** Stands for the class of a variable that is bound to nothing known: that has been told. */
const unknownClass = '';

/** The class of a subject; absent, with a diagnostic, if there is none. */
const classOf = (testing: Testing, { text, at }: Name): string | undefined => {
  const { scope, processes, variables, outer } = testing;
  const named = variables.get(text) ?? outer.get(text) ?? processes.get(text)?.className;
  if (named === unknownClass) return undefined;
  if (named !== undefined) return named;
  if (scope.classes.has(text)) return text;
  const maps = [variables, outer, processes, scope.classes];
  const names = lazily(() => maps.flatMap((map) => [...map.keys()]));
  const message = `"${text}" is no variable, process or class`;
  scope.report.error('PAL-001', at, message, near(text, names));
  return undefined;
};

/** What a selector names on a server, to look it up. */
const found: Readonly<
  Record<'endpoint' | 'component' | 'interface', (endpoint: Endpoint) => string | undefined>
> = {
  endpoint: ({ name }) => name,
  component: ({ component }) => component,
  interface: (endpoint) => endpoint.interface.name,
};

/** The first of the selectors that no endpoint has which those before it leave. */
const checkPlaces = (
  { scope: { report } }: Testing,
  expectation: Expectation,
  { name: owner, endpoints }: ProcessClass,
): boolean => {
  let left = endpoints;
  for (const selector of ['endpoint', 'component', 'interface'] as const) {
    const value = valueOf(expectation, selector);
    if (value === undefined) continue;
    const names = left.flatMap((endpoint) => found[selector](endpoint) ?? []);
    if (!names.includes(value.text)) {
      const message = `unknown ${selector} "${value.text}" of class ${owner}`;
      report.error('PAL-002', value.at, message, near(value.text, names));
      return false;
    }
    left = left.filter((endpoint) => found[selector](endpoint) === value.text);
  }
  return true;
};

const checkEndpoint = (testing: Testing, expectation: Expectation, chosen: Chosen): void => {
  const { classes, report } = testing.scope;
  const { event: kind } = expectation;
  const [server] = serversOf(classes, kind, chosen);
  if (kind === 'execute' || server === undefined || server.open) return;
  if (kind !== 'security' && !checkPlaces(testing, expectation, server)) return;
  const endpoint = valueOf(expectation, 'endpoint');
  const method = valueOf(expectation, 'method');
  const methods = reachedBy(classes, kind, without(chosen, 'method')).map(
    (reached) => reached.method.name,
  );
  if (method === undefined || methods.includes(method.text)) return;
  const owner = `class ${server.name}`;
  const whose = endpoint === undefined ? owner : `endpoint ${endpoint.text} of ${owner}`;
  const message = `unknown method "${method.text}" of ${whose}`;
  report.error('PAL-002', method.at, message, near(method.text, methods));
};

/** Only an execute that is granted makes a process that a variable can stand for. */
const checkBinds = (testing: Testing, { event: kind, binds, expected }: Expectation): void => {
  if (binds === undefined || (kind === 'execute' && expected !== 'deny')) return;
  const message =
    kind === 'execute'
      ? 'an execute that is denied binds no variable: there is no new process'
      : 'only an execute binds a variable: its value is the new process';
  testing.scope.report.error('PAL-001', binds.at, message);
};

const checkExpectation = (testing: Testing, expectation: Expectation): void => {
  const { scope } = testing;
  checkNeeded(scope, expectation);
  const { event: kind, where, binds } = expectation;
  for (const selector of where) checkLegal(kind, selector, scope.report.warning);
  const server = valueOf(expectation, serverSelector(kind));
  const client = valueOf(expectation, clientSelector(kind));
  const className = server === undefined ? undefined : classOf(testing, server);
  if (client !== undefined) classOf(testing, client);
  if (className !== undefined) {
    const rest = where.filter(({ name }) => name !== 'src' && name !== 'dst');
    const chosen: Chosen = new Map([
      ...rest.map(({ name, value }) => [name, value] as const),
      [serverSelector(kind), { text: className, at: server?.at ?? expectation.at }],
    ]);
    checkEndpoint(testing, expectation, chosen);
    checkPalMessage(scope, expectation, chosen);
  }
  checkBinds(testing, expectation);
  if (binds === undefined || kind !== 'execute') return;
  testing.variables.set(binds.text, className ?? unknownClass);
};

/** Checks the names in tests: each sequence sees the variables of the setup and its own, and the end all. */
export const checkAssertions = (
  scope: Scope,
  processes: readonly Process[],
  sets: readonly AssertionSet[],
): void => {
  const byName = new Map(processes.map((process) => [process.name, process]));
  for (const { setup, sequences, finally: last } of sets) {
    const shared: Testing = { scope, processes: byName, outer: new Map(), variables: new Map() };
    for (const one of setup) checkExpectation(shared, one);
    const seen = new Map(shared.variables);
    for (const { expectations } of sequences) {
      const own: Testing = { ...shared, outer: shared.variables, variables: new Map() };
      for (const one of expectations) checkExpectation(own, one);
      for (const [name, className] of own.variables) seen.set(name, className);
    }
    for (const one of last) checkExpectation({ ...shared, outer: seen, variables: seen }, one);
  }
};
