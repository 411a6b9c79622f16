import type { Diagnostic } from '../model/diagnostic.ts';
import { formatSpan } from '../model/span.ts';
import type { Span } from '../model/span.ts';

/** How diagnostics are told to people. */
export interface RenderOptions {
  readonly color: 'never' | 'always';
}

type LineOf = (file: string, line: number) => string | undefined;

/** Longest part of a source line that is shown. */
const window = 120;

const paint = (text: string, code: number, { color }: RenderOptions): string =>
  color === 'never' ? text : `\u001b[${String(code)}m${text}\u001b[0m`;

const colors = { error: 31, warning: 33, info: 36 } as const;

/** Looks lines of files up; each text is cut into lines once. */
export const makeLines = (
  files: ReadonlyMap<string, string>,
): ((file: string, line: number) => string | undefined) => {
  const lines = new Map<string, readonly string[]>();
  return (file, line) => {
    const known = lines.get(file) ?? files.get(file)?.split('\n') ?? [];
    lines.set(file, known);
    return known[line - 1]?.replace(/\r$/, '');
  };
};

/** Control characters do not reach the terminal. */
const printable = (text: string): string =>
  text.replaceAll('\t', ' ').replace(/[\u0000-\u001f\u007f-\u009f\ufffd]/g, '·');

/** The part of the line around the span, and the carets under it. */
const excerpt = (at: Span, line: string): readonly [string, string] => {
  const start = Math.max(0, at.column - 1);
  const from = line.length <= window ? 0 : Math.max(0, start - 40);
  const shown = line.slice(from, from + window);
  const ends = at.endLine === at.line ? at.endColumn - 1 : line.length;
  const width = Math.max(1, Math.min(ends, from + window) - start);
  return [printable(shown), `${' '.repeat(Math.min(start - from, window))}${'^'.repeat(width)}`];
};

/** The source line of a place with carets below; nothing where the place is a whole file. */
const excerptLines = (
  at: Span,
  lineOf: LineOf,
  color: number,
  options: RenderOptions,
): readonly string[] => {
  const line = lineOf(at.file, at.line);
  const isPlace = line !== undefined && line.trim() !== '' && at.endColumn + at.endLine > 2;
  if (!isPlace) return [];
  const [shown, carets] = excerpt(at, line);
  return [`  ${shown}`, `  ${paint(carets, color, options)}`];
};

/**
 * A diagnostic for people: place, code and message; the source line with carets; a hint; places that
 * it is about too.
 *
 * Shape: `lineOf` gives a line of a file, where there is one: see `makeLines`.
 */
export const renderDiagnostic = (
  { code, severity, at, message, hint, related = [] }: Diagnostic,
  lineOf: LineOf,
  options: RenderOptions,
): string =>
  [
    `${formatSpan(at)}: ${paint(`${severity} ${code}`, colors[severity], options)}: ${printable(message)}`,
    ...excerptLines(at, lineOf, colors[severity], options),
    ...(hint === undefined ? [] : [`  hint: ${printable(hint)}`]),
    ...related.flatMap((one) => [
      `  ${formatSpan(one.at)}: ${printable(one.message)}`,
      ...excerptLines(one.at, lineOf, colors.info, options).map((text) => `  ${text}`),
    ]),
  ].join('\n');
