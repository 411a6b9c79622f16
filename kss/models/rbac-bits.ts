/**
 * Sets of small numbers, one in each row.
 *
 * Shape: row `r` is the `words` words of `bits` from `r * words` on; number `n` is in it if bit
 *        `n % 32` of word `n / 32` is set.
 */
export interface BitRows {
  readonly words: number;
  readonly bits: Uint32Array;
}

export const makeBitRows = (rows: number, columns: number): BitRows => {
  const words = Math.max(1, Math.ceil(columns / 32));
  return { words, bits: new Uint32Array(rows * words) };
};

/** Constant time. */
export const hasBit = ({ words, bits }: BitRows, row: number, column: number): boolean =>
  (((bits[row * words + (column >>> 5)] ?? 0) >>> (column & 31)) & 1) === 1;

/** Only while rows are made. */
export const setBit = ({ words, bits }: BitRows, row: number, column: number): void => {
  const word = row * words + (column >>> 5);
  bits[word] = (bits[word] ?? 0) | (1 << (column & 31));
};

/** Puts all of a row of `other` into one of as many words; only while rows are made. */
export const joinRow = (
  { words, bits }: BitRows,
  into: number,
  other: BitRows,
  from: number,
): void => {
  for (let word = 0; word < words; word++) {
    const at = into * words + word;
    bits[at] = (bits[at] ?? 0) | (other.bits[from * words + word] ?? 0);
  }
};
