import type { Span } from '../model/span.ts';

/**
 * A text to be parsed.
 *
 * Shape: `origin` is where the text begins in its file, for a PSL fragment inside YAML.
 */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly origin?: { readonly line: number; readonly column: number };
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

export const placesOf = ({ file, text, origin }: Source): Places => {
  const starts = lineStarts(text);
  const first = origin ?? { line: 1, column: 1 };
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const place = (offset: number): { readonly line: number; readonly column: number } => {
    const line = lineOf(offset);
    const column = offset - (starts[line] ?? 0);
    return { line: first.line + line, column: column + (line === 0 ? first.column : 1) };
  };
  return {
    span: (start, end) => {
      const from = place(start);
      const to = place(Math.max(start, end));
      return {
        file,
        line: from.line,
        column: from.column,
        endLine: to.line,
        endColumn: to.column,
      };
    },
  };
};
