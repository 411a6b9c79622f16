const blank = /[ \t\r\n]*/y;
const word = /"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+/y;

/** Goes through a text that is known to be JSON, and notes where values stand whose paths are asked for. */
class Cursor {
  readonly places = new Map<string, number>();
  private at = 0;
  private readonly text: string;
  private readonly wanted: ReadonlySet<string>;

  constructor(text: string, wanted: ReadonlySet<string>) {
    this.text = text;
    this.wanted = wanted;
  }

  private skip(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [found = ''] = pattern.exec(this.text) ?? [];
    this.at += found.length;
    return found;
  }

  /** Takes one sign, and blanks on both sides of it. */
  private take(sign: string): boolean {
    this.skip(blank);
    const isThere = this.text[this.at] === sign;
    if (isThere) this.at += 1;
    this.skip(blank);
    return isThere;
  }

  value(path: string): void {
    this.skip(blank);
    if (this.wanted.has(path)) this.places.set(path, this.at);
    if (this.take('{')) this.parts('}', () => this.member(path));
    else if (this.take('[')) this.parts(']', (index) => `${path}[${String(index)}]`);
    else this.skip(word);
  }

  /** The parts of an object or array, up to its end. */
  private parts(close: string, pathOf: (index: number) => string): void {
    if (this.take(close)) return;
    let index = 0;
    do this.value(pathOf(index++));
    while (this.take(','));
    this.take(close);
  }

  private member(path: string): string {
    const name = String(JSON.parse(this.skip(word)));
    this.take(':');
    return path === '' ? name : `${path}.${name}`;
  }
}

/**
 * Where values stand in a JSON text: offsets by paths such as `tests[0].base`. Of a member that
 * stands twice it is the last, the one that counts.
 *
 * Shape: the text must be JSON. What does not stand in it has no place.
 */
export const placesOf = (text: string, paths: readonly string[]): ReadonlyMap<string, number> => {
  const cursor = new Cursor(text, new Set(paths));
  cursor.value('');
  return cursor.places;
};

/** The path of what a value is in; the document itself has none. */
const parentOf = (path: string): string | undefined =>
  path === ''
    ? undefined
    : path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0));

/** The path, and those of all that it is in, from the inside. */
export const pathsUp = (path: string): readonly string[] => {
  const parent = parentOf(path);
  return parent === undefined ? [path] : [path, ...pathsUp(parent)];
};
