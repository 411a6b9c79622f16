/** What is wrong with a text that ought to be JSON, and where. Units: `at` in UTF-16 units. */
export interface JsonFault {
  readonly at: number;
  readonly why: string;
  readonly kind: 'malformed' | 'tooDeep';
}

/** Deepest nesting of one line of JSON. */
export const deepestJsonLine = 64;

const blank = /[ \t\r\n]*/y;
const word = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const quoted = /"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

/** Reads JSON for its form alone; stops at the first fault. */
class Cursor {
  at = 0;
  fault: JsonFault | undefined;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.test(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  private fail(why: string, kind: JsonFault['kind'] = 'malformed'): false {
    this.fault ??= { at: this.at, why, kind };
    return false;
  }

  /** Takes a sign, with blanks around it. */
  private take(sign: string): boolean {
    this.skip(blank);
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    this.skip(blank);
    return true;
  }

  value(depth: number): boolean {
    this.skip(blank);
    const first = this.text[this.at];
    if (first === '{' || first === '[') {
      if (depth === 0) return this.fail('it is nested too deeply', 'tooDeep');
      return first === '{' ? this.parts('{', '}', depth) : this.parts('[', ']', depth);
    }
    if (this.skip(first === '"' ? quoted : word)) return true;
    if (first === undefined) return this.fail('the line ends too early');
    return this.fail(
      first === '"'
        ? 'the text is not closed, or has a wrong character'
        : 'a value is expected here',
    );
  }

  private parts(open: '{' | '[', close: '}' | ']', depth: number): boolean {
    this.take(open);
    if (this.take(close)) return true;
    do {
      if (open === '{' && !this.key()) return false;
      if (!this.value(depth - 1)) return false;
    } while (this.take(','));
    return this.take(close) || this.fail(`"," or "${close}" is expected here`);
  }

  private key(): boolean {
    if (!this.skip(quoted)) return this.fail('a name in quotes is expected here');
    return this.take(':') || this.fail('":" is expected here');
  }

  end(): boolean {
    this.skip(blank);
    return this.at === this.text.length || this.fail('nothing may follow the value');
  }
}

/** The first fault of a text as JSON; absent if it is JSON, and not too deep. */
export const findJsonFault = (text: string): JsonFault | undefined => {
  const cursor = new Cursor(text);
  if (cursor.value(deepestJsonLine)) cursor.end();
  return cursor.fault;
};
