import type { TlaState, TlaValue } from './value.ts';

/** A state that was read, or where the text is none that TLC prints. */
export type ReadState =
  | { readonly kind: 'state'; readonly state: TlaState }
  | { readonly kind: 'fault'; readonly why: string };

const token = /\s*(<<|>>|\|->|:>|@@|\.\.|\/\\|"(?:[^"\\]|\\.)*"|-?\d+(?!\w)|\w+|[[\](){},=])/y;

/** Deepest nesting of a printed value. */
const deepest = 100;

/** Thrown inside this file alone, and caught where a text is read. */
class Unreadable extends Error {}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f' };

const unquote = (quoted: string): string =>
  quoted.slice(1, -1).replace(/\\(.)/g, (_, escaped: string) => escapes[escaped] ?? escaped);

class Reader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get atEnd(): boolean {
    return this.#text.slice(this.#at).trim() === '';
  }

  peek(): string {
    token.lastIndex = this.#at;
    return token.exec(this.#text)?.[1] ?? '';
  }

  take(): string {
    token.lastIndex = this.#at;
    const found = token.exec(this.#text);
    if (found?.[1] === undefined) throw new Unreadable(`no token at ${String(this.#at)}`);
    this.#at = token.lastIndex;
    return found[1];
  }

  skip(wanted: string): boolean {
    if (this.peek() !== wanted) return false;
    this.take();
    return true;
  }

  expect(wanted: string): void {
    const found = this.take();
    if (found !== wanted) throw new Unreadable(`expected ${wanted}, found ${found}`);
  }

  items<Item>(close: string, item: () => Item): readonly Item[] {
    const all: Item[] = [];
    while (this.peek() !== close) {
      all.push(item());
      if (!this.skip(',')) break;
    }
    this.expect(close);
    return all;
  }

  value(): TlaValue {
    this.#depth += 1;
    if (this.#depth > deepest) throw new Unreadable('nested too deeply');
    const result = this.#value();
    this.#depth -= 1;
    return result;
  }

  #value(): TlaValue {
    const first = this.take();
    if (first === '<<') return this.items('>>', () => this.value());
    if (first === '{') return { kind: 'set', elements: this.items('}', () => this.value()) };
    if (first === '[') return this.#record();
    if (first === '(') return this.#function();
    if (first.startsWith('"')) return unquote(first);
    if (first === 'TRUE' || first === 'FALSE') return first === 'TRUE';
    if (/^-?\d+$/.test(first)) return this.#number(Number(first));
    if (/^\w+$/.test(first)) return first;
    throw new Unreadable(`no value begins with ${first}`);
  }

  /** A number, or an interval of numbers, which is a set. */
  #number(from: number): TlaValue {
    if (!this.skip('..')) return from;
    const to = Number(this.take());
    const size = Math.max(0, to - from + 1);
    return { kind: 'set', elements: Array.from({ length: size }, (_, index) => from + index) };
  }

  #record(): TlaValue {
    const fields = this.items(']', (): readonly [string, TlaValue] => {
      const name = this.take();
      this.expect('|->');
      return [name, this.value()];
    });
    return { kind: 'record', fields: Object.fromEntries(fields) };
  }

  #function(): TlaValue {
    const pairs: (readonly [TlaValue, TlaValue])[] = [];
    do {
      const key = this.value();
      this.expect(':>');
      pairs.push([key, this.value()]);
    } while (this.skip('@@'));
    this.expect(')');
    return { kind: 'function', pairs };
  }
}

/** Reads `/\ x = 1 /\ y = <<>>`, or `x = 1` where there is one variable. Total. */
export const readState = (text: string): ReadState => {
  const reader = new Reader(text);
  const state: Record<string, TlaValue> = {};
  try {
    do {
      reader.skip('/\\');
      const name = reader.take();
      reader.expect('=');
      state[name] = reader.value();
    } while (!reader.atEnd);
    return { kind: 'state', state };
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'fault', why: error.message };
    throw error;
  }
};
