/**
 * Canonical bytes of a component: equal values, equal bytes.
 *
 * Shape: a sequence of words and texts; each text is preceded by its length, so that no two
 *        sequences of calls of the same kinds, in the same order, give the same bytes. What comes
 *        next must therefore follow from what was written before.
 */
export interface Writer {
  /** An integer of at most 32 bits, signed or not. */
  readonly word: (value: number) => void;
  readonly text: (value: string) => void;
}

/** A writer whose bytes are the UTF-16 units of one string: usable as the key of a Map. */
export interface KeyWriter extends Writer {
  /** The bytes so far; the writer is empty again. */
  readonly take: () => string;
}

/** The bytes that a function writes. */
export const bytesBy = (write: (writer: Writer) => void): string => {
  const writer = makeKeyWriter();
  write(writer);
  return writer.take();
};

export const makeKeyWriter = (): KeyWriter => {
  let written = '';
  return {
    word: (value) => {
      written += String.fromCharCode(value & 0xffff, (value >>> 16) & 0xffff);
    },
    text: (value) => {
      written += String.fromCharCode(value.length & 0xffff, value.length >>> 16) + value;
    },
    take: () => {
      const taken = written;
      written = '';
      return taken;
    },
  };
};
