import type { Diagnostic } from '../../model/diagnostic.ts';
import { longestLine, mostSourceUnits, placesOf } from '../source.ts';
import type { Places, Source } from '../source.ts';
import type { SyntaxCode } from './codes.ts';

/**
 * A token of IDL, CDL, EDL or PSL: the four share their lexical layer.
 *
 * Shape: `text` is the token as written, but for a text its value; keywords are `name` tokens.
 */
export interface Token {
  readonly kind: 'name' | 'integer' | 'text' | 'symbol' | 'end';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Scanned {
  readonly tokens: readonly Token[];
  readonly places: Places;
  readonly diagnostics: readonly Diagnostic[];
}

/** Longest first, so that `<-` is not read as `<` and `-`. */
const symbols = [
  '==>', '~>', '<-', '==', '!=', '<=', '>=', '&&', '||', '<<', '>>', '**', '{', '}', '(', ')',
  '[', ']', '<', '>', ':', ';', ',', '.', '=', '!', '~', '-', '+', '*', '/', '%', '|', '&', '^',
] as const; // prettier-ignore

const symbolsByFirst = new Map<string, readonly string[]>();
for (const symbol of symbols) {
  const first = symbol.charAt(0);
  symbolsByFirst.set(first, [...(symbolsByFirst.get(first) ?? []), symbol]);
}

/** Kinds of UTF-16 units, by code; others are `other`. */
const unitKinds = new Uint8Array(128);
const [other, blank, letter, digit] = [0, 1, 2, 3] as const;
const mark = (units: string, kind: number): void => {
  for (const unit of units) unitKinds[unit.charCodeAt(0)] = kind;
};
mark(' \t\r\n', blank);
mark('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_', letter);
mark('0123456789', digit);

const byteOrderMark = 0xfeff;

const kindOf = (code: number): number => {
  if (code < 128) return unitKinds[code] ?? other;
  return code === byteOrderMark ? blank : other;
};

/** Where a run of blanks that begins at `at` ends. */
const blanksEnd = (text: string, at: number): number => {
  let end = at;
  while (end < text.length && kindOf(text.charCodeAt(end)) === blank) end += 1;
  return end;
};

/** Where a word that begins at `at` ends. */
const wordEnd = (text: string, at: number): number => {
  let end = at;
  while (end < text.length && kindOf(text.charCodeAt(end)) >= letter) end += 1;
  return end;
};

const digits = /[0-9][0-9A-Za-z_]*/y;
const junk = /[^A-Za-z0-9_ \t\r\n"{}()[\]<>:;,.=!~\-+*/%|&^]+/y;
const integer = /^(?:[0-9]+|0[xX][0-9a-fA-F]+|0[oO][0-7]+)$/;
const textEnd = /["\\\n]/g;
const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '"': '"',
  '\\': '\\',
};

const matchAt = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
};

/** Where the comment that starts at `at` ends; −1 if it does not. */
const commentEnd = (text: string, at: number): number => {
  if (text.startsWith('//', at)) {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
  }
  const end = text.indexOf('*/', at + 2);
  return end < 0 ? -1 : end + 2;
};

interface Scan {
  readonly text: string;
  readonly tokens: Token[];
  readonly complain: (code: SyntaxCode, start: number, end: number, message: string) => void;
}

/** Reads a text in quotes, unknown escapes kept with their backslash (regular expressions use them). */
const scanText = ({ text, tokens, complain }: Scan, start: number): number => {
  let value = '';
  let from = start + 1;
  for (;;) {
    textEnd.lastIndex = from;
    const stop = textEnd.exec(text)?.index ?? text.length;
    value += text.slice(from, stop);
    if (text[stop] === '\\' && stop + 1 < text.length) {
      const escaped = text.charAt(stop + 1);
      value += escapes[escaped] ?? `\\${escaped}`;
      from = stop + 2;
      continue;
    }
    const closed = text[stop] === '"';
    if (!closed) complain('SYN-003', start, stop, 'this text has no closing quote');
    tokens.push({ kind: 'text', text: value, start, end: closed ? stop + 1 : stop });
    return closed ? stop + 1 : Math.max(stop, start + 1);
  }
};

/** Three backquotes enclose a pattern as it is, over several lines; a word may name its language. */
const fence = '```';
const fenceWord = /[A-Za-z]*/y;

const scanFenced = ({ text, tokens, complain }: Scan, start: number): number => {
  const from = start + fence.length + (matchAt(fenceWord, text, start + fence.length)?.length ?? 0);
  const close = text.indexOf(fence, from);
  if (close < 0) {
    complain('SYN-003', start, start + fence.length, 'this text has no closing backquotes');
    return text.length;
  }
  const end = close + fence.length;
  tokens.push({ kind: 'text', text: text.slice(from, close).trim(), start, end });
  return end;
};

/** Most digits of an integer, its prefix among them: more than any type holds. */
const mostDigits = 100;

const scanNumber = ({ text, tokens, complain }: Scan, start: number): number => {
  const written = matchAt(digits, text, start) ?? '';
  const end = start + written.length;
  const isShort = written.length <= mostDigits;
  const isNumber = isShort && integer.test(written);
  const why = isShort ? 'is no integer' : `… is longer than ${String(mostDigits)} digits`;
  if (!isNumber) complain('SYN-004', start, end, `"${written.slice(0, 40)}" ${why}`);
  tokens.push({ kind: 'integer', text: isNumber ? written : '0', start, end });
  return end;
};

const scanSymbol = ({ text, tokens, complain }: Scan, start: number): number => {
  const found = symbolsByFirst.get(text.charAt(start))?.find((one) => text.startsWith(one, start));
  if (found !== undefined) {
    tokens.push({ kind: 'symbol', text: found, start, end: start + found.length });
    return start + found.length;
  }
  const skipped = matchAt(junk, text, start) ?? text.charAt(start);
  const shown = JSON.stringify(skipped.slice(0, 20));
  complain('SYN-001', start, start + skipped.length, `no token begins with ${shown}`);
  return start + skipped.length;
};

const slash = '/'.charCodeAt(0);
const quote = '"'.charCodeAt(0);
const backquote = '`'.charCodeAt(0);

/** Hot: once a token. */
const scanOne = (scan: Scan, at: number): number => {
  const { text, tokens, complain } = scan;
  const code = text.charCodeAt(at);
  const kind = kindOf(code);
  if (kind === blank) return blanksEnd(text, at);
  if (kind === letter) {
    const end = wordEnd(text, at);
    tokens.push({ kind: 'name', text: text.slice(at, end), start: at, end });
    return end;
  }
  if (kind === digit) return scanNumber(scan, at);
  if (code === slash && (text[at + 1] === '/' || text[at + 1] === '*')) {
    const end = commentEnd(text, at);
    if (end < 0) complain('SYN-002', at, at + 2, 'this comment has no end');
    return end < 0 ? text.length : end;
  }
  if (code === quote) return scanText(scan, at);
  return code === backquote && text.startsWith(fence, at)
    ? scanFenced(scan, at)
    : scanSymbol(scan, at);
};

/** How many lexical faults of one file are told. */
const mostFaults = 20;

/** Where a line begins that is longer than the limit. */
const findLongLine = (text: string): number | undefined => {
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (end - start > longestLine) return start;
    start = end + 1;
  }
  return undefined;
};

/** The tokens of a source; whatever the text, and in time linear in its length. */
export const scan = (source: Source): Scanned => {
  const places = placesOf(source);
  const diagnostics: Diagnostic[] = [];
  const tokens: Token[] = [];
  const complain: Scan['complain'] = (code, start, end, message) => {
    if (diagnostics.length >= mostFaults) return;
    diagnostics.push({ code, severity: 'error', at: places.span(start, end), message });
  };
  const { text } = source;
  const longLine = findLongLine(text);
  if (text.length > mostSourceUnits) {
    complain('SYN-007', 0, 0, `the file is longer than ${String(mostSourceUnits)} characters`);
  } else if (longLine !== undefined) {
    complain(
      'SYN-007',
      longLine,
      longLine,
      `a line is longer than ${String(longestLine)} characters`,
    );
  } else {
    const state: Scan = { text, tokens, complain };
    for (let at = 0; at < text.length;) at = scanOne(state, at);
  }
  tokens.push({ kind: 'end', text: '', start: text.length, end: text.length });
  return { tokens, places, diagnostics };
};
