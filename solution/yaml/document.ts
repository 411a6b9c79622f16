import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node as YamlNode, ParsedNode } from 'yaml';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Span } from '../../model/span.ts';
import { placesOf, startOf } from '../source.ts';
import type { Places, Source } from '../source.ts';
import type { Name } from '../syntax/tree/name.ts';
import type { YamlCode } from './codes.ts';
import { scalarSource } from './scalar.ts';
import type { Scalar } from './scalar.ts';

/** A YAML node with its place. Every scalar is a text. */
export type Node =
  | { readonly kind: 'map'; readonly entries: readonly MapEntry[]; readonly at: Span }
  | { readonly kind: 'list'; readonly items: readonly Node[]; readonly at: Span }
  | { readonly kind: 'text'; readonly text: string; readonly source: Source; readonly at: Span }
  | { readonly kind: 'nothing'; readonly at: Span };

export interface MapEntry {
  readonly key: Name;
  readonly value: Node;
}

/** Limits of a YAML file; the files are small, and the library is not made for hostile ones. */
export const yamlLimits = { units: 128 * 1024, depth: 32 } as const;

/** Collects what is wrong with one file. */
export type Complain = (
  code: YamlCode,
  at: Span,
  message: string,
  more?: Partial<Diagnostic>,
) => void;

export interface ReadDocument {
  readonly root: Node | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Brackets, comments, quoted texts, what begins a line, and signs in a row: all that can nest. A quote within a word begins no text. */
const marks =
  /(?<![^\s[{,:])(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*')|(?:^|[ \t])#[^\n]*|[[\]{}]|\n[ \t]*(?:(?:[-?:] +)*)|(?:[-?:] +){2,}/g;

/**
 * Deepest nesting that a text can mean, found without parsing it: open brackets, and indentations
 * that grow from line to line.
 */
const apparentDepth = (text: string): number => {
  const indents: number[] = [];
  let open = 0;
  let deepest = 0;
  for (const [found] of `\n${text}`.matchAll(marks)) {
    if (found === '[' || found === '{') open += 1;
    else if (found === ']' || found === '}') open = Math.max(0, open - 1);
    else if (found.startsWith('\n')) {
      const indent = found.length - 1;
      while ((indents.at(-1) ?? -1) >= indent) indents.pop();
      indents.push(indent);
    }
    const signs = /^[\n?:-]/.test(found) ? (found.match(/[-?:] +/g)?.length ?? 0) : 0;
    deepest = Math.max(deepest, indents.length + Math.max(open, signs));
  }
  return deepest;
};

/** The scalar of a node; its range is that of its text. */
const scalarOf = (node: YamlNode, text: string): Scalar => {
  const [from, to] = node.range ?? [0, 0];
  const type = isScalar(node) ? node.type : undefined;
  const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
  const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
  return { from, to, style: isQuoted ? 'quoted' : isBlock ? 'block' : 'plain', text };
};

interface Reading {
  readonly source: Source;
  readonly places: Places;
  readonly complain: Complain;
}

const spanOf = ({ places, source }: Reading, node: YamlNode | null): Span => {
  const range = node?.range;
  return range === null || range === undefined
    ? startOf(source.file)
    : places.span(range[0], range[1]);
};

const keyOf = (reading: Reading, key: YamlNode | null): Name => {
  const at = spanOf(reading, key);
  if (isScalar(key) && typeof key.value === 'string') return { text: key.value, at };
  reading.complain('YAML-003', at, 'a key must be a plain text');
  return { text: '', at };
};

/** Keys stand once; the library's own check takes quadratic time. */
const reportTwice = ({ complain }: Reading, entries: readonly MapEntry[]): void => {
  const seen = new Set<string>();
  for (const { key } of entries) {
    if (seen.has(key.text)) complain('YAML-001', key.at, `the key "${key.text}" stands twice`);
    seen.add(key.text);
  }
};

const convert = (reading: Reading, node: ParsedNode | null, depth: number): Node => {
  const at = spanOf(reading, node);
  if (node === null) return { kind: 'nothing', at };
  if (depth > yamlLimits.depth) {
    reading.complain('YAML-002', at, `nested deeper than ${String(yamlLimits.depth)} levels`);
    return { kind: 'nothing', at };
  }
  if (isAlias(node)) {
    reading.complain('YAML-003', at, 'aliases are not read here; write the value');
    return { kind: 'nothing', at };
  }
  if (isMap(node)) {
    const entries = node.items.map((pair) => ({
      key: keyOf(reading, pair.key),
      value: convert(reading, pair.value, depth + 1),
    }));
    reportTwice(reading, entries);
    return { kind: 'map', entries, at };
  }
  if (isSeq(node)) {
    return { kind: 'list', items: node.items.map((item) => convert(reading, item, depth + 1)), at };
  }
  const text = typeof node.value === 'string' ? node.value : '';
  if (text === '') return { kind: 'nothing', at };
  return { kind: 'text', text, source: scalarSource(reading.source, scalarOf(node, text), at), at };
};

/** Most of the library's message that is told: it may repeat a long text. */
const mostTold = 200;

/** The first sentence of the library's message; the rest repeats the source. */
const firstLine = (message: string): string => (message.split('\n')[0] ?? '').slice(0, mostTold);

/** Reads a YAML text; whatever it is, the answer is nodes or diagnostics. */
export const readDocument = (source: Source): ReadDocument => {
  const { file, text } = source;
  const diagnostics: Diagnostic[] = [];
  const complain: Complain = (code, at, message, more) => {
    diagnostics.push({ code, severity: 'error', at, message, ...more });
  };
  if (text.length > yamlLimits.units || apparentDepth(text) > yamlLimits.depth) {
    complain('YAML-002', startOf(file), 'the file is too long, or nested too deeply');
    return { root: undefined, diagnostics };
  }
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    // The library copies the whole line for each error.
    prettyErrors: false,
  });
  const reading: Reading = { source, places: placesOf(source), complain };
  for (const { message, pos } of document.errors.slice(0, 20)) {
    const said = firstLine(message);
    const hint = said.includes('Nested mappings')
      ? { hint: 'a text with ": " in it stands in quotes' }
      : {};
    complain('YAML-001', reading.places.span(pos[0], pos[1]), said, hint);
  }
  const root = document.errors.length > 0 ? undefined : convert(reading, document.contents, 0);
  return { root, diagnostics };
};
