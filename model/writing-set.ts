import { hashWords, widened } from './hash-words.ts';
import type { Writer } from './writer.ts';

/**
 * An exact set of what was written, numbered from 0 in the order of arrival: equal bytes, equal numbers.
 *
 * Hot path of the explorer: each text is a word, its own number, and each writing is written to where it
 * stays if it is new; open addressing over typed arrays.
 */
export interface WritingSet extends Writer {
  /** The number of what was written since the last call; it is new if none was equal. */
  readonly take: () => number;
}

export const makeWritingSet = (): WritingSet => {
  const texts = new Map<string, number>();
  let words = new Int32Array(256);
  /** Where each writing begins; that of the next one begins after the last. */
  let starts = new Int32Array(64);
  let slots = new Int32Array(128).fill(-1);
  let size = 0;
  let end = 0;

  const startOf = (number: number): number => starts[number] ?? 0;
  const put = (word: number): void => {
    if (end === words.length) words = widened(words, end + 1);
    words[end] = word;
    end += 1;
  };
  const isLast = (number: number, start: number): boolean => {
    const first = startOf(number);
    const length = end - start;
    if (startOf(number + 1) - first !== length) return false;
    for (let i = 0; i < length; i++) if (words[first + i] !== words[start + i]) return false;
    return true;
  };
  const grow = (): void => {
    slots = new Int32Array(slots.length * 4).fill(-1);
    const mask = slots.length - 1;
    for (let number = 0; number < size; number++) {
      let slot = hashWords(words, startOf(number), startOf(number + 1)) & mask;
      while (slots[slot] !== -1) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
  };

  return {
    word: put,
    text: (value) => {
      let number = texts.get(value);
      if (number === undefined) {
        number = texts.size;
        texts.set(value, number);
      }
      put(number);
    },
    take: () => {
      const start = startOf(size);
      const mask = slots.length - 1;
      let slot = hashWords(words, start, end) & mask;
      for (let found = slots[slot] ?? -1; found !== -1; found = slots[slot] ?? -1) {
        if (isLast(found, start)) {
          end = start;
          return found;
        }
        slot = (slot + 1) & mask;
      }
      slots[slot] = size;
      size += 1;
      if (size === starts.length) starts = widened(starts, size + 1);
      starts[size] = end;
      if (size * 2 > slots.length) grow();
      return size - 1;
    },
  };
};
