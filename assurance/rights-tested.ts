import { findInteger } from '../kss/models/configuration.ts';
import { handleKeys } from '../kss/witness/messages/handle-keys.ts';
import { findPath } from '../kss/witness/variables.ts';
import type { MessageType } from '../solution/data-type.ts';
import { subExpressions } from '../solution/syntax/sub-expressions.ts';
import type { Expression } from '../solution/syntax/tree/expression.ts';

/**
 * What may matter of the rights of a handle in a message.
 *
 * Shape: `isWhole` where they are read otherwise than by a mask, `message.file.rights & 0x2`, so that every bit may.
 */
export interface RightsTested {
  readonly bits: number;
  readonly isWhole: boolean;
}

export const nothingTested: RightsTested = { bits: 0, isWhole: false };
const whole: RightsTested = { bits: 0, isWhole: true };

export const bothTested = (left: RightsTested, right: RightsTested): RightsTested => ({
  bits: (left.bits | right.bits) >>> 0,
  isWhole: left.isWhole || right.isWhole,
});

export const allTested = (parts: readonly RightsTested[]): RightsTested =>
  parts.reduce(bothTested, nothingTested);

/** Tells of an expression that reads rights, or what has rights in it; absent for what is to be looked into. */
type ReadsRights = (expression: Expression) => 'rights' | 'handle' | 'other' | undefined;

const testedIn = (expression: Expression, readsRights: ReadsRights): RightsTested => {
  if (expression.kind === 'binary' && expression.operator === '&') {
    for (const [one, other] of [
      [expression.left, expression.right],
      [expression.right, expression.left],
    ] as const) {
      const constant = findInteger(one);
      if (constant !== undefined && readsRights(other) === 'rights') {
        return { bits: Number(BigInt.asUintN(32, constant)), isWhole: false };
      }
    }
  }
  const read = readsRights(expression);
  if (read !== undefined) return read === 'other' ? nothingTested : whole;
  return allTested(subExpressions(expression).map((part) => testedIn(part, readsRights)));
};

/** What expressions test of the rights of handles in messages of a type. */
export const testedOf = (expressions: readonly Expression[], type: MessageType): RightsTested => {
  const readsRights: ReadsRights = (expression) => {
    const path = findPath(expression, type);
    if (path === undefined) return undefined;
    if (path.kind === 'fails') return 'other';
    if (path.type === 'message') return handleKeys(type).length > 0 ? 'handle' : 'other';
    if (expression.kind === 'field' && expression.field.text === 'rights') {
      const of = findPath(expression.of, type);
      const isOfHandle = of?.kind === 'place' && of.type !== 'message' && of.type.kind === 'handle';
      if (isOfHandle) return 'rights';
    }
    const within = handleKeys({ parameters: [{ name: '', type: path.type }], open: false });
    return within.length > 0 ? 'handle' : 'other';
  };
  return allTested(expressions.map((one) => testedIn(one, readsRights)));
};

/** What expressions of programs test, of whatever has rights. */
export const testedByPrograms = (expressions: readonly Expression[]): RightsTested =>
  allTested(
    expressions.map((one) =>
      testedIn(one, (part) =>
        part.kind === 'field' && part.field.text === 'rights' ? 'rights' : undefined,
      ),
    ),
  );

/** Most bits of which every combination is tried: of more only some. */
export const mostBits = 8;

/** Each set of some bits, as a mask. */
const subsetsOf = (bits: number): readonly number[] => {
  const found = [bits];
  for (let one = bits; one !== 0;) {
    one = ((one - 1) & bits) >>> 0;
    found.push(one);
  }
  return found;
};

/** The bits of a mask. */
export const bitsIn = (mask: number): readonly number[] =>
  Array.from({ length: 32 }, (_, place) => (2 ** place) >>> 0).filter((bit) => (mask & bit) !== 0);

/**
 * Rights with which a handle may be lent, so that each way to have or not to have those that are tested is there, and
 * of those that are not tested all: where more than `mostBits` are tested, some of these ways.
 */
export const lentWith = (rights: number, { bits, isWhole }: RightsTested): readonly number[] => {
  const varied = isWhole ? rights : (rights & bits) >>> 0;
  const fixed = (rights & ~varied) >>> 0;
  const each = bitsIn(varied);
  const sets =
    each.length <= mostBits
      ? subsetsOf(varied)
      : [varied, 0, ...each, ...each.map((bit) => (varied & ~bit) >>> 0)];
  return sets.map((set) => (fixed | set) >>> 0);
};
