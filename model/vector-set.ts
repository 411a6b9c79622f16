import { hashWords, widened } from './hash-words.ts';

/**
 * An exact set of vectors of 32-bit integers, numbered from 0 in the order of their arrival.
 * Hot path of the explorer: open addressing over two typed arrays, 4 bytes an integer.
 */
export interface VectorSet {
  readonly size: () => number;
  /** The number of the vector; it is new if the number equals the size before the call. */
  readonly add: (vector: Int32Array) => number;
  /** Copies a vector into `target`. */
  readonly read: (number: number, target: Int32Array) => void;
}

export const makeVectorSet = (width: number): VectorSet => {
  let rows = new Int32Array(width * 1024);
  let slots = new Int32Array(4096).fill(-1);
  let size = 0;

  const isAt = (number: number, vector: Int32Array): boolean => {
    const start = number * width;
    for (let i = 0; i < width; i++) if (rows[start + i] !== vector[i]) return false;
    return true;
  };
  const place = (number: number, hash: number): void => {
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== -1) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number;
  };
  const grow = (): void => {
    slots = new Int32Array(slots.length * 4).fill(-1);
    for (let number = 0; number < size; number++) {
      place(number, hashWords(rows, number * width, (number + 1) * width));
    }
  };
  const append = (vector: Int32Array): void => {
    if ((size + 1) * width > rows.length) rows = widened(rows, (size + 1) * width);
    rows.set(vector, size * width);
    size += 1;
  };

  return {
    size: () => size,
    add: (vector) => {
      let slot = hashWords(vector, 0, width) & (slots.length - 1);
      for (let found = slots[slot] ?? -1; found !== -1; found = slots[slot] ?? -1) {
        if (isAt(found, vector)) return found;
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = size;
      append(vector);
      if (size * 2 > slots.length) grow();
      return size - 1;
    },
    read: (number, target) => {
      const start = number * width;
      for (let i = 0; i < width; i++) target[i] = rows[start + i] ?? 0;
    },
  };
};
