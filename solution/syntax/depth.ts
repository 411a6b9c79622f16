import { subExpressions } from './sub-expressions.ts';
import type { Expression } from './tree/expression.ts';

/** How deep the tree of one expression may be: a chain of operators grows it by one each. */
export const deepestTree = 1000;

/** Is the tree deeper than the limit? Walks without recursion, for a tree that may be too deep for it. */
export const isTooDeep = (expression: Expression): boolean => {
  const open: { readonly at: Expression; readonly depth: number }[] = [
    { at: expression, depth: 1 },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { at, depth } = next;
    if (depth > deepestTree) return true;
    for (const part of subExpressions(at)) open.push({ at: part, depth: depth + 1 });
  }
  return false;
};
