const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The names of a node's parts; its place is none. */
const partsOf = (tree: object): readonly string[] =>
  Object.keys(tree).filter((key) => key !== 'at');

/** Are two trees the same, wherever each of their nodes is written? */
export const isSameAsWritten = (left: unknown, right: unknown): boolean => {
  if (!isTree(left) || !isTree(right)) return left === right;
  if (left === right) return true;
  const parts = partsOf(left);
  return (
    Array.isArray(left) === Array.isArray(right) &&
    parts.length === partsOf(right).length &&
    parts.every((part) => Object.hasOwn(right, part) && isSameAsWritten(left[part], right[part]))
  );
};
