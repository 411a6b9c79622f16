import type { Span } from '../../model/span.ts';
import type { Piece, Source } from '../source.ts';

/** A scalar of YAML: where it lies in its text, and what it says. */
export interface Scalar {
  readonly from: number;
  readonly to: number;
  readonly style: 'plain' | 'quoted' | 'block';
  readonly text: string;
}

const isBlank = (unit: string | undefined): boolean =>
  unit === ' ' || unit === '\n' || unit === '\t' || unit === '\r';

/** Units of an escape in quotes: two, or as many more as there are hexadecimal digits. */
const escapeLength = (raw: string, at: number): number =>
  ({ x: 4, u: 6, U: 10 })[raw[at + 1] ?? ''] ?? 2;

/** Where the content of a scalar begins: behind its quote, or behind the line of its indicator. */
const contentOf = (raw: string, { from, to, style }: Scalar): number => {
  if (style === 'plain') return from;
  if (style === 'quoted') return from + 1;
  const newline = raw.indexOf('\n', from);
  return newline < 0 || newline >= to ? from : newline + 1;
};

/** Passes over what stands in the file and not in the value: folds, indentation, lines joined. */
const skipUnsaid = (raw: string, from: number, to: number, unit: string): number => {
  let at = from;
  while (at < to && raw[at] !== unit) {
    if (raw[at] === '\\' && raw[at + 1] === '\n') at += 2;
    else if (isBlank(raw[at])) at += 1;
    else break;
  }
  return at;
};

/**
 * Which part of the file each unit of a scalar's value came from; what cannot be found there stands
 * for the place that was reached.
 */
const piecesOf = (raw: string, scalar: Scalar): readonly Piece[] => {
  const { to, text, style } = scalar;
  const quote = style === 'quoted' ? raw[scalar.from] : undefined;
  const pieces: Piece[] = [];
  let from = contentOf(raw, scalar);
  for (const [at, unit] of text.split('').entries()) {
    if (!isBlank(unit)) from = skipUnsaid(raw, from, to, unit);
    const isEscape = quote === '"' && raw[from] === '\\' && from < to;
    const isCopied = from < to && raw[from] === unit && !isEscape;
    const isDoubled = isCopied && quote === "'" && unit === "'";
    const escaped = isEscape ? Math.min(escapeLength(raw, from), to - from) : 0;
    const length = isDoubled ? 2 : isCopied ? 1 : escaped;
    pieces.push({ kind: isCopied ? 'copied' : 'replaced', at, from, to: from + length });
    from += length;
  }
  return pieces;
};

/** A part of YAML that is read as PSL: its places are those of the file. */
export const scalarSource = (source: Source, scalar: Scalar, at: Span): Source => {
  const { text } = scalar;
  const start = scalar.style === 'quoted' ? scalar.from + 1 : scalar.from;
  const isVerbatim = source.written === undefined && source.text.startsWith(text, start);
  if (isVerbatim && !text.includes('\n')) {
    const column = at.column + (start - scalar.from);
    return { file: source.file, text, origin: { line: at.line, column } };
  }
  const pieces = piecesOf(source.text, scalar);
  return {
    file: source.file,
    text,
    written: { text: source.text, pieces, written: source.written },
  };
};
