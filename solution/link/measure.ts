import type { DataType } from '../data-type.ts';

/**
 * How large a type is.
 *
 * Units: `scalars` are those that every value has; `nodes` are those of the type unfolded; `depth`
 *        is that of types within types.
 */
export interface Measure {
  readonly scalars: number;
  readonly nodes: number;
  readonly depth: number;
}

/** Types share parts: each is measured once. */
const measured = new WeakMap<DataType, Measure>();

const scalar: Measure = { scalars: 1, nodes: 1, depth: 1 };

const sumOf = (parts: readonly Measure[]): Measure => ({
  scalars: parts.reduce((sum, { scalars }) => sum + scalars, 0),
  nodes: parts.reduce((sum, { nodes }) => sum + nodes, 1),
  depth: parts.reduce((most, { depth }) => Math.max(most, depth), 0) + 1,
});

const measure = (type: DataType): Measure => {
  switch (type.kind) {
    case 'array': {
      const element = measureOf(type.element);
      return {
        scalars: type.length * element.scalars,
        nodes: element.nodes + 1,
        depth: element.depth + 1,
      };
    }
    case 'sequence':
      return { ...sumOf([measureOf(type.element)]), scalars: 1 };
    case 'struct':
      return sumOf(type.fields.map((field) => measureOf(field.type)));
    case 'union': {
      const members = type.members.map((member) => measureOf(member.type));
      return { ...sumOf(members), scalars: Math.max(...members.map(({ scalars }) => scalars)) };
    }
    default:
      return scalar;
  }
};

/** Measures a type, its parts first. */
export const measureOf = (type: DataType): Measure => {
  const known = measured.get(type);
  if (known !== undefined) return known;
  const found = measure(type);
  measured.set(type, found);
  return found;
};

/** Largest types: all of them stay within what can be walked in no time. */
const most: Measure = { scalars: 65_536, nodes: 65_536, depth: 100 };

/** Why a type is too large; absent if it is not. */
export const findExcess = (type: DataType): string | undefined => {
  const { scalars, nodes, depth } = measureOf(type);
  if (depth > most.depth) return `nests types deeper than ${String(most.depth)} levels`;
  if (scalars > most.scalars) return `has more than ${String(most.scalars)} elements in all`;
  return nodes > most.nodes ? `has more than ${String(most.nodes)} parts in all` : undefined;
};
