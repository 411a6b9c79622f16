import type { EventKind } from '../../model/security.ts';
import type { Span } from '../../model/span.ts';
import type { PslType } from '../psl-type.ts';
import { checkYield } from './check-call.ts';
import type { Method } from '../solution.ts';
import type { Environment, MessageShape } from './environment.ts';
import { elsewhereOf, messageTypeOf, reachedBy } from './reach.ts';
import type { Chosen } from './reach.ts';
import type { Scope } from './scope.ts';
import { pslTypeOf, sidType } from './types.ts';

type Shapes = ReturnType<Environment['message']>;

const shapesOf = (scope: Scope, kind: EventKind, chosen: Chosen): Shapes => {
  const reached = reachedBy(scope.classes, kind, chosen);
  if (reached.length === 0) return kind === 'execute' ? [] : 'unknown';
  return reached.map(({ server, endpoint, interface: one, method }) => ({
    name: `the ${kind} of ${endpoint?.name ?? one.name}.${method.name} of ${server.name}`,
    ...contentOf(method, kind),
  }));
};

type Content = Omit<MessageShape, 'name'>;

/** Messages that rules have asked for before: many ask for the same. */
const contents = new WeakMap<Method, Map<EventKind, Content>>();

const contentOf = (method: Method, kind: EventKind): Content => {
  const byKind = contents.get(method) ?? new Map<EventKind, Content>();
  contents.set(method, byKind);
  const known = byKind.get(kind);
  if (known !== undefined) return known;
  const { parameters, open } = messageTypeOf(method, kind);
  const made: Content = {
    parameters: new Map(parameters.map(({ name, type }) => [name, pslTypeOf(type)])),
    elsewhere: elsewhereOf(method, kind),
    open,
  };
  byKind.set(kind, made);
  return made;
};

/** The variables of rules; a security event has no destination. */
const securityVariables: ReadonlyMap<string, PslType> = new Map<string, PslType>([
  ['message', { kind: 'dictionary', fields: new Map() }],
  ['src_sid', sidType],
]);
const allVariables: ReadonlyMap<string, PslType> = new Map([
  ...securityVariables,
  ['dst_sid', sidType],
]);

/** Policies of which it was told that they do not use `nk.basic`: once is enough. */
const toldOfBasic = new WeakSet<Scope['packages']>();

const checkBasic = ({ packages, report }: Scope, operator: string, at: Span): void => {
  if (packages.has('nk.basic') || toldOfBasic.has(packages)) return;
  toldOfBasic.add(packages);
  const hint = { hint: 'add "use nk.basic._"' };
  const message = `"${operator}" is declared by "nk.basic", which is not used`;
  report.warning('PSL-009', at, message, hint);
};

/** What the rules of a binding may use, under the selectors on the path to them. */
export const environmentOf = (scope: Scope, kind: EventKind, chosen: Chosen): Environment => {
  let shapes: Shapes | undefined;
  return {
    message: () => (shapes ??= shapesOf(scope, kind, chosen)),
    variables: kind === 'security' ? securityVariables : allVariables,
    objects: scope.objects,
    broken: scope.broken,
    yieldOf: checkYield,
    report: scope.report,
    needBasic: (operator, at) => {
      checkBasic(scope, operator, at);
    },
  };
};
