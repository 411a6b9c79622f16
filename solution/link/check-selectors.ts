import type { EventKind } from '../../model/security.ts';
import { hintNearest } from '../nearest.ts';
import type { ProcessClass } from '../solution.ts';
import type { Name } from '../syntax/tree/name.ts';
import type { SelectorName, Selectors } from '../syntax/tree/selectors.ts';
import { chosenBy, endpointsOf, reachedBy, serverSelector, serversOf } from './reach.ts';
import type { Chosen } from './reach.ts';
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

/** True where nothing can be said, because a class is a stub or is not included. */
const isOpen = ({ classes, kind }: Check, chosen: Chosen): boolean => {
  const servers = serversOf(classes, kind, chosen);
  return servers.length === 0 || servers.some(({ stub }) => stub);
};

const checkEndpoint = (check: Check, chosen: Chosen, { text, at }: Name): void => {
  const open = without(chosen, 'endpoint', 'interface', 'component', 'method');
  const servers = serversOf(check.classes, check.kind, open);
  const names = servers.flatMap((server) => endpointsOf(server, open).map(({ name }) => name));
  if (isOpen(check, chosen) || names.includes(text)) return;
  const message = `unknown endpoint "${text}" of ${whose(check, chosen)}`;
  check.report.error('PSL-014', at, message, hintNearest(text, names));
};

const checkComponent = (check: Check, chosen: Chosen, { text, at }: Name): void => {
  const servers = serversOf(check.classes, check.kind, chosen);
  const names = servers.flatMap(({ endpoints }) =>
    endpoints.flatMap(({ component }) => (component === undefined ? [] : [component])),
  );
  if (isOpen(check, chosen) || names.includes(text)) return;
  const message = `no endpoint of ${whose(check, chosen)} is in a component "${text}"`;
  check.report.error('PSL-013', at, message, hintNearest(text, names));
};

const checkInterface = (check: Check, chosen: Chosen, { text, at }: Name): void => {
  const { classes, kind } = check;
  if (kind === 'execute') return;
  const servers = serversOf(classes, kind, chosen);
  const open = without(chosen, 'interface', 'method');
  const names = servers.flatMap((server) =>
    kind === 'security'
      ? server.security.map(({ name }) => name)
      : endpointsOf(server, open).map((endpoint) => endpoint.interface.name),
  );
  if (isOpen(check, chosen) || names.includes(text)) return;
  const message = `no reachable endpoint of ${whose(check, chosen)} has the interface "${text}"`;
  check.report.error('PSL-015', at, message, hintNearest(text, names));
};

const checkMethod = (check: Check, chosen: Chosen, { text, at }: Name): void => {
  const { classes, kind } = check;
  if (kind === 'execute') {
    if (text === 'main') return;
    const hint = { hint: 'the one method of an execute interface is "main"' };
    check.report.error('PSL-016', at, `unknown method "${text}"`, hint);
    return;
  }
  const names = reachedBy(classes, kind, without(chosen, 'method')).map(
    ({ method }) => method.name,
  );
  if (isOpen(check, chosen) || names.includes(text)) return;
  const message = `no reachable interface of ${whose(check, chosen)} has a method "${text}"`;
  check.report.error('PSL-016', at, message, hintNearest(text, names));
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
