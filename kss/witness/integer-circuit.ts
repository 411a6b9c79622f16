import { widthOf } from './bits.ts';
import type { Condition, IntegerTerm } from './bits.ts';

type VariableTerm = Extract<IntegerTerm, { readonly kind: 'variable' }>;
type Comparison = Extract<Condition, { readonly kind: 'compare' }>;

/** A circuit: comparisons, and all that is kept between bits. */
export interface Circuit {
  readonly tracks: readonly VariableTerm[];
  readonly sums: readonly Extract<IntegerTerm, { readonly kind: 'linear' }>[];
  readonly comparisons: readonly Comparison[];
  readonly width: number;
}

/** A term as the text that tells it apart. */
export const textOf = (term: IntegerTerm): string => {
  switch (term.kind) {
    case 'constant':
      return String(term.value);
    case 'variable':
      return `<${term.key}>`;
    case 'and':
    case 'or':
      return `(${textOf(term.left)}${term.kind === 'and' ? '&' : '|'}${textOf(term.right)})`;
    case 'linear':
      return `(${term.parts.map(({ factor, of }) => `${String(factor)}*${textOf(of)}`).join('+')}+${String(term.constant)})`;
  }
};

export const comparisonText = ({ left, right }: Comparison): string =>
  `${textOf(left)}?${textOf(right)}`;

class CircuitMaker {
  readonly tracks = new Map<string, VariableTerm>();
  readonly sums = new Map<string, Extract<IntegerTerm, { readonly kind: 'linear' }>>();
  readonly comparisons = new Map<string, Comparison>();

  addTerm(term: IntegerTerm): void {
    if (term.kind === 'variable') this.tracks.set(term.key, term);
    if (term.kind === 'and' || term.kind === 'or') {
      this.addTerm(term.left);
      this.addTerm(term.right);
    }
    if (term.kind === 'linear') {
      for (const { of } of term.parts) this.addTerm(of);
      this.sums.set(textOf(term), term);
    }
  }

  addCondition(condition: Condition): void {
    if (condition.kind === 'not') this.addCondition(condition.of);
    if (condition.kind === 'all' || condition.kind === 'any') {
      for (const one of condition.of) this.addCondition(one);
    }
    if (condition.kind !== 'compare') return;
    this.addTerm(condition.left);
    this.addTerm(condition.right);
    this.comparisons.set(comparisonText(condition), condition);
  }
}

/** The circuit that decides conditions together. */
export const circuitOf = (conditions: readonly Condition[]): Circuit => {
  const maker = new CircuitMaker();
  for (const condition of conditions) maker.addCondition(condition);
  const comparisons = [...maker.comparisons.values()];
  const widths = comparisons.flatMap(({ left, right }) => [widthOf(left), widthOf(right)]);
  return {
    tracks: [...maker.tracks.values()],
    sums: [...maker.sums.values()],
    comparisons,
    width: Math.max(1, ...widths),
  };
};
