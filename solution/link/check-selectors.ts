import type { EventKind } from '../../model/security.ts';
import { hintNearest } from '../nearest.ts';
import { kernelClass } from '../solution.ts';
import type { ProcessClass } from '../solution.ts';
import type { Name } from '../syntax/tree/name.ts';
import type { SelectorName, Selectors } from '../syntax/tree/selectors.ts';
import { chosenBy, endpointsOf, reachedBy, serverSelector, serversOf } from './reach.ts';
import type { Chosen } from './reach.ts';
import type { LinkCode } from './codes.ts';
import type { Report } from './report.ts';

/** Selectors that a kind of event has. */
const legal: Readonly<Record<EventKind, readonly SelectorName[]>> = {
  execute: ['src', 'dst', 'interface', 'method'],
  security: ['src', 'interface', 'method'],
  request: ['src', 'dst', 'component', 'endpoint', 'interface', 'method'],
  response: ['src', 'dst', 'component', 'endpoint', 'interface', 'method'],
  error: ['src', 'dst', 'component', 'endpoint', 'interface', 'method'],
};

interface Check {
  readonly classes: ReadonlyMap<string, ProcessClass>;
  readonly kind: EventKind;
  readonly executeInterface: string;
  readonly report: Report;
}

const without = (chosen: Chosen, ...names: readonly SelectorName[]): Chosen =>
  new Map([...chosen].filter(([name]) => !names.includes(name)));

const whose = (check: Check, chosen: Chosen): string => {
  const server = chosen.get(serverSelector(check.kind));
  return server === undefined ? 'any class' : `class ${server}`;
};

const checkClass = ({ classes, report }: Check, { text, at }: Name): void => {
  if (classes.has(text)) return;
  const hint = hintNearest(text, classes.keys());
  report.warning('PSL-010', at, `the policy includes no class "${text}": this never matches`, hint);
};

/** Where a name that no class is known to have is a warning: a stub may have it (C-06). */
const isOpen = ({ classes, kind }: Check, chosen: Chosen): boolean => {
  const isFixed = chosen.has(serverSelector(kind));
  return serversOf(classes, kind, chosen).some(
    ({ open, name }) => open && (isFixed || name !== kernelClass),
  );
};

/** Nothing more is told of a class that is not there. */
const isServerMissing = ({ classes, kind }: Check, chosen: Chosen): boolean =>
  serversOf(classes, kind, chosen).length === 0;

/** Tells of a name that none of the candidates has. */
const unknownName = (
  check: Check,
  chosen: Chosen,
  code: LinkCode,
  { text, at }: Name,
  message: string,
  names: readonly string[],
): void => {
  if (names.includes(text) || isServerMissing(check, chosen)) return;
  const hint = hintNearest(text, names);
  if (!isOpen(check, chosen)) check.report.error(code, at, message, hint);
  else
    check.report.warning(
      'PSL-026',
      at,
      `${message}, which is a stub: nothing is known to match`,
      hint,
    );
};

const checkEndpoint = (check: Check, chosen: Chosen, name: Name): void => {
  const open = without(chosen, 'endpoint', 'interface', 'component', 'method');
  const servers = serversOf(check.classes, check.kind, open);
  const names = servers.flatMap((server) => endpointsOf(server, open).map((one) => one.name));
  const message = `unknown endpoint "${name.text}" of ${whose(check, chosen)}`;
  unknownName(check, chosen, 'PSL-014', name, message, names);
};

const checkComponent = (check: Check, chosen: Chosen, name: Name): void => {
  const servers = serversOf(check.classes, check.kind, chosen);
  const names = servers.flatMap(({ endpoints }) =>
    endpoints.flatMap(({ component }) => (component === undefined ? [] : [component])),
  );
  const message = `no endpoint in a component "${name.text}" of ${whose(check, chosen)}`;
  unknownName(check, chosen, 'PSL-013', name, message, names);
};

const checkInterface = (check: Check, chosen: Chosen, name: Name): void => {
  const { classes, kind } = check;
  if (kind === 'execute') {
    if (name.text === check.executeInterface) return;
    const hint = { hint: `the execute interface is "${check.executeInterface}"` };
    check.report.error('PSL-015', name.at, `unknown execute interface "${name.text}"`, hint);
    return;
  }
  const servers = serversOf(classes, kind, chosen);
  const open = without(chosen, 'interface', 'method');
  const names = servers.flatMap((server) =>
    kind === 'security'
      ? server.security.map((one) => one.name)
      : endpointsOf(server, open).map((endpoint) => endpoint.interface.name),
  );
  const message = `no reachable endpoint with the interface "${name.text}" of ${whose(check, chosen)}`;
  unknownName(check, chosen, 'PSL-015', name, message, names);
};

const checkMethod = (check: Check, chosen: Chosen, name: Name): void => {
  const { classes, kind } = check;
  if (kind === 'execute') {
    if (name.text === 'main') return;
    const hint = { hint: 'the one method of an execute interface is "main"' };
    check.report.error('PSL-016', name.at, `unknown method "${name.text}"`, hint);
    return;
  }
  const names = reachedBy(classes, kind, without(chosen, 'method')).map(
    ({ method }) => method.name,
  );
  const message = `no reachable interface with a method "${name.text}" of ${whose(check, chosen)}`;
  unknownName(check, chosen, 'PSL-016', name, message, names);
};

/**
 * Checks the selectors of one binding or `match`, given those around it.
 *
 * Result: all selectors on the path.
 */
export const checkSelectors = (check: Check, outer: Chosen, where: Selectors): Chosen => {
  const chosen = chosenBy(outer, where);
  const seen = new Map(outer);
  for (const { name, value } of where) {
    const before = seen.get(name);
    if (!legal[check.kind].includes(name)) {
      const message = `an event of kind ${check.kind} has no selector "${name}"`;
      check.report.error('PSL-011', value.at, message);
    } else if (before !== undefined && before !== value.text) {
      const message = `${name} is "${before}" already: this section never matches`;
      check.report.warning('PSL-012', value.at, message);
    }
    seen.set(name, value.text);
  }
  for (const { name, value } of where) {
    if (!legal[check.kind].includes(name)) continue;
    if (name === 'src' || name === 'dst') checkClass(check, value);
    else if (name === 'endpoint') checkEndpoint(check, chosen, value);
    else if (name === 'component') checkComponent(check, chosen, value);
    else if (name === 'interface') checkInterface(check, chosen, value);
    else checkMethod(check, chosen, value);
  }
  return chosen;
};
