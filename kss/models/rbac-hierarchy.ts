import type { ConfigurationFault } from '../../solution/catalogue.ts';
import type { Name } from '../../solution/syntax/tree/name.ts';
import { fault } from './configuration.ts';

/** A role, and those whose permissions it has besides its own. */
export interface RoleNode {
  readonly name: Name;
  readonly juniors: readonly Name[];
}

/** Roles by their numbers, juniors before the roles that inherit them; and what is wrong. */
export interface Hierarchy {
  readonly order: readonly number[];
  readonly faults: readonly ConfigurationFault[];
}

const circleFault = ({ text, at }: Name, senior: string): ConfigurationFault =>
  fault(
    at,
    text === senior
      ? `"${text}" inherits itself`
      : `this closes a circle: "${text}" inherits "${senior}" already`,
  );

/** A role that is being walked through, and how many of its juniors are done. */
interface Step {
  readonly role: number;
  next: number;
}

/**
 * Walks through all roles, each inheritance once, without recursion: hierarchies may be as deep as
 * there are roles. Each inheritance that closes a circle is a fault.
 */
export const walkHierarchy = (
  roles: readonly RoleNode[],
  numbers: ReadonlyMap<string, number>,
): Hierarchy => {
  const state = new Uint8Array(roles.length); // 0 not seen, 1 on the way, 2 done
  const order: number[] = [];
  const faults: ConfigurationFault[] = [];
  const way: Step[] = [];
  const enter = (role: number): void => {
    state[role] = 1;
    way.push({ role, next: 0 });
  };
  const advance = (step: Step): void => {
    const node = roles[step.role];
    const junior = node?.juniors[step.next];
    step.next += 1;
    if (node === undefined || junior === undefined) {
      state[step.role] = 2;
      order.push(step.role);
      way.pop();
      return;
    }
    const number = numbers.get(junior.text);
    if (number === undefined) return;
    if (state[number] === 1) faults.push(circleFault(junior, node.name.text));
    if (state[number] === 0) enter(number);
  };
  for (let start = 0; start < roles.length; start++) {
    if (state[start] === 0) enter(start);
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) advance(step);
  }
  return { order, faults };
};
