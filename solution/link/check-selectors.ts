import type { EventKind } from '../../model/security.ts';
import { near } from '../nearest.ts';
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
  const hint = near(text, classes.keys());
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

/** Names that were looked up before, by classes and selectors: policies ask the same again and again. */
const known = new WeakMap<object, Map<string, ReadonlySet<string>>>();

const namesUnder = (
  { classes, kind }: Check,
  code: LinkCode,
  open: Chosen,
  find: () => readonly string[],
): ReadonlySet<string> => {
  const all = known.get(classes) ?? new Map<string, ReadonlySet<string>>();
  known.set(classes, all);
  const key = `${code} ${kind} ${[...open].join(' ')}`;
  const names = all.get(key) ?? new Set(find());
  all.set(key, names);
  return names;
};

/** A name that a selector gives, and where it is looked for. */
interface Lookup {
  readonly code: LinkCode;
  readonly name: Name;
  /** The selectors that narrow the search. */
  readonly open: Chosen;
  readonly find: () => readonly string[];
  /** What is unknown, in words; whose it is follows. */
  readonly what: string;
}

/** Tells of a name that none of the candidates has. */
const checkKnown = (
  check: Check,
  chosen: Chosen,
  { code, name: { text, at }, open, find, what }: Lookup,
): void => {
  const names = namesUnder(check, code, open, find);
  if (names.has(text) || isServerMissing(check, chosen)) return;
  const hint = near(text, names);
  const message = `${what} "${text}" of ${whose(check, chosen)}`;
  if (!isOpen(check, chosen)) check.report.error(code, at, message, hint);
  else {
    const more = `${message}, which is a stub: nothing is known to match`;
    check.report.warning('PSL-026', at, more, hint);
  }
};

const checkEndpoint = (check: Check, chosen: Chosen, name: Name): void => {
  const open = without(chosen, 'endpoint', 'interface', 'component', 'method');
  checkKnown(check, chosen, {
    code: 'PSL-014',
    name,
    open,
    find: () =>
      serversOf(check.classes, check.kind, open).flatMap((server) =>
        endpointsOf(server, open).map((one) => one.name),
      ),
    what: 'unknown endpoint',
  });
};

const checkComponent = (check: Check, chosen: Chosen, name: Name): void => {
  const open = without(chosen, 'endpoint', 'interface', 'component', 'method');
  checkKnown(check, chosen, {
    code: 'PSL-013',
    name,
    open,
    find: () =>
      serversOf(check.classes, check.kind, open).flatMap(({ endpoints }) =>
        endpoints.flatMap(({ component }) => (component === undefined ? [] : [component])),
      ),
    what: 'no endpoint in a component',
  });
};

const checkExecute = (check: Check, selector: 'interface' | 'method', name: Name): void => {
  const wanted = selector === 'method' ? 'main' : check.executeInterface;
  if (name.text === wanted) return;
  const code = selector === 'method' ? 'PSL-016' : 'PSL-015';
  const hint = { hint: `the ${selector} of every execute event is "${wanted}"` };
  check.report.error(code, name.at, `unknown ${selector} "${name.text}" of execute`, hint);
};

const checkInterface = (check: Check, chosen: Chosen, name: Name): void => {
  const { classes, kind } = check;
  const open = without(chosen, 'interface', 'method');
  checkKnown(check, chosen, {
    code: 'PSL-015',
    name,
    open,
    find: () =>
      serversOf(classes, kind, open).flatMap((server) =>
        kind === 'security'
          ? server.security.map((one) => one.name)
          : endpointsOf(server, open).map((endpoint) => endpoint.interface.name),
      ),
    what: 'no reachable endpoint with the interface',
  });
};

const checkMethod = (check: Check, chosen: Chosen, name: Name): void => {
  const { classes, kind } = check;
  const open = without(chosen, 'method');
  checkKnown(check, chosen, {
    code: 'PSL-016',
    name,
    open,
    find: () => reachedBy(classes, kind, open).map(({ method }) => method.name),
    what: 'no reachable interface with a method',
  });
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
    else if (check.kind === 'execute' && (name === 'interface' || name === 'method'))
      checkExecute(check, name, value);
    else if (name === 'endpoint') checkEndpoint(check, chosen, value);
    else if (name === 'component') checkComponent(check, chosen, value);
    else if (name === 'interface') checkInterface(check, chosen, value);
    else checkMethod(check, chosen, value);
  }
  return chosen;
};
