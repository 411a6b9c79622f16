/** Names that a build gives a value: `-D NAME=VALUE`. */
export type Definitions = ReadonlyMap<string, string>;

/** Whether a condition holds, or why it cannot be read. */
export type Condition =
  { readonly kind: 'holds' | 'fails' } | { readonly kind: 'faulty'; readonly why: string };

/** A value in a condition; a name without a definition has none. */
type Operand = string | undefined;

const token = /\s*(==|!=|\(|\)|\[|\]|,|"[^"]*"|'[^']*'|[A-Za-z0-9_.-]+)/y;

const tokensOf = (text: string): readonly string[] | undefined => {
  const tokens: string[] = [];
  const rest = text.trimEnd();
  for (token.lastIndex = 0; token.lastIndex < rest.length;) {
    const found = token.exec(rest)?.[1];
    if (found === undefined) return undefined;
    tokens.push(found);
  }
  return tokens;
};

/** What CMake and Jinja take for false. */
const falsities = new Set(['', '0', 'false', 'off', 'no', 'n']);

const isTrue = (operand: Operand): boolean =>
  operand !== undefined && !falsities.has(operand.toLowerCase());

/** How deep parentheses and `not` may nest. */
const deepest = 50;

class Unreadable extends Error {}

const unexpected = (token: string): string => `"${token.slice(0, 40)}" is not expected`;

class Reader {
  readonly #tokens: readonly string[];
  readonly #definitions: Definitions;
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly string[], definitions: Definitions) {
    this.#tokens = tokens;
    this.#definitions = definitions;
  }

  whole(): boolean {
    const value = this.#or();
    if (this.#next < this.#tokens.length)
      throw new Unreadable(unexpected(this.#tokens[this.#next] ?? ''));
    return value;
  }

  #skip(text: string): boolean {
    if (this.#tokens[this.#next] !== text) return false;
    this.#next += 1;
    return true;
  }

  #take(): string {
    const found = this.#tokens[this.#next];
    if (found === undefined) throw new Unreadable('the condition ends too early');
    this.#next += 1;
    return found;
  }

  #or(): boolean {
    let value = this.#and();
    while (this.#skip('or')) value = this.#and() || value;
    return value;
  }

  #and(): boolean {
    let value = this.#not();
    while (this.#skip('and')) value = this.#not() && value;
    return value;
  }

  #not(): boolean {
    this.#depth += 1;
    if (this.#depth > deepest) throw new Unreadable('it nests too deeply');
    const value = this.#skip('not') ? !this.#not() : this.#comparison();
    this.#depth -= 1;
    return value;
  }

  #comparison(): boolean {
    if (this.#skip('(')) {
      const value = this.#or();
      if (!this.#skip(')')) throw new Unreadable('")" is missing');
      return value;
    }
    const left = this.#operand();
    if (this.#skip('is')) {
      const isNegated = this.#skip('not');
      if (!this.#skip('defined')) throw new Unreadable('"is" is understood before "defined" only');
      return (left !== undefined) !== isNegated;
    }
    if (this.#skip('in')) return this.#list().some((one) => one !== undefined && one === left);
    return this.#equality(left);
  }

  /** An undefined name equals nothing, and differs from nothing (C-42). */
  #equality(left: Operand): boolean {
    const isEqual = this.#skip('==');
    if (!isEqual && !this.#skip('!=')) return isTrue(left);
    const right = this.#operand();
    return left !== undefined && right !== undefined && (left === right) === isEqual;
  }

  #list(): readonly Operand[] {
    const close = this.#skip('[') ? ']' : this.#skip('(') ? ')' : undefined;
    if (close === undefined) throw new Unreadable('a list is expected behind "in"');
    const found: Operand[] = [];
    while (!this.#skip(close)) {
      found.push(this.#operand());
      this.#skip(',');
    }
    return found;
  }

  #operand(): Operand {
    const text = this.#take();
    if (/^["']/.test(text)) return text.slice(1, -1);
    if (/^[0-9]/.test(text)) return text;
    if (!/^[A-Za-z_]/.test(text)) throw new Unreadable(unexpected(text));
    if (/^(?:true|false)$/i.test(text)) return text.toLowerCase();
    return this.#definitions.get(text);
  }
}

/** Reads and evaluates the condition of an `if` or `elif`. */
export const evaluateCondition = (text: string, definitions: Definitions): Condition => {
  const tokens = tokensOf(text);
  if (tokens === undefined)
    return { kind: 'faulty', why: 'it has a character that is not understood' };
  try {
    return { kind: new Reader(tokens, definitions).whole() ? 'holds' : 'fails' };
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'faulty', why: error.message };
    throw error;
  }
};
