import { isFields } from './read-trace-head.ts';

/** Where two JSON values first differ, and what stands there. */
export interface Difference {
  readonly path: string;
  readonly left: string;
  readonly right: string;
}

/** Longest text of a value that is told. */
const mostTold = 120;

const told = (value: unknown): string => {
  if (value === undefined) return 'absent';
  const text = JSON.stringify(value);
  return text.length <= mostTold ? text : `${text.slice(0, mostTold - 1)}…`;
};

const partsOf = (value: unknown): ReadonlyMap<string, unknown> | undefined => {
  if (Array.isArray(value)) {
    return new Map(value.map((item: unknown, index) => [`[${String(index)}]`, item]));
  }
  return isFields(value) ? new Map(Object.entries(value)) : undefined;
};

/** Shape: `leave` are fields of the outermost object that are not compared. */
export const findDifference = (
  left: unknown,
  right: unknown,
  leave: readonly string[] = [],
  path = '',
): Difference | undefined => {
  const [ours, theirs] = [partsOf(left), partsOf(right)];
  if (ours === undefined || theirs === undefined || Array.isArray(left) !== Array.isArray(right)) {
    return left === right ? undefined : { path, left: told(left), right: told(right) };
  }
  for (const name of new Set([...ours.keys(), ...theirs.keys()])) {
    if (leave.includes(name)) continue;
    const inner = path === '' || name.startsWith('[') ? `${path}${name}` : `${path}.${name}`;
    const found = findDifference(ours.get(name), theirs.get(name), [], inner);
    if (found !== undefined) return found;
  }
  return undefined;
};
