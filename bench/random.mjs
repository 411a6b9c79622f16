// @ts-check
/** xorshift over 32 bits, as simulator/random.ts. @type {(seed: number) => (limit: number) => number} */
export const randomOf = (seed) => {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
};
