import type { PatternFault } from './pattern.ts';

/** Longest pattern, in code points. */
const longestPattern = 4096;

/** Groups, complements and repetitions within each other, so that reading them ends. */
const deepestNesting = 100;

const blanks = new Set([' ', '\t', '\n', '\r', '\v', '\f']);

/** A place in the text of a pattern. After a fault it is at the end: only the first is told. */
export class PatternCursor {
  readonly #characters: readonly string[];
  #position = 0;
  #depth = 0;
  #fault: PatternFault | undefined;

  constructor(text: string) {
    this.#characters = Array.from(text);
    if (this.#characters.length > longestPattern) {
      this.complain(`it is longer than ${String(longestPattern)} characters`);
    }
  }

  get fault(): PatternFault | undefined {
    return this.#fault;
  }

  /** The character here; absent at the end. */
  get here(): string | undefined {
    return this.#fault === undefined ? this.#characters[this.#position] : undefined;
  }

  /** The character here, which is passed. */
  take(): string | undefined {
    const taken = this.here;
    this.#position++;
    return taken;
  }

  /** Passes the character if it is here. */
  skip(character: string): boolean {
    if (this.here !== character) return false;
    this.#position++;
    return true;
  }

  /** Passes blanks, and others that have no effect where the cursor is. */
  skipBlanks(others: readonly string[]): void {
    while (this.here !== undefined && (blanks.has(this.here) || others.includes(this.here))) {
      this.#position++;
    }
  }

  /** Tells a fault of what is here. */
  complain(why: string): void {
    if (this.#fault !== undefined) return;
    const offset = this.#characters.slice(0, this.#position).join('').length;
    this.#fault = { offset, why };
  }

  /** Reads a part that may hold parts of its own kind. */
  nested<Part>(read: () => Part, otherwise: Part): Part {
    if (this.#depth >= deepestNesting) {
      this.complain(`more than ${String(deepestNesting)} parts within each other`);
      return otherwise;
    }
    this.#depth++;
    const part = read();
    this.#depth--;
    return part;
  }
}
