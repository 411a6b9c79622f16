/**
 * A place in a source text.
 *
 * Shape: `file` is relative to the solution.
 * Units: lines and columns count from 1, columns in UTF-16 units; the end is exclusive.
 */
export interface Span {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** `security.psl:12:3`, as verdicts and diagnostics print a place. */
export const formatSpan = ({ file, line, column }: Span): string =>
  `${file}:${String(line)}:${String(column)}`;
