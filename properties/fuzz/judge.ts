import { hasErrors } from '../../model/diagnostic.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Span } from '../../model/span.ts';

/**
 * What a target made of an input.
 *
 * Shape: `tree` where something was read; `diagnostics` where the input was refused with reasons;
 *        `faulty` where the target broke a promise, and which.
 */
export type Answer =
  { readonly kind: 'tree' | 'diagnostics' } | { readonly kind: 'faulty'; readonly why: string };

/** The text of a file that a diagnostic may lie in; absent where the file is none of the input. */
export type TextOf = (file: string) => string | undefined;

interface Line {
  readonly start: number;
  readonly end: number;
}

/** The lines of a text, which end in line feeds. */
const linesOf = (text: string): readonly Line[] => {
  const lines: Line[] = [];
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    lines.push({ start, end });
    start = end + 1;
  }
  return [...lines, { start, end: text.length }];
};

const isPlace = (lines: readonly Line[], line: number, column: number): boolean => {
  const found = lines[line - 1];
  // Behind the line feed is the end of a token that includes it.
  return found !== undefined && column >= 1 && column - 1 <= found.end - found.start + 1;
};

const isOrdered = ({ line, column, endLine, endColumn }: Span): boolean =>
  endLine > line || (endLine === line && endColumn >= column);

/** Why a place is none of a text, given by its lines; absent if it is one. */
const findMisplaced = (at: Span, lines: readonly Line[]): string | undefined => {
  const place = `${String(at.line)}:${String(at.column)}-${String(at.endLine)}:${String(at.endColumn)}`;
  if (!isPlace(lines, at.line, at.column)) return `${place} begins outside of the text`;
  if (!isPlace(lines, at.endLine, at.endColumn)) return `${place} ends outside of the text`;
  return isOrdered(at) ? undefined : `${place} ends before it begins`;
};

/** The lines of each file, split once. */
type LinesOf = (file: string) => readonly Line[] | undefined;

const makeLinesOf = (textOf: TextOf): LinesOf => {
  const known = new Map<string, readonly Line[] | undefined>();
  return (file) => {
    if (!known.has(file)) {
      const text = textOf(file);
      known.set(file, text === undefined ? undefined : linesOf(text));
    }
    return known.get(file);
  };
};

const findFault = (one: Diagnostic, linesOfFile: LinesOf): string | undefined => {
  if (one.message.trim() === '') return `${one.code} has no message`;
  for (const { at } of [one, ...(one.related ?? [])]) {
    const lines = linesOfFile(at.file);
    const misplaced = lines === undefined ? undefined : findMisplaced(at, lines);
    if (misplaced !== undefined) return `${one.code} at ${at.file}:${misplaced}`;
  }
  return undefined;
};

/** Most that may be told of one input, in characters: some for each file, and a multiple of its text. */
const mostTold = { once: 50_000, perUnit: 20 } as const;

const findExcess = (diagnostics: readonly Diagnostic[], units: number): string | undefined => {
  const told = diagnostics.reduce((sum, { message }) => sum + message.length, 0);
  return told > mostTold.once + mostTold.perUnit * units
    ? `${String(told)} characters are told of ${String(units)}`
    : undefined;
};

/** The answer of what gives a tree, or diagnostics of which one at least is an error. */
export const judge = (
  result: 'tree' | 'none',
  diagnostics: readonly Diagnostic[],
  textOf: TextOf,
  units: number,
): Answer => {
  const excess = findExcess(diagnostics, units);
  if (excess !== undefined) return { kind: 'faulty', why: excess };
  const linesOfFile = makeLinesOf(textOf);
  for (const one of diagnostics) {
    const why = findFault(one, linesOfFile);
    if (why !== undefined) return { kind: 'faulty', why };
  }
  if (hasErrors(diagnostics)) return { kind: 'diagnostics' };
  return result === 'tree'
    ? { kind: 'tree' }
    : { kind: 'faulty', why: 'neither a tree nor an error' };
};
