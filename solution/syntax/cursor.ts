import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Span } from '../../model/span.ts';
import type { Source } from '../source.ts';
import type { SyntaxCode } from './codes.ts';
import { scan } from './scanner.ts';
import type { Scanned, Token } from './scanner.ts';
import type { Name } from './tree/name.ts';

/** A tree, as far as one could be made, and what is wrong with the text. */
export interface Parsed<Tree> {
  readonly tree: Tree | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** How deep constructs may nest, in every language. */
export const deepestNesting = 200;

/** How many faults of one file are told. */
const mostFaults = 50;

/** What helps where a symbol stands that these languages do not have there. */
const cures: Readonly<Record<string, string>> = {
  ';': 'PSL has no semicolons, and IDL has them behind fields, methods, constants and typedefs',
};

const end: Token = { kind: 'end', text: '', start: 0, end: 0 };

/**
 * A place in a sequence of tokens, and what was found wrong so far.
 * After a fault the parser is `lost`: it says nothing more until it has found its way to a place
 * where something new begins, so that one fault is told once.
 */
export class Cursor {
  readonly #scanned: Scanned;
  readonly #diagnostics: Diagnostic[];
  /** Lines in which a token is broken: what is missing there follows from it. */
  readonly #brokenLines: ReadonlySet<number>;
  #next = 0;
  /** What is left of the next token, where a part of it was taken. */
  #split: Token | undefined;
  #depth = 0;
  #operators = 0;
  #braces = 0;
  #expressions = 0;
  #lost = false;

  constructor(source: Source) {
    this.#scanned = scan(source);
    this.#diagnostics = [...this.#scanned.diagnostics];
    this.#brokenLines = new Set(this.#diagnostics.flatMap(({ at }) => [at.line, at.endLine]));
  }

  get token(): Token {
    return this.ahead(0);
  }

