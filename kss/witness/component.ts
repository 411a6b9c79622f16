import type { Context } from '../context.ts';
import type { ResolvedEvent } from '../resolve.ts';
import type { MessageType } from '../../solution/data-type.ts';
import type { Numbered } from './steps.ts';
import { variablesIn } from './variables.ts';
import type { Variable } from './variables.ts';

/** An atom, and where it is evaluated. */
export interface Asking extends Numbered {
  readonly resolved: ResolvedEvent;
  readonly context: Context;
  readonly models: ReadonlyMap<string, string>;
}

/** Atoms that share variables, and those variables: what is decided together. */
export interface Component {
  readonly atoms: readonly Asking[];
  readonly variables: readonly Variable[];
}

/** Splits atoms into groups that have no variable in common: each group can be decided alone. */
export const componentsOf = (atoms: readonly Asking[], type: MessageType): readonly Component[] => {
  const groupOf = new Map<string, number>();
  const groups: { atoms: Asking[]; variables: Map<string, Variable> }[] = [];
  for (const asking of atoms) {
    const variables = asking.atom.reads.flatMap((one) => variablesIn(one, type));
    const met = new Set(variables.flatMap(({ key }) => groupOf.get(key) ?? []));
    const joined = { atoms: [asking], variables: new Map(variables.map((one) => [one.key, one])) };
    for (const number of [...met].sort((left, right) => right - left)) {
      const group = groups[number];
      if (group === undefined) continue;
      joined.atoms.unshift(...group.atoms);
      joined.variables = new Map([...group.variables, ...joined.variables]);
      group.atoms = [];
    }
    const number = groups.push(joined) - 1;
    for (const key of joined.variables.keys()) groupOf.set(key, number);
  }
  return groups
    .filter((group) => group.atoms.length > 0)
    .map((group) => ({
      atoms: group.atoms.sort((left, right) => left.number - right.number),
      variables: [...group.variables.values()],
    }));
};
