import { absurd } from '../../model/defect.ts';
import { scalarKind } from '../../solution/link/types.ts';
import type { IntegerType, PslType } from '../../solution/psl-type.ts';
import type { BinaryOperator } from '../../solution/syntax/tree/expression.ts';
import { chance, drawMany, pick, pickWeighted, shuffle } from './draw.ts';
import { texts } from './patterns.ts';
import type { Place } from './scope.ts';
import { asking, literal, oneWay, reading, sidVariables, unpacking, within } from './ways.ts';
import type { Way } from './ways.ts';
import { asArgument, atom, binary, braced, integerText, negated, quoted } from './written.ts';
import type { Written } from './written.ts';

/** What an expression should come to, where that can be steered: rules that always deny show little. */
export type Lean = 'true' | 'false' | 'either';

const arithmetic: readonly BinaryOperator[] = ['+', '-', '*', '|', '&'];

/** Two constants make one, which need not fit where the result should stand: a sum makes it none. */
const arithmeticOf = (place: Place): Written => {
  const { draw } = place;
  const [left, right] = [integer(within(place), anInteger), integer(within(place), anInteger)];
  const isConstant = left.constant !== undefined && right.constant !== undefined;
  const opened = isConstant ? atom(`math.sum ([${right.text}])`) : right;
  return binary(draw, pick(draw, arithmetic), left, opened);
};

const anInteger: IntegerType = { kind: 'integer' };

/** The position of an element. */
const position = (place: Place): Written => integer(place, anInteger);

const sizeOf = (place: Place): Written => {
  const { draw, scope } = place;
  const lists = scope.readable.filter(({ type }) => type.kind === 'list');
  const of = lists.length > 0 && chance(draw, 60) ? atom(pick(draw, lists).text) : text(place);
  return atom(`size (${of.text})`);
};

const negative = (place: Place): Written => {
  const { draw } = place;
  const operand = integer(within(place), anInteger);
  // A negative constant would have to fit.
  return operand.constant === undefined && chance(draw, 40)
    ? negated(draw, '-', operand)
    : negated(draw, '~', operand);
};

/** An integer; its constants fit the width that is asked for. */
export const integer = (place: Place, wanted: IntegerType): Written => {
  const { draw, scope, depth } = place;
  const deeper: readonly Way[] =
    depth <= 0
      ? []
      : [
          [4, () => arithmeticOf(place)],
          [2, () => negative(place)],
          [2, () => sizeOf(within(place))],
        ];
  return oneWay(place, [
    [6, () => literal(place, wanted)],
    ...reading(place, wanted, 12),
    [1, () => atom(pick(draw, sidVariables(scope)))],
    ...deeper,
    ...asking(place, wanted, 4),
    ...unpacking(place, (inner) => integer(inner, wanted), position),
  ]);
};

/** The SID of who acts, most often; then a rule that asks for what it has can grant. */
export const partySid = (place: Place): string =>
  chance(place.draw, 15) ? sid(place).text : 'src_sid';

/** The SID of what is acted on: an object that the message names, or one that no process is. */
export const objectSid = (place: Place): string => {
  const { draw, scope } = place;
  const handles = scope.readable.filter(({ type }) => type.kind === 'sid');
  const parties = sidVariables(scope).slice(-1);
  return pick(draw, [...parties, ...handles.map((one) => one.text), '20', '21']);
};

/** An SID: of a party most often. */
const sid = (place: Place): Written => {
  const { draw, scope } = place;
  return oneWay(place, [
    [14, () => atom(pick(draw, sidVariables(scope)))],
    ...reading(place, { kind: 'sid' }, 3).slice(0, 1),
    [1, () => integerText(BigInt(pick(draw, [3, 4, 20, 0, 65536])))],
    ...(place.depth > 0 ? unpacking(place, sid, position).map(([, write]): Way => [1, write]) : []),
  ]);
};

export const text = (place: Place): Written =>
  oneWay(place, [
    [4, () => atom(quoted(pick(place.draw, texts)))],
    ...reading(place, { kind: 'text' }, 8),
    ...asking(place, { kind: 'text' }, 3),
    ...unpacking(place, text, position),
  ]);

const comparisons: Readonly<Record<Lean, readonly BinaryOperator[]>> = {
  true: ['!=', '!=', '!=', '>=', '<=', '<', '>', '=='],
  false: ['==', '==', '==', '<', '>', '<=', '>=', '!='],
  either: ['==', '!=', '<', '<=', '>', '>='],
};

const equalities: Readonly<Record<Lean, readonly BinaryOperator[]>> = {
  true: ['!=', '!=', '!=', '!=', '=='],
  false: ['==', '==', '==', '==', '!='],
  either: ['==', '!='],
};

const flipped: Readonly<Record<Lean, Lean>> = { true: 'false', false: 'true', either: 'either' };

