import { Defect } from '../../model/defect.ts';
import type { Bounds, FormulaBuilder } from './temporal-formula.ts';
import type { FormulaToken } from './temporal-tokens.ts';

type Prefix = '!' | 'previously' | 'once' | 'historically';
type Infix = 'since' | '&&' | '||' | '==>';

/** How tight operators bind; prefixes tighter than all. */
const tightness: Readonly<Record<Infix, number>> = { '==>': 0, '||': 1, '&&': 2, since: 3 };
const ofPrefix = 4;

export const isPrefix = (text: string): text is Prefix =>
  text === '!' || text === 'previously' || text === 'once' || text === 'historically';

export const isInfix = (text: string): text is Infix => Object.hasOwn(tightness, text);

/** An operator, or an open parenthesis, whose right side is still to come. */
type Waiting =
  | { readonly kind: 'prefix'; readonly operator: Prefix; readonly bounds: Bounds }
  | { readonly kind: 'infix'; readonly operator: Infix; readonly bounds: Bounds }
  | { readonly kind: 'open'; readonly token: FormulaToken };

const buildPrefix = (
  builder: FormulaBuilder,
  operator: Prefix,
  bounds: Bounds,
  part: number,
): number => {
  switch (operator) {
    case '!':
      return builder.not(part);
    case 'previously':
      return builder.previously(part, bounds);
    case 'once':
      return builder.since(builder.constant(1), part, bounds);
    case 'historically':
      return builder.not(builder.since(builder.constant(1), builder.not(part), bounds));
  }
};

const buildInfix = (
  builder: FormulaBuilder,
  operator: Infix,
  bounds: Bounds,
  left: number,
  right: number,
): number => {
  switch (operator) {
    case '&&':
      return builder.and(left, right);
    case '||':
      return builder.or(left, right);
    case '==>':
      return builder.or(builder.not(left), right);
    case 'since':
      return builder.since(left, right, bounds);
  }
};

/**
 * The operands that are built and the operators that wait for one: on stacks of their own, so that no
 * formula is too deep.
 *
 * Source: E. W. Dijkstra's shunting-yard algorithm.
 */
export class OperatorStack {
  readonly #builder: FormulaBuilder;
  readonly #waiting: Waiting[] = [];
  readonly #operands: number[] = [];

  constructor(builder: FormulaBuilder) {
    this.#builder = builder;
  }

  operand(part: number): void {
    this.#operands.push(part);
  }

  open(token: FormulaToken): void {
    this.#waiting.push({ kind: 'open', token });
  }

  prefix(operator: Prefix, bounds: Bounds): void {
    this.#waiting.push({ kind: 'prefix', operator, bounds });
  }

  infix(operator: Infix, bounds: Bounds): void {
    // `==>` associates to the right: one before it waits on.
    this.#build(tightness[operator] + (operator === '==>' ? 1 : 0));
    this.#waiting.push({ kind: 'infix', operator, bounds });
  }

  /** Builds all back to the last open parenthesis, and tells which; absent if there is none. */
  close(): FormulaToken | undefined {
    this.#build(0);
    const last = this.#waiting.pop();
    return last?.kind === 'open' ? last.token : undefined;
  }

  /** Builds what binds at least so tight. */
  #build(least: number): void {
    for (;;) {
      const last = this.#waiting.at(-1);
      if (last === undefined || last.kind === 'open') return;
      const binds = last.kind === 'prefix' ? ofPrefix : tightness[last.operator];
      if (binds < least) return;
      this.#waiting.pop();
      const right = this.#take();
      const part =
        last.kind === 'prefix'
          ? buildPrefix(this.#builder, last.operator, last.bounds, right)
          : buildInfix(this.#builder, last.operator, last.bounds, this.#take(), right);
      this.#operands.push(part);
    }
  }

  #take(): number {
    const part = this.#operands.pop();
    if (part === undefined) throw new Defect('an operator of a formula lacks an operand');
    return part;
  }
}
