/**
 * A stream of numbers that a seed fixes: xorshift over 32 bits (Marsaglia 2003).
 *
 * Result: `below(n)` is in 0 … n−1.
 */
export interface RandomStream {
  readonly below: (limit: number) => number;
}

export const randomStream = (seed: number): RandomStream => {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 1;
  return {
    below: (limit) => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return (state >>> 0) % limit;
    },
  };
};
