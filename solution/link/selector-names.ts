import type { EventKind } from '../../model/security.ts';
import { near } from '../nearest.ts';
import { kernelClass } from '../solution.ts';
import type { ProcessClass } from '../solution.ts';
import type { Name } from '../syntax/tree/name.ts';
import type { Selectors } from '../syntax/tree/selectors.ts';
import {
  clientSelector,
  endpointsOf,
  legalSelectors,
  reachedBy,
  serverSelector,
  serversOf,
  without,
} from './reach.ts';
import type { Chosen } from './reach.ts';
import type { LinkCode } from './codes.ts';
import type { Report } from './report.ts';

/** What the selectors of one binding are checked against. */
export interface SelectorCheck {
  readonly classes: ReadonlyMap<string, ProcessClass>;
  readonly kind: EventKind;
  readonly executeInterface: string;
  readonly report: Report;
}

/** Tells of a selector that the kind of event does not have. */
export const checkLegal = (
  kind: EventKind,
  { name, value }: Selectors[number],
  tell: Report['error'],
): void => {
  if (legalSelectors[kind].includes(name)) return;
  const hint = { hint: `it has ${legalSelectors[kind].join(', ')}` };
  tell('PSL-011', value.at, `an event of kind ${kind} has no selector "${name}"`, hint);
};

/** Where a name that no class is known to have is a warning: a stub may have it (C-06). */
const isOpen = ({ classes, kind }: SelectorCheck, chosen: Chosen): boolean => {
  const isFixed = chosen.has(serverSelector(kind));
  return serversOf(classes, kind, chosen).some(
    ({ open, name }) => open && (isFixed || name !== kernelClass),
  );
};

/** May a class have endpoints and interfaces that it is not known to have? The kernel, if it is named. */
const isServerOpen = ({ kind }: SelectorCheck, server: ProcessClass, open: Chosen): boolean =>
  server.open && (open.has(serverSelector(kind)) || server.name !== kernelClass);

const mayHaveSecurity = (
  check: SelectorCheck,
  code: LinkCode,
  server: ProcessClass,
  open: Chosen,
): boolean => {
  const typeName = open.get('interface')?.text;
  const interfaces = server.security.filter(
    ({ name }) => typeName === undefined || name === typeName,
  );
  return code === 'PSL-016' && interfaces.length > 0
    ? interfaces.some((one) => one.open)
    : isServerOpen(check, server, open);
};

/** May a class have a name that it is not known to have, where the other selectors leave it (C-06)? */
const mayHave = (
  check: SelectorCheck,
  code: LinkCode,
  server: ProcessClass,
  open: Chosen,
): boolean => {
  if (check.kind === 'security') return mayHaveSecurity(check, code, server, open);
  const isNarrowed = open.has('endpoint') || open.has('interface');
  const isNamed = open.has(serverSelector(check.kind)) || server.name !== kernelClass;
  const hasOpenInterface =
    code === 'PSL-016' &&
    (isNamed || isNarrowed) &&
    endpointsOf(server, open).some((endpoint) => endpoint.interface.open);
  if (hasOpenInterface) return true;
  const isKnown = isNarrowed && endpointsOf(server, open).length > 0;
  return !isKnown && isServerOpen(check, server, open);
};

/** Nothing more is told of a class that is not there. */
const isServerMissing = ({ classes, kind }: SelectorCheck, chosen: Chosen): boolean =>
  serversOf(classes, kind, chosen).length === 0;

/** Is there an endpoint that all of the selectors leave? */
export const isReachable = ({ classes, kind }: SelectorCheck, chosen: Chosen): boolean =>
  kind === 'execute' ||
  kind === 'security' ||
  serversOf(classes, kind, chosen).some((server) => endpointsOf(server, chosen).length > 0);

/** Do the selectors leave no endpoint, though there are classes that are known whole? */
export const isNeverReached = (check: SelectorCheck, chosen: Chosen): boolean =>
  !isReachable(check, chosen) && !isServerMissing(check, chosen) && !isOpen(check, chosen);

/** Names that were looked up before, by classes and selectors: policies ask the same again and again. */
const known = new WeakMap<object, Map<string, ReadonlySet<string>>>();

const namesUnder = (
  { classes, kind }: SelectorCheck,
  code: LinkCode,
  open: Chosen,
  find: () => readonly string[],
): ReadonlySet<string> => {
  const all = known.get(classes) ?? new Map<string, ReadonlySet<string>>();
  known.set(classes, all);
  const key = `${code} ${kind} ${[...open].map(([name, { text }]) => `${name}=${text}`).join(' ')}`;
  const names = all.get(key) ?? new Set(find());
  all.set(key, names);
  return names;
};

