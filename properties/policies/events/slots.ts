import type { EventKind, Subject } from '../../../model/security.ts';
import { eventKinds } from '../../../model/security.ts';
import type { Parameter } from '../../../solution/data-type.ts';
import { messageTypeOf, serverSelector } from '../../../solution/link/reach.ts';
import type { ProcessClass, Solution } from '../../../solution/solution.ts';
import { subjectsOf } from '../../../solution/subjects.ts';
import type { Body } from '../../../solution/syntax/tree/psl.ts';
import type { Selectors } from '../../../solution/syntax/tree/selectors.ts';
import type { Target } from '../targets.ts';
import { parametersReadIn } from './constants.ts';

export type Known = Extract<Subject, { readonly kind: 'known' }>;

/** A method of a server that events of a kind call, and what their messages carry. */
export interface Slot {
  readonly kind: EventKind;
  readonly server: string;
  readonly endpoint: string | undefined;
  readonly component: string | undefined;
  readonly interface: string;
  readonly method: string;
  readonly parameters: readonly Parameter[];
  /** There may be other parameters, of unknown types (C-06). */
  readonly open: boolean;
}

const slotsOfClass = (
  { name: server, endpoints, security }: ProcessClass,
  kind: EventKind,
  executeInterface: string,
): readonly Slot[] => {
  const common = { kind, server };
  if (kind === 'execute') {
    const nowhere = { endpoint: undefined, component: undefined, parameters: [], open: false };
    return [{ ...common, ...nowhere, interface: executeInterface, method: 'main' }];
  }
  if (kind === 'security') {
    return security.flatMap((one) =>
      one.methods.map((method) => ({
        ...common,
        endpoint: undefined,
        component: undefined,
        interface: one.name,
        method: method.name,
        ...messageTypeOf(method, kind),
      })),
    );
  }
  return endpoints.flatMap((endpoint) =>
    endpoint.interface.methods.map((method) => ({
      ...common,
      endpoint: endpoint.name,
      component: endpoint.component,
      interface: endpoint.interface.name,
      method: method.name,
      ...messageTypeOf(method, kind),
    })),
  );
};

/** Every slot of the solution's classes. */
export const slotsOf = ({ classes, policy }: Solution): readonly Slot[] =>
  [...classes.values()].flatMap((one) =>
    eventKinds.flatMap((kind) => slotsOfClass(one, kind, policy.executeInterface)),
  );

/** Processes and classes that events can be of. */
export const partiesOf = (solution: Solution): readonly Known[] => {
  const subjects = subjectsOf(solution);
  const names = [...solution.processes.map(({ name }) => name), ...solution.classes.keys()];
  return [...new Set(names)].flatMap((name) => {
    const found = subjects.find(name);
    return found.kind === 'known' ? [found] : [];
  });
};

/** Selectors on the path to some rules: what an event needs for them to be asked. */
export interface CoveredPath {
  readonly kind: EventKind;
  readonly where: Target;
  readonly slots: readonly Slot[];
}

const targetOf = (where: Selectors): Target =>
  Object.fromEntries(where.map(({ name, value }) => [name, value.text]));

const pathsWithin = (outer: Target, body: Body): readonly Target[] =>
  body.items.flatMap((item): readonly Target[] => {
    if (item.kind === 'choice') return item.cases.flatMap((one) => pathsWithin(outer, one.body));
    if (item.kind !== 'match') return [];
    const where = { ...outer, ...targetOf(item.where) };
    return [where, ...pathsWithin(where, item.body)];
  });

const fits = (slot: Slot, where: Target): boolean =>
  (where[serverSelector(slot.kind)] ?? slot.server) === slot.server &&
  (['endpoint', 'component', 'interface', 'method'] as const).every(
    (name) => where[name] === undefined || where[name] === slot[name],
  );

/** Where a security event's source is the class, there is no other party. */
export const serverOf = (kind: EventKind): 'src' | 'dst' =>
  kind === 'security' ? 'src' : serverSelector(kind);

/** The slot, with the parameters that rules read of it where its own are not known whole (C-06). */
export const withParametersRead = (solution: Solution, slot: Slot): Slot => {
  if (!slot.open) return slot;
  const known = new Set(slot.parameters.map(({ name }) => name));
  const read = solution.policy.bindings
    .filter(({ event, where }) => event === slot.kind && fits(slot, targetOf(where)))
    .flatMap(({ body }) => [...parametersReadIn(body)]);
  const more = [...new Set(read)].filter((name) => !known.has(name));
  const unmodelled = more.map((name): Parameter => ({ name, type: { kind: 'unmodelled', name } }));
  return { ...slot, parameters: [...slot.parameters, ...unmodelled] };
};

/** The paths to the rules of a policy, each with the slots that it leaves; those that leave none are left out. */
export const coveredPaths = (solution: Solution, slots: readonly Slot[]): readonly CoveredPath[] =>
  solution.policy.bindings.flatMap(({ event: kind, where, body }) => {
    const outer = targetOf(where);
    return [outer, ...pathsWithin(outer, body)].flatMap((path) => {
      const left = slots.filter((slot) => slot.kind === kind && fits(slot, path));
      return left.length === 0 ? [] : [{ kind, where: path, slots: left }];
    });
  });
