/** A hash of the words from `start` up to `end`. Hot path of the explorer. */
export const hashWords = (words: Int32Array, start: number, end: number): number => {
  let hash = 0x9e3779b9 | 0;
  for (let i = start; i < end; i++) {
    hash = Math.imul(hash ^ (words[i] ?? 0), 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  return Math.imul(hash, 0xc2b2ae35) >>> 0;
};

/** The same words, longer: there is room for at least so many. */
export const widened = (words: Int32Array, room: number): Int32Array<ArrayBuffer> => {
  const wider = new Int32Array(Math.max(words.length * 2, room));
  wider.set(words);
  return wider;
};