/** Whose a name is not, in words: of an endpoint, of a class. */
const ownerOf = ({ kind }: SelectorCheck, open: Chosen): string => {
  const part = (['endpoint', 'interface', 'component'] as const).find((name) => open.has(name));
  const server = open.get(serverSelector(kind));
  return [
    ...(part === undefined ? [] : [`${part} ${open.get(part)?.text ?? ''}`]),
    ...(server === undefined && part !== undefined
      ? []
      : [server === undefined ? 'any class' : `class ${server.text}`]),
  ].join(' of ');
};

/** A name that a selector gives, and where it is looked for. */
interface Lookup {
  readonly code: LinkCode;
  readonly name: Name;
  /** The selectors that narrow the search. */
  readonly open: Chosen;
  readonly find: () => readonly string[];
  /** What is unknown, in words. */
  readonly what: string;
  readonly hint?: () => string | undefined;
}

/** Tells of a name that none of the candidates has. */
const checkKnown = (
  check: SelectorCheck,
  chosen: Chosen,
  { code, name: { text, at }, open, find, what, hint }: Lookup,
): void => {
  const names = namesUnder(check, code, open, find);
  if (names.has(text) || isServerMissing(check, chosen)) return;
  const special = hint?.();
  const more = special === undefined ? near(text, names) : { hint: special };
  const message = `unknown ${what} "${text}" of ${ownerOf(check, open)}`;
  const servers = serversOf(check.classes, check.kind, open);
  if (!servers.some((server) => mayHave(check, code, server, open))) {
    check.report.error(code, at, message, more);
  } else {
    const stub = `${message}, of which a declaration is missing: nothing is known to match`;
    check.report.warning('PSL-026', at, stub, more);
  }
};

/** Where the other party has the endpoint: it is easy to forget who serves an answer. */
const hintServer = ({ classes, kind }: SelectorCheck, chosen: Chosen, name: Name) => {
  const client = chosen.get(clientSelector(kind))?.text ?? '';
  return classes.get(client)?.endpoints.some((one) => one.name === name.text) === true
    ? `${client} has it, and the server of a ${kind} is its ${serverSelector(kind)}`
    : undefined;
};

export const checkEndpoint = (check: SelectorCheck, chosen: Chosen, name: Name): void => {
  const open = without(chosen, 'endpoint', 'interface', 'component', 'method');
  checkKnown(check, chosen, {
    code: 'PSL-014',
    name,
    open,
    find: () =>
      serversOf(check.classes, check.kind, open).flatMap((server) =>
        endpointsOf(server, open).map((one) => one.name),
      ),
    what: 'endpoint',
    hint: () => hintServer(check, chosen, name),
  });
};

export const checkComponent = (check: SelectorCheck, chosen: Chosen, name: Name): void => {
  const open = without(chosen, 'endpoint', 'interface', 'component', 'method');
  checkKnown(check, chosen, {
    code: 'PSL-013',
    name,
    open,
    find: () =>
      serversOf(check.classes, check.kind, open).flatMap(({ endpoints }) =>
        endpoints.flatMap(({ component }) => (component === undefined ? [] : [component])),
      ),
    what: 'component',
  });
};

/** What is not reached by the other selectors has been told of. */
export const checkInterface = (check: SelectorCheck, chosen: Chosen, name: Name): void => {
  const { classes, kind } = check;
  const open = without(chosen, 'interface', 'method');
  const isNarrowed = open.has('endpoint') || open.has('component');
  if (isNarrowed && !isReachable(check, open)) return;
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
    what: kind === 'security' ? 'security interface' : 'interface',
  });
};

export const checkMethod = (check: SelectorCheck, chosen: Chosen, name: Name): void => {
  const { classes, kind } = check;
  const open = without(chosen, 'method');
  const isNarrowed = (['endpoint', 'component', 'interface'] as const).some((one) => open.has(one));
  if (isNarrowed && !isReachable(check, open)) return;
  if (kind === 'security' && open.has('interface') && reachedBy(classes, kind, open).length === 0) {
    return;
  }
  checkKnown(check, chosen, {
    code: 'PSL-016',
    name,
    open,
    find: () => reachedBy(classes, kind, open).map(({ method }) => method.name),
    what: kind === 'security' ? 'security method' : 'method',
  });
};

/** Every execute event is of one method of one interface. */
export const checkExecute = (
  check: SelectorCheck,
  selector: 'interface' | 'method',
  name: Name,
): void => {
  const wanted = selector === 'method' ? 'main' : check.executeInterface;
  if (name.text === wanted) return;
  const code = selector === 'method' ? 'PSL-016' : 'PSL-015';
  const hint = { hint: `the ${selector} of every execute event is "${wanted}"` };
  check.report.error(code, name.at, `unknown ${selector} "${name.text}" of execute`, hint);
};
