import { readBounds } from './temporal-bounds.ts';
import { always, mostParts } from './temporal-formula.ts';
import type { Bounds, FormulaBuilder } from './temporal-formula.ts';
import { isInfix, isPrefix, OperatorStack } from './temporal-operators.ts';
import { faultAt, FormulaCursor, shown } from './temporal-tokens.ts';
import type { FormulaFault, FormulaToken } from './temporal-tokens.ts';

interface Parsed {
  readonly kind: 'parsed';
  /** Atoms and operators, as written. */
  readonly parts: number;
}

interface Parsing {
  readonly cursor: FormulaCursor;
  readonly stack: OperatorStack;
  readonly builder: FormulaBuilder;
  readonly atoms: ReadonlyMap<string, number>;
}

/** What a token was: one that counts as a part, or a parenthesis; and whether a formula must follow. */
type Read =
  | { readonly kind: 'read'; readonly counts: 0 | 1; readonly next: 'formula' | 'operator' | 'end' }
  | FormulaFault;

const read = (counts: 0 | 1, next: 'formula' | 'operator' | 'end'): Read => ({
  kind: 'read',
  counts,
  next,
});

const isWritten = ({ kind }: FormulaToken): boolean => kind === 'symbol' || kind === 'word';

const withBounds = (
  { cursor }: Parsing,
  operator: string,
  push: (bounds: Bounds) => void,
): Read => {
  // Operators that are words are the temporal ones.
  const hasBounds = /^[a-z]/.test(operator);
  if (!hasBounds) {
    push(always);
    return read(1, 'formula');
  }
  const bounds = readBounds(cursor, operator === 'previously' ? 'ages' : 'window');
  if (bounds.kind === 'fault') return bounds;
  push(bounds.bounds);
  return read(1, 'formula');
};

const readOperand = ({ stack, builder, atoms }: Parsing, token: FormulaToken): Read => {
  const { kind, text } = token;
  if (kind !== 'word' || isInfix(text)) {
    return faultAt(token, `a formula is asked for where ${shown(token)}`);
  }
  if (text === 'true' || text === 'false') {
    stack.operand(builder.constant(text === 'true' ? 1 : 0));
    return read(1, 'operator');
  }
  const number = atoms.get(text);
  if (number === undefined) {
    return { ...faultAt(token, `there is no atom "${text}"`), unknown: text };
  }
  stack.operand(builder.atom(number));
  return read(1, 'operator');
};

/** Reads a token where a formula begins. */
const begin = (parsing: Parsing, token: FormulaToken): Read => {
  const { kind, text } = token;
  if (kind === 'symbol' && text === '(') {
    parsing.stack.open(token);
    return read(0, 'formula');
  }
  if (!isWritten(token) || !isPrefix(text)) return readOperand(parsing, token);
  return withBounds(parsing, text, (bounds) => {
    parsing.stack.prefix(text, bounds);
  });
};

/** Reads a token behind a whole formula. */
const goOn = (parsing: Parsing, token: FormulaToken): Read => {
  const { stack } = parsing;
  const { kind, text } = token;
  if (isWritten(token) && isInfix(text)) {
    return withBounds(parsing, text, (bounds) => {
      stack.infix(text, bounds);
    });
  }
  if (kind === 'end') {
    const open = stack.close();
    return open === undefined ? read(0, 'end') : faultAt(open, 'this "(" is not closed');
  }
  if (kind !== 'symbol' || text !== ')') {
    return faultAt(token, `an operator is asked for where ${shown(token)}`);
  }
  return stack.close() === undefined
    ? faultAt(token, 'there is no "(" for this ")"')
    : read(0, 'operator');
};

/**
 * Parses a formula, in time linear in its length and without recursion; the first fault ends it.
 *
 * Result: the code is in the builder; what was made last is the formula. `mostLeft` is how many atoms
 *         and operators it may have.
 */
export const parseFormula = (
  text: string,
  atoms: ReadonlyMap<string, number>,
  builder: FormulaBuilder,
  mostLeft: number,
): Parsed | FormulaFault => {
  const cursor = new FormulaCursor(text);
  const parsing: Parsing = { cursor, stack: new OperatorStack(builder), builder, atoms };
  const most = `${String(mostParts)} atoms and operators together`;
  let parts = 0;
  let next: 'formula' | 'operator' = 'formula';
  for (;;) {
    const token = cursor.take();
    const found: Read = next === 'formula' ? begin(parsing, token) : goOn(parsing, token);
    if (found.kind === 'fault') return found;
    parts += found.counts;
    if (parts > mostLeft) return faultAt(token, `the formulas of an object have at most ${most}`);
    if (found.next === 'end') return { kind: 'parsed', parts };
    next = found.next;
  }
};
