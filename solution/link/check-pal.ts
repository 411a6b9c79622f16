import { near } from '../nearest.ts';
import type { Process } from '../solution.ts';
import type { AssertionSet, Expectation } from '../syntax/tree/pal.ts';
import type { Name } from '../syntax/tree/name.ts';
import type { SelectorName } from '../syntax/tree/selectors.ts';
import { checkNeeded, checkPalMessage } from './check-pal-message.ts';
import { endpointsOf, reachedBy, serversOf, serverSelector } from './reach.ts';
import type { Chosen } from './reach.ts';
import type { Scope } from './scope.ts';

/** What tests may name: classes, processes, and the variables bound before. */
interface Testing {
  readonly scope: Scope;
  readonly processes: ReadonlyMap<string, Process>;
  /** The class of each variable. */
  readonly variables: Map<string, string>;
}

const valueOf = ({ where }: Expectation, selector: SelectorName): Name | undefined =>
  where.find(({ name }) => name === selector)?.value;

/** The class of a subject; absent, with a diagnostic, if there is none. */
const classOf = (testing: Testing, { text, at }: Name): string | undefined => {
  const { scope, processes, variables } = testing;
  const named = variables.get(text) ?? processes.get(text)?.className;
  if (named !== undefined) return named;
  if (scope.classes.has(text)) return text;
  const names = [...variables.keys(), ...processes.keys(), ...scope.classes.keys()];
  const message = `"${text}" is no variable, process or class`;
  scope.report.error('PAL-001', at, message, near(text, names));
  return undefined;
};

const checkEndpoint = (testing: Testing, expectation: Expectation, chosen: Chosen): void => {
  const { classes, report } = testing.scope;
  const { event: kind } = expectation;
  const servers = serversOf(classes, kind, chosen);
  if (kind === 'execute' || servers.some(({ open }) => open)) return;
  const endpoint = valueOf(expectation, 'endpoint');
  const names = servers.flatMap((server) => endpointsOf(server, new Map()).map(({ name }) => name));
  if (endpoint !== undefined && !names.includes(endpoint.text)) {
    const message = `unknown endpoint "${endpoint.text}"`;
    report.error('PAL-002', endpoint.at, message, near(endpoint.text, names));
    return;
  }
  const method = valueOf(expectation, 'method');
  const open = new Map([...chosen].filter(([name]) => name !== 'method'));
  const methods = reachedBy(classes, kind, open).map((reached) => reached.method.name);
  if (method === undefined || methods.includes(method.text)) return;
  report.error('PAL-002', method.at, `unknown method "${method.text}"`, near(method.text, methods));
};

const checkExpectation = (testing: Testing, expectation: Expectation): void => {
  const { scope } = testing;
  checkNeeded(scope, expectation);
  const { event: kind, binds } = expectation;
  const server = valueOf(expectation, serverSelector(kind));
  const client = valueOf(expectation, serverSelector(kind) === 'src' ? 'dst' : 'src');
  const className = server === undefined ? undefined : classOf(testing, server);
  if (client !== undefined) classOf(testing, client);
  if (className !== undefined) {
    const rest = expectation.where.filter(({ name }) => name !== 'src' && name !== 'dst');
    const chosen: Chosen = new Map([
      ...rest.map(({ name, value }) => [name, value.text] as const),
      [serverSelector(kind), className],
    ]);
    checkEndpoint(testing, expectation, chosen);
    checkPalMessage(scope, expectation, chosen);
  }
  if (binds === undefined) return;
  if (kind === 'execute' && className !== undefined) testing.variables.set(binds.text, className);
  else if (kind !== 'execute') {
    const message = 'only an execute binds a variable: its value is the new process';
    testing.scope.report.error('PAL-001', binds.at, message);
  }
};

/** Checks the names in tests: each sequence sees the variables of the setup and its own. */
export const checkAssertions = (
  scope: Scope,
  processes: readonly Process[],
  sets: readonly AssertionSet[],
): void => {
  const byName = new Map(processes.map((process) => [process.name, process]));
  for (const { setup, sequences, finally: last } of sets) {
    for (const { expectations } of sequences.length === 0 ? [{ expectations: [] }] : sequences) {
      const testing: Testing = { scope, processes: byName, variables: new Map() };
      for (const one of [...setup, ...expectations, ...last]) checkExpectation(testing, one);
    }
  }
};
