import { processId } from '../../model/ids.ts';
import type {
  Endpoint,
  Interface,
  Method,
  Policy,
  Process,
  ProcessClass,
  Solution,
} from '../../solution/solution.ts';
import type { Body, BodyItem } from '../../solution/syntax/tree/psl.ts';
import type { Selectors } from '../../solution/syntax/tree/selectors.ts';
import { isSameAsWritten } from './same-as-written.ts';

/**
 * Two solutions, each without the components that the other does not have.
 *
 * Shape: the interface of execute events has the name that A gives it. Classes and processes of both are the same, in the order of the first, so that a subject has
 *        the same SID in both. An endpoint or a method may be there in one alone: to the other it is
 *        unknown. `left` says what was left out, in words.
 */
export interface Common {
  readonly a: Solution;
  readonly b: Solution;
  readonly left: readonly string[];
}

interface Named {
  readonly name: string;
}

/** Of two lists, the names of what both have and that differs. */
const clashes = <Item extends Named>(
  ofA: readonly Item[],
  ofB: readonly Item[],
  isSame: (one: Item, other: Item) => boolean,
): readonly string[] => {
  const inB = new Map(ofB.map((one) => [one.name, one] as const));
  return ofA.flatMap((one) => {
    const other = inB.get(one.name);
    return other === undefined || isSame(one, other) ? [] : [one.name];
  });
};

const without = <Item extends Named>(items: readonly Item[], names: readonly string[]): Item[] =>
  items.filter(({ name }) => !names.includes(name));

const isSameHolder = (one: Endpoint, other: Endpoint): boolean =>
  one.component === other.component && one.interface.name === other.interface.name;

/** The methods of an interface that both declare, and not with the same messages. */
const methodClashes = (
  one: Interface | undefined,
  other: Interface | undefined,
): readonly string[] =>
  clashes<Method>(one?.methods ?? [], other?.methods ?? [], (left, right) =>
    isSameAsWritten(left, right),
  );

const interfaceWithout = (one: Interface, methods: readonly string[]): Interface =>
  methods.length === 0 ? one : { ...one, methods: without(one.methods, methods) };

/** A class as one of the solutions has it, without what clashes. */
const classWithout = (
  one: ProcessClass,
  other: ProcessClass,
): { readonly kept: ProcessClass; readonly left: readonly string[] } => {
  const left: string[] = [];
  const clashing = clashes(one.endpoints, other.endpoints, isSameHolder);
  for (const name of clashing) left.push(`endpoint ${name} of class ${one.name}`);
  const methodsOf = (what: string, mine: Interface, others: Interface | undefined): Interface => {
    const methods = methodClashes(mine, others);
    for (const method of methods) left.push(`method ${what}.${method} of class ${one.name}`);
    return interfaceWithout(mine, methods);
  };
  const endpoints = without(one.endpoints, clashing).map((endpoint) => ({
    ...endpoint,
    interface: methodsOf(
      endpoint.name,
      endpoint.interface,
      other.endpoints.find(({ name }) => name === endpoint.name)?.interface,
    ),
  }));
  const security = one.security.map((mine) =>
    methodsOf(
      mine.name,
      mine,
      other.security.find(({ name }) => name === mine.name),
    ),
  );
  return { kept: { ...one, endpoints, security }, left };
};

const onlyIn = (
  what: string,
  side: 'A' | 'B',
  names: readonly string[],
  others: ReadonlySet<string>,
): readonly string[] =>
  names
    .filter((name) => !others.has(name))
    .map((name) => `${what} ${name} is in ${side} alone: its events are not compared`);

/** What of a solution is compared with another. */
const restricted = (
  solution: Solution,
  classes: ReadonlyMap<string, ProcessClass>,
  processes: readonly Process[],
): Solution => ({
  ...solution,
  classes,
  processes,
  channels: [],
  assertions: [],
  objectives: [],
  automata: new Map(),
  contracts: new Map(),
});

const renamed = (where: Selectors, from: string, to: string): Selectors =>
  where.map((selector) =>
    selector.name === 'interface' && selector.value.text === from
      ? { ...selector, value: { ...selector.value, text: to } }
      : selector,
  );

const renamedBody = ({ audit, items }: Body, from: string, to: string): Body => ({
  audit,
  items: items.map((item): BodyItem => {
    if (item.kind === 'rule') return item;
    if (item.kind === 'choice') {
      const cases = item.cases.map((one) => ({ ...one, body: renamedBody(one.body, from, to) }));
      return { ...item, cases };
    }
    const where = renamed(item.where, from, to);
    return { ...item, where, body: renamedBody(item.body, from, to) };
  }),
});

/** The policy with another name for the interface of execute events: its name says nothing of them (C-04). */
const withExecuteInterface = (policy: Policy, name: string): Policy => {
  const { executeInterface: from } = policy;
  if (from === name) return policy;
  const bindings = policy.bindings.map((binding) =>
    binding.event === 'execute'
      ? {
          ...binding,
          where: renamed(binding.where, from, name),
          body: renamedBody(binding.body, from, name),
        }
      : binding,
  );
  return { ...policy, executeInterface: name, bindings };
};

const commonClasses = (a: Solution, b: Solution) => {
  const left: string[] = [];
  const ofA = new Map<string, ProcessClass>();
  const ofB = new Map<string, ProcessClass>();
  for (const [name, one] of a.classes) {
    const other = b.classes.get(name);
    if (other === undefined) continue;
    const mine = classWithout(one, other);
    ofA.set(name, mine.kept);
    ofB.set(name, classWithout(other, one).kept);
    left.push(...mine.left.map((what) => `${what} is not the same in both: it is not compared`));
  }
  return { ofA, ofB, left };
};

/** The processes that both have, numbered in the order of the first. */
const commonProcesses = (a: Solution, b: Solution): readonly Process[] => {
  const inB = new Map(b.processes.map((one) => [one.name, one]));
  return a.processes
    .filter(({ name, className }) => inB.get(name)?.className === className)
    .map((one, index) => ({ ...one, id: processId(index) }));
};

/** What two solutions have in common, so that their policies can be compared. */
export const commonOf = (a: Solution, b: Solution): Common => {
  const { ofA, ofB, left } = commonClasses(a, b);
  const processes = commonProcesses(a, b);
  const told = ({ name, className }: Process): string => `${name} of class ${className}`;
  const both = new Set(processes.map(told));
  return {
    a: restricted(a, ofA, processes),
    b: {
      ...restricted(b, ofB, processes),
      policy: withExecuteInterface(b.policy, a.policy.executeInterface),
    },
    left: [
      ...onlyIn('class', 'A', [...a.classes.keys()], new Set(b.classes.keys())),
      ...onlyIn('class', 'B', [...b.classes.keys()], new Set(a.classes.keys())),
      ...onlyIn('process', 'A', a.processes.map(told), both),
      ...onlyIn('process', 'B', b.processes.map(told), both),
      ...left,
    ],
  };
};