  get lost(): boolean {
    return this.#lost;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  /** The place of the next token, as a number that only grows. */
  get position(): number {
    return this.#next;
  }

  get atEnd(): boolean {
    return this.token.kind === 'end';
  }

  ahead(count: number): Token {
    if (count === 0 && this.#split !== undefined) return this.#split;
    const { tokens } = this.#scanned;
    return tokens[this.#next + count] ?? tokens.at(-1) ?? end;
  }

  take(): Token {
    const { token } = this;
    if (token.kind !== 'end') this.#next += 1;
    if (token.kind === 'symbol' && token.text === '{') this.#braces += 1;
    if (token.kind === 'symbol' && token.text === '}') this.#braces -= 1;
    this.#split = undefined;
    return token;
  }

  isSymbol(text: string, count = 0): boolean {
    const token = this.ahead(count);
    return token.kind === 'symbol' && token.text === text;
  }

  isWord(text: string, count = 0): boolean {
    const token = this.ahead(count);
    return token.kind === 'name' && token.text === text;
  }

  /** Takes the symbol if it is next. */
  skip(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.take();
    return true;
  }

  /** Takes the word if it is next. */
  skipWord(text: string): boolean {
    if (!this.isWord(text)) return false;
    this.take();
    return true;
  }

  /** Takes the symbol; a fault if another token is next. */
  expect(symbol: string): boolean {
    if (this.skip(symbol)) return true;
    this.expected(`"${symbol}"`);
    return false;
  }

  /** The place from the start of one token to the end of the last one taken. */
  since(start: Token): Span {
    const last = this.#scanned.tokens[this.#next - 1];
    return this.#scanned.places.span(start.start, Math.max(start.end, last?.end ?? 0));
  }

  spanOf(token: Token): Span {
    return this.#scanned.places.span(token.start, token.end);
  }

  expected(what: string): void {
    const { token } = this;
    const found = token.kind === 'end' ? 'the end of the text' : `"${token.text.slice(0, 40)}"`;
    const cure = token.kind === 'symbol' ? cures[token.text] : undefined;
    this.fault('SYN-005', token, `expected ${what}, found ${found}`, cure);
  }

  fault(code: SyntaxCode, token: Token, message: string, hint?: string): void {
    const at = this.spanOf(token);
    const follows = code === 'SYN-005' && this.#brokenLines.has(at.line);
    if (this.#lost || follows || this.#diagnostics.length >= mostFaults) {
      this.#lost = true;
      return;
    }
    this.#lost = true;
    const more = hint === undefined ? {} : { hint };
    this.#diagnostics.push({ code, severity: 'error', at, message, ...more });
  }

  /** Tells of a form that no version documents; it is read all the same. */
  odd(token: Token, message: string): void {
    if (this.#lost || this.#diagnostics.length >= mostFaults) return;
    const at = this.spanOf(token);
    this.#diagnostics.push({ code: 'SYN-009', severity: 'warning', at, message });
  }

  /** Takes the first unit of a longer symbol: `>` of `>>`, which closes two types. */
  skipFirst(symbol: string): boolean {
    const { token } = this;
    if (token.kind !== 'symbol' || !token.text.startsWith(symbol)) return false;
    const rest = token.text.slice(symbol.length);
    if (rest === '') this.take();
    else this.#split = { ...token, text: rest, start: token.start + symbol.length };
    return true;
  }

  /** Something new begins here: faults are told again. */
  found(): void {
    this.#lost = false;
  }

  /**
   * Runs a part of the parser one level deeper.
   *
   * Result: what it gives, or `otherwise` if the limit is reached; the rest of the text is left out.
   */
  nested<Result>(part: () => Result, otherwise: () => Result): Result {
    if (this.#depth >= deepestNesting) {
      const message = `nested deeper than ${String(deepestNesting)} levels`;
      this.stop('SYN-006', this.token, message);
      return otherwise();
    }
    this.#depth += 1;
    const result = part();
    this.#depth -= 1;
    return result;
  }

  /** How many operators and dots were read: each grows the tree of an expression by one at most. */
  get operators(): number {
    return this.#operators;
  }

  grow(): void {
    this.#operators += 1;
  }

  get isInExpression(): boolean {
    return this.#expressions > 0;
  }

  inExpression<Result>(part: () => Result): Result {
    this.#expressions += 1;
    const result = part();
    this.#expressions -= 1;
    return result;
  }

  /** Ends the parse here: the rest of the text is left out. */
  stop(code: SyntaxCode, token: Token, message: string): void {
    this.fault(code, token, message);
    this.#next = this.#scanned.tokens.length - 1;
  }

  /** An identifier; keywords are names wherever a name is expected. */
  name(what: string): Name {
    const { token } = this;
    if (token.kind === 'name') this.take();
    else this.expected(what);
    return { text: token.kind === 'name' ? token.text : '', at: this.spanOf(token) };
  }

  /** Identifiers joined by dots. */
  dotted(what: string): Name {
    const start = this.token;
    const first = this.name(what);
    const parts = [first.text];
    while (this.isSymbol('.') && this.ahead(1).kind === 'name' && this.ahead(1).text !== '_') {
      this.take();
      parts.push(this.take().text);
    }
    return first.text === '' ? first : { text: parts.join('.'), at: this.since(start) };
  }

  /** How many braces are open here. */
  get braces(): number {
    return this.#braces;
  }

  /**
   * Skips to a token for which `isStart` holds between the braces that were open at `braces`, or to the
   * one that closes them.
   */
  recoverWithin(braces: number, isStart: (cursor: Cursor) => boolean): void {
    while (!this.atEnd) {
      const isHere = this.#braces === braces;
      if (this.#braces < braces || (isHere && (isStart(this) || this.isSymbol('}')))) break;
      this.take();
    }
    this.found();
  }

  /** Skips to a token for which `isStart` holds outside of braces opened on the way, or to the end. */
  recover(isStart: (cursor: Cursor) => boolean): void {
    let open = 0;
    while (!this.atEnd) {
      if (open === 0 && isStart(this)) break;
      if (this.isSymbol('{')) open += 1;
      if (this.isSymbol('}')) open = Math.max(0, open - 1);
      this.take();
    }
    this.found();
  }
}
