import type { Span } from '../model/span.ts';

/**
 * A text to be parsed.
 *
 * Shape: `origin` is where the text begins in its file, for a PSL fragment inside YAML; `written`
 *        is what its author wrote, where that is a template.
 */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly origin?: { readonly line: number; readonly column: number };
  readonly written?: Written;
}

/**
 * A template, and which part of it each part of the expanded text came from.
 *
 * Shape: `written` where the template is itself what became of one: a text in YAML that is a template.
 */
export interface Written {
  readonly text: string;
  /** In the order of the expanded text, without gaps. */
  readonly pieces: readonly Piece[];
  readonly written?: Written | undefined;
}

/**
 * A part of an expanded text.
 *
 * Shape: copied from the template as it stands, or put in place of the part `from … to`.
 * Units: offsets in UTF-16 units; `at` in the expanded text, `from` and `to` in the template.
 */
export interface Piece {
  readonly kind: 'copied' | 'replaced';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Largest source that any parser takes, in UTF-16 units. */
export const mostSourceUnits = 32 * 1024 * 1024;

/** Longest line that any parser takes, in UTF-16 units. */
export const longestLine = 1024 * 1024;

/** The place of a whole file, where no better one is known. */
export const startOf = (file: string): Span => ({
  file,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
});

/** Turns offsets into places. */
export interface Places {
  readonly span: (start: number, end: number) => Span;
}

const lineStarts = (text: string): readonly number[] => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
};

/** Index of the last of ascending numbers that is at most `value`; the first if none is. */
const lastAtMost = (
  count: number,
  numberAt: (index: number) => number | undefined,
  value: number,
): number => {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numberAt(middle) ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Where in the template an offset of the expanded text came from. */
const writtenOffset = (
  { pieces, text }: Written,
  offset: number,
  side: 'start' | 'end',
): number => {
  const before = side === 'start' ? offset : Math.max(0, offset - 1);
  const piece = pieces[lastAtMost(pieces.length, (index) => pieces[index]?.at, before)];
  if (piece === undefined) return Math.min(offset, text.length);
  if (piece.kind === 'replaced') return side === 'start' ? piece.from : piece.to;
  return Math.min(piece.from + offset - piece.at, piece.to);
};

/** What the author wrote, beneath all that was made of it. */
const authored = (made: Written): Written => {
  let found = made;
  while (found.written !== undefined) found = found.written;
  return found;
};

/** Finds the line of an offset; the next one asked for is most often in the same line or the next. */
const lineFinder = (starts: readonly number[]): ((offset: number) => number) => {
  let last = 0;
  const holds = (line: number, offset: number): boolean =>
    (starts[line] ?? Infinity) <= offset && offset < (starts[line + 1] ?? Infinity);
  return (offset) => {
    if (holds(last, offset)) return last;
    last = holds(last + 1, offset)
      ? last + 1
      : lastAtMost(starts.length, (index) => starts[index], offset);
    return last;
  };
};

/** Hot: a place is asked for at every node of a tree. */
export const placesOf = ({ file, text, origin, written }: Source): Places => {
  const starts = lineStarts(written === undefined ? text : authored(written).text);
  const first = origin ?? { line: 1, column: 1 };
  const findLine = lineFinder(starts);
  const offsetOf = (at: number, side: 'start' | 'end'): number => {
    let offset = at;
    for (let of = written; of !== undefined; of = of.written)
      offset = writtenOffset(of, offset, side);
    return offset;
  };
  const columnOf = (offset: number, line: number): number =>
    offset - (starts[line] ?? 0) + (line === 0 ? first.column : 1);
  return {
    span: (start, end) => {
      const from = offsetOf(start, 'start');
      const line = findLine(from);
      const to = end <= start ? from : offsetOf(end, 'end');
      const endLine = findLine(to);
      return {
        file,
        line: first.line + line,
        column: columnOf(from, line),
        endLine: first.line + endLine,
        endColumn: columnOf(to, endLine),
      };
    },
  };
};
