import { accepts } from '../../solution/link/types.ts';
import { integerFault } from '../../solution/message/text.ts';
import type { IntegerType, PslType } from '../../solution/psl-type.ts';
import { chance, pick, pickWeighted } from './draw.ts';
import type { Callable, Place, Scope } from './scope.ts';
import { atom, braced, integerText, postfix } from './written.ts';
import type { Written } from './written.ts';

/** A place within an expression there. */
export const within = (place: Place): Place => ({ ...place, depth: place.depth - 1 });

/** A way to write something, and how often it is taken. */
export type Way = readonly [weight: number, write: () => Written];

/** One of several ways to write something, by weight. */
export const oneWay = ({ draw }: Place, ways: readonly Way[]): Written =>
  pickWeighted(draw, ways)();

/** The ways to write a value of a type by reading it from the message. */
export const reading = (
  { draw, scope }: Place,
  wanted: PslType,
  weight: number,
): readonly Way[] => {
  const fitting = scope.readable.filter(({ type }) => accepts(wanted, type));
  return fitting.length === 0 ? [] : [[weight, () => atom(pick(draw, fitting).text)]];
};

/** The ways to write a value of a type by asking an expression method of some object. */
export const asking = (place: Place, wanted: PslType, weight: number): readonly Way[] => {
  const { draw, scope, depth } = place;
  const isFitting = ({ yields, signature }: Callable): boolean =>
    yields !== 'rule' && signature.stands === undefined && accepts(wanted, yields);
  const calls = depth > 0 ? scope.calls.filter(isFitting) : [];
  if (calls.length === 0) return [];
  // Of casts and the like there are many; what remembers is rarer, and tells more.
  const remembering = calls.filter(({ remembers }) => remembers);
  return [
    [
      weight,
      () => {
        const from = remembering.length > 0 && chance(draw, 50) ? remembering : calls;
        return atom(pick(draw, from).write(within(place)));
      },
    ],
  ];
};

/** An element of a list, or a field of a dictionary, that is written on the spot. */
export const unpacking = (
  place: Place,
  write: (place: Place) => Written,
  position: (place: Place) => Written,
): readonly Way[] => {
  const { draw, depth } = place;
  if (depth <= 0) return [];
  const inner = within(place);
  return [
    [
      2,
      () => {
        const list = braced(`[${write(inner).text}, ${write(inner).text}]`);
        const index = chance(draw, 30)
          ? position({ ...inner, depth: 0 })
          : integerText(BigInt(draw.below(2)));
        return postfix(list, `[${index.text}]`);
      },
    ],
    [
      2,
      () => {
        const first = write(inner);
        const field = postfix(braced(`{ a : ${first.text}, b : ${write(inner).text} }`), 'a');
        // Static checks see through it.
        return first.constant === undefined ? field : { ...field, constant: first.constant };
      },
    ],
  ];
};

const smallIntegers = [1n, 0n, 2n, 3n, 4n, 5n, 7n, 8n, 100n, 127n, 128n, 255n, 256n, 65535n, -1n];
const largeIntegers = [-(1n << 63n), (1n << 63n) - 1n, (1n << 64n) - 1n, 1n << 32n, -128n];

/** An integer as it stands, of those that fit the width. */
export const literal = ({ draw }: Place, { width }: IntegerType): Written => {
  const all = chance(draw, 10) ? largeIntegers : smallIntegers;
  const fitting = all.filter(
    (value) => width === undefined || integerFault(value, width) === undefined,
  );
  const value = fitting.length === 0 ? 1n : pick(draw, fitting);
  return chance(draw, 10) && value >= 0n
    ? { ...integerText(value), text: `0x${value.toString(16)}` }
    : integerText(value);
};

/** The SIDs of the parties of an event. */
export const sidVariables = ({ kind }: Scope): readonly string[] =>
  kind === 'security' ? ['src_sid'] : ['src_sid', 'dst_sid'];
