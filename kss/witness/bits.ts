/**
 * An integer as a circuit that reads the variables bit by bit, the lowest bit first.
 *
 * Shape: `linear` is the sum of `constant` and of each part times its factor; `least` and `most` bound
 *        its value whatever the variables are, and are exact bounds of intervals, not always reached.
 */
export type IntegerTerm = { readonly least: bigint; readonly most: bigint } & (
  | { readonly kind: 'constant'; readonly value: bigint }
  | {
      readonly kind: 'variable';
      readonly key: string;
      readonly bits: number;
      readonly signed: boolean;
    }
  | { readonly kind: 'and' | 'or'; readonly left: IntegerTerm; readonly right: IntegerTerm }
  | {
      readonly kind: 'linear';
      readonly parts: readonly { readonly factor: bigint; readonly of: IntegerTerm }[];
      readonly constant: bigint;
    }
);

/** A condition on integers. */
export type Condition =
  | { readonly kind: 'constant'; readonly holds: boolean }
  | {
      readonly kind: 'compare';
      readonly relation: '==' | '<';
      readonly left: IntegerTerm;
      readonly right: IntegerTerm;
    }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] };

export const always: Condition = { kind: 'constant', holds: true };
export const never: Condition = { kind: 'constant', holds: false };

export const constant = (value: bigint): IntegerTerm => ({
  kind: 'constant',
  value,
  least: value,
  most: value,
});

export const not = (of: Condition): Condition => {
  if (of.kind === 'constant') return of.holds ? never : always;
  return of.kind === 'not' ? of.of : { kind: 'not', of };
};

export const all = (of: readonly Condition[]): Condition => {
  const open = of.filter((one) => one.kind !== 'constant' || !one.holds);
  if (open.some((one) => one.kind === 'constant')) return never;
  const [only] = open;
  if (only === undefined) return always;
  return open.length === 1 ? only : { kind: 'all', of: open };
};

export const any = (of: readonly Condition[]): Condition => not(all(of.map(not)));

/** Decided by the intervals where they are apart. */
export const isLess = (left: IntegerTerm, right: IntegerTerm): Condition => {
  if (left.most < right.least) return always;
  if (left.least >= right.most) return never;
  return { kind: 'compare', relation: '<', left, right };
};

export const isEqual = (left: IntegerTerm, right: IntegerTerm): Condition => {
  if (left.most < right.least || right.most < left.least) return never;
  if (left.least === left.most && right.least === right.most) return always;
  return { kind: 'compare', relation: '==', left, right };
};

/** A sum of terms, each times a factor. */
export const linear = (
  parts: readonly { readonly factor: bigint; readonly of: IntegerTerm }[],
  added: bigint,
): IntegerTerm => {
  let least = added;
  let most = added;
  for (const { factor, of } of parts) {
    const ends = [factor * of.least, factor * of.most] as const;
    least += ends[0] < ends[1] ? ends[0] : ends[1];
    most += ends[0] < ends[1] ? ends[1] : ends[0];
  }
  if (least === most) return constant(least);
  return { kind: 'linear', parts, constant: added, least, most };
};

/** Bits of the widest of some numbers, in two's complement. */
const bitsOf = (...values: readonly bigint[]): number =>
  Math.max(...values.map((value) => (value < 0n ? -value : value).toString(2).length)) + 1;

/** `&` and `|`: the result has no more bits than its operands. */
export const bitwise = (kind: 'and' | 'or', left: IntegerTerm, right: IntegerTerm): IntegerTerm => {
  if (left.kind === 'constant' && right.kind === 'constant') {
    return constant(kind === 'and' ? left.value & right.value : left.value | right.value);
  }
  const bits = BigInt(bitsOf(left.least, left.most, right.least, right.most));
  const isNatural = left.least >= 0n && right.least >= 0n;
  const least = isNatural ? 0n : -(1n << bits);
  return { kind, left, right, least, most: (1n << bits) - 1n };
};

/** Bits in which a term and all that it is made of can be calculated without loss. */
export const widthOf = (term: IntegerTerm): number => {
  const own = bitsOf(term.least, term.most) + 1;
  switch (term.kind) {
    case 'constant':
    case 'variable':
      return own;
    case 'and':
    case 'or':
      return Math.max(own, widthOf(term.left), widthOf(term.right));
    case 'linear':
      return Math.max(own, ...term.parts.map(({ of }) => widthOf(of)));
  }
};