/** Two values of one scalar kind, compared; what `cond` yields is of any kind, so both are. */
const equality = (place: Place, lean: Lean): Written => {
  const { draw } = place;
  const inner = within(place);
  const operator = pick(draw, equalities[lean]);
  const sides = (write: () => Written): Written => binary(draw, operator, write(), write());
  return pickWeighted<() => Written>(draw, [
    [6, () => sides(() => integer(inner, anInteger))],
    [4, () => sides(() => text(inner))],
    [2, () => sides(() => boolean(inner, 'either'))],
    [1, () => sides(() => atom('()'))],
    [2, () => sides(() => conditional(inner))],
  ])();
};

const conditional = (place: Place): Written => {
  const [condition, chosen] = [boolean(place, 'either'), integer(place, anInteger)];
  const otherwise = chance(place.draw, 20) ? text(place) : integer(place, anInteger);
  return atom(
    `bool.cond { if : ${condition.text}, then : ${chosen.text}, else : ${otherwise.text} }`,
  );
};

const logical = (place: Place, lean: Lean): Written => {
  const { draw } = place;
  const inner = within(place);
  return pickWeighted<() => Written>(draw, [
    [3, () => binary(draw, '&&', boolean(inner, lean), boolean(inner, lean))],
    [3, () => binary(draw, '||', boolean(inner, lean), boolean(inner, lean))],
    [2, () => binary(draw, '==>', boolean(inner, flipped[lean]), boolean(inner, lean))],
    [2, () => negated(draw, '!', boolean(inner, flipped[lean]))],
  ])();
};

export const boolean = (place: Place, lean: Lean): Written => {
  const { draw, depth } = place;
  const constant = lean === 'either' ? pick(draw, ['true', 'false']) : lean;
  if (depth <= 0) return atom(constant);
  return oneWay(place, [
    [1, () => atom(constant)],
    [
      6,
      () => {
        const inner = within(place);
        const [left, right] = [integer(inner, anInteger), integer(inner, anInteger)];
        return binary(draw, pick(draw, comparisons[lean]), left, right);
      },
    ],
    [4, () => equality(place, lean)],
    [4, () => logical(place, lean)],
    ...asking(place, { kind: 'boolean' }, 4),
  ]);
};

const list = (place: Place, wanted: Extract<PslType, { readonly kind: 'list' }>): Written => {
  const { element } = wanted;
  const isEmpty = element.kind === 'literals' && element.values.length === 0;
  const elements = isEmpty
    ? []
    : drawMany(place.draw, 0, 3, () => ofType(within(place), element).text);
  return oneWay(place, [
    [5, () => braced(`[${elements.join(', ')}${chance(place.draw, 10) ? ',' : ''}]`)],
    ...reading(place, wanted, 3),
  ]);
};

const dictionary = (place: Place, fields: ReadonlyMap<string, PslType>): Written => {
  const entries = [...fields].map(
    ([name, type]) => `${name} : ${ofType(within(place), type).text}`,
  );
  const ordered = chance(place.draw, 15) ? shuffle(place.draw, entries) : entries;
  return braced(`{ ${ordered.join(', ')} }`);
};

/** One of some constants; now and then something of their kind, which need not be one. */
const oneOf = (place: Place, wanted: Extract<PslType, { readonly kind: 'literals' }>): Written => {
  const kind = scalarKind(wanted);
  const strange = kind === 'text' || kind === 'integer' ? reading(place, { kind }, 1) : [];
  return oneWay(place, [[10, () => constantOf(place, wanted)], ...strange]);
};

const constantOf = (
  { draw }: Place,
  { values }: Extract<PslType, { readonly kind: 'literals' }>,
): Written => {
  const value = pick(draw, values);
  return typeof value === 'string' ? atom(quoted(value)) : integerText(value);
};

/** An expression of a type that a policy may ask for. */
export const ofType = (place: Place, wanted: PslType): Written => {
  switch (wanted.kind) {
    case 'integer':
      return integer(place, wanted);
    case 'sid':
      return sid(place);
    case 'boolean':
      return boolean(place, 'either');
    case 'text':
      return text(place);
    case 'unit':
      return atom('()');
    case 'literals':
      return oneOf(place, wanted);
    case 'dictionary':
      return dictionary(place, wanted.fields);
    case 'list':
      return list(place, wanted);
    case 'tuple':
      return braced(
        `[${wanted.elements.map((element) => ofType(within(place), element).text).join(', ')}]`,
      );
    case 'either':
      return ofType(place, pick(place.draw, wanted.of));
    case 'handle':
    case 'localHandle':
    case 'unreadable':
    case 'unknown':
      return integer(place, anInteger);
    default:
      return absurd(wanted);
  }
};

/** The argument of a call, of the type that its method asks for. */
export const argumentOfType = (place: Place, wanted: PslType): string =>
  asArgument(place.draw, ofType(place, wanted));
