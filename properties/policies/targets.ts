import type { EventKind } from '../../model/security.ts';
import type { Parameter } from '../../solution/data-type.ts';
import {
  clientSelector,
  isMessage,
  messageTypeOf,
  reachedBy,
  serverSelector,
} from '../../solution/link/reach.ts';
import type { ProcessClass } from '../../solution/solution.ts';
import { selectorNames } from '../../solution/syntax/tree/selectors.ts';
import type { SelectorName } from '../../solution/syntax/tree/selectors.ts';
import { pick } from './draw.ts';
import type { Draw } from './draw.ts';

/** The value that an event has for each selector; absent for one that it has not. */
export type Target = Readonly<Partial<Record<SelectorName, string>>>;

/** What selectors on the path to a rule say. */
export type Chosen = Target;

const nowhere = { file: 'generated', line: 1, column: 1, endLine: 1, endColumn: 1 };

/** The selectors that have a value, with it. */
export const valuesOf = (target: Target): readonly (readonly [SelectorName, string])[] =>
  selectorNames.flatMap((name) => {
    const text = target[name];
    return text === undefined ? [] : [[name, text] as const];
  });

const linked = (chosen: Chosen) =>
  new Map(valuesOf(chosen).map(([name, text]) => [name, { text, at: nowhere }] as const));

const clients = ['Einit', 'kl.core.Core'];

/** Every kind of event of some classes that there can be, by the values of its selectors. */
export const targetsOf = (
  classes: ReadonlyMap<string, ProcessClass>,
  kind: EventKind,
): readonly Target[] => {
  if (kind === 'execute') {
    return [...classes.keys()].flatMap((dst) =>
      clients.map((src) => ({ src, dst, interface: 'kl.core.Execute', method: 'main' })),
    );
  }
  return reachedBy(classes, kind, new Map()).map(
    ({ server, endpoint, interface: one, method }): Target => ({
      [serverSelector(kind)]: server.name,
      ...(endpoint === undefined ? {} : { endpoint: endpoint.name }),
      ...(endpoint?.component === undefined ? {} : { component: endpoint.component }),
      interface: one.name,
      method: method.name,
    }),
  );
};

/** The same, with a client where there is one. */
export const withClient = (
  draw: Draw,
  classes: ReadonlyMap<string, ProcessClass>,
  kind: EventKind,
  target: Target,
): Target =>
  isMessage(kind)
    ? {
        ...target,
        [clientSelector(kind)]: pick(draw, [...classes.keys(), ...classes.keys(), ...clients]),
      }
    : target;

/** Can an event be of the target and have all chosen values? The client of a target may be any. */
export const agrees = (kind: EventKind, target: Target, chosen: Chosen): boolean =>
  valuesOf(chosen).every(
    ([name, text]) => target[name] === text || (isMessage(kind) && name === clientSelector(kind)),
  );

/** Is it sure that no class beyond the generated ones can serve: the kernel, or Einit? */
const isFixed = (kind: EventKind, chosen: Chosen): boolean =>
  chosen[serverSelector(kind)] !== undefined ||
  chosen.interface !== undefined ||
  chosen.component !== undefined;

const same = (left: Parameter, right: Parameter): boolean =>
  left.name === right.name && JSON.stringify(left.type) === JSON.stringify(right.type);

/** Parameters that every event has that the selectors leave. */
export const parametersUnder = (
  classes: ReadonlyMap<string, ProcessClass>,
  kind: EventKind,
  chosen: Chosen,
): readonly Parameter[] => {
  if (kind === 'execute' || !isFixed(kind, chosen)) return [];
  const reached = reachedBy(classes, kind, linked(chosen));
  const all = reached.map(({ method }) => messageTypeOf(method, kind).parameters);
  const [first = [], ...rest] = all;
  return first.filter((parameter) =>
    rest.every((other) => other.some((one) => same(one, parameter))),
  );
};
