import type { BinaryOperator, UnaryOperator } from '../../solution/syntax/tree/expression.ts';
import { chance } from './draw.ts';
import type { Draw } from './draw.ts';

/**
 * An expression as text.
 *
 * Shape: `constant` is the integer that static checks take it for, where they take it for one;
 *        `braced` if it is a list or a dictionary from brace to brace.
 */
export interface Written {
  readonly text: string;
  readonly tightness: number;
  readonly constant?: bigint;
  readonly braced?: true;
}

/**
 * Binary operators, and how tight each binds (C-25). The compiler asks for every operator of the
 * grammar, and so does the distribution: what is missing here is missing in what is generated.
 */
export const binaryOperators = {
  '==>': 0,
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '|': 4,
  '&': 5,
  '+': 6,
  '-': 6,
  '*': 7,
} as const satisfies Record<BinaryOperator, number>;

/** Unary operators: all bind alike. */
export const unaryOperators = { '!': 8, '~': 8, '-': 8 } as const satisfies Record<
  UnaryOperator,
  number
>;

const comparison = 3;
const unary = 8;
const primary = 9;

export const atom = (text: string): Written => ({ text, tightness: primary });

export const braced = (text: string): Written => ({ text, tightness: primary, braced: true });

export const integerText = (value: bigint): Written => ({
  text: String(value),
  tightness: value < 0n ? unary : primary,
  constant: value,
});

/** A text in quotes; backslashes of patterns are doubled by it. */
export const quoted = (value: string): string =>
  `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

const within = ({ text }: Written): string => `(${text})`;

/** A part as it stands where something at least so tight is asked for: now and then in parentheses. */
const part = (draw: Draw, written: Written, least: number): string =>
  written.tightness < least || chance(draw, 20) ? within(written) : written.text;

export const binary = (
  draw: Draw,
  operator: BinaryOperator,
  left: Written,
  right: Written,
): Written => {
  const tightness = binaryOperators[operator];
  const bindsLeft = operator !== '==>' && tightness !== comparison;
  const leftText = part(draw, left, bindsLeft ? tightness : tightness + 1);
  const rightText = part(draw, right, operator === '==>' ? tightness : tightness + 1);
  return { text: `${leftText} ${operator} ${rightText}`, tightness };
};

export const negated = (draw: Draw, operator: UnaryOperator, operand: Written): Written => {
  const written = {
    text: `${operator}${part(draw, operand, unary)}`,
    tightness: unaryOperators[operator],
  };
  return operator === '-' && operand.constant !== undefined
    ? { ...written, constant: -operand.constant }
    : written;
};

/** A field or an element of what stands before the dot. */
export const postfix = (of: Written, rest: string): Written =>
  atom(`${of.tightness < primary ? within(of) : of.text}.${rest}`);

/** As the argument of a call: a list or a dictionary may stand without parentheses. */
export const asArgument = (draw: Draw, written: Written): string =>
  written.text === '()' || (written.braced === true && !chance(draw, 25))
    ? written.text
    : within(written);
