import type { Diagnostic } from '../../model/diagnostic.ts';
import { placesOf } from '../source.ts';
import type { Source } from '../source.ts';
import { Branches } from './branches.ts';
import type { TemplateCode } from './codes.ts';
import { evaluateCondition } from './condition.ts';
import type { Definitions } from './condition.ts';
import { Expansion } from './expansion.ts';
import { replacementsIn } from './placeholders.ts';

/** An expanded text whose places are those of the template, and what is wrong with the template. */
export interface Expanded {
  readonly source: Source;
  readonly diagnostics: readonly Diagnostic[];
}

/** How deep `if` may nest. */
const deepest = 100;

/** How many faults of one template are told. */
const mostFaults = 20;

const opening = /\{%|\{#|\{\{/g;
const variable = /\{\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*\}\}/y;

class Expander {
  readonly #text: string;
  readonly #file: string;
  readonly #definitions: Definitions;
  readonly #named: 'template' | 'plain';
  readonly #out: Expansion;
  readonly #branches = new Branches();
  readonly #diagnostics: Diagnostic[] = [];
  readonly #places;

  constructor(file: string, text: string, definitions: Definitions) {
    this.#file = file;
    this.#text = text;
    this.#definitions = definitions;
    this.#named = file.endsWith('.in') ? 'template' : 'plain';
    this.#out = new Expansion(text);
    this.#places = placesOf({ file, text });
  }

  expand(): Expanded {
    let from = 0;
    opening.lastIndex = 0;
    for (let at = this.#nextTag(0); at >= 0; at = this.#nextTag(from)) {
      this.#plain(from, at);
      from = this.#tag(at);
    }
    this.#plain(from, this.#text.length);
    for (const { start } of this.#branches.all) {
      this.#fault('TPL-001', start, start + 2, 'this "if" has no "endif"');
    }
    return { source: this.#out.result(this.#file), diagnostics: this.#diagnostics };
  }

  #nextTag(from: number): number {
    opening.lastIndex = from;
    return opening.exec(this.#text)?.index ?? -1;
  }

  #fault(code: TemplateCode, start: number, end: number, message: string): void {
    if (this.#diagnostics.length >= mostFaults) return;
    const at = this.#places.span(start, end);
    this.#diagnostics.push({ code, severity: 'error', at, message });
  }

  /** Text between tags: its lines, with what stands for placeholders. */
  #plain(from: number, to: number): void {
    if (!this.#branches.count) return;
    const text = this.#text.slice(from, to);
    if (!text.includes('@') && !text.includes('$<')) {
      this.#out.copy(from, to);
      return;
    }
    let start = from;
    for (const line of text.split('\n')) {
      const end = Math.min(start + line.length + 1, to);
      let done = start;
      for (const one of replacementsIn(line, this.#definitions, this.#named)) {
        this.#out.copy(done, start + one.from);
        this.#out.replace(start + one.from, start + one.to, one.text);
        done = start + one.to;
      }
      this.#out.copy(done, end);
      start = end;
    }
  }

  /** Handles what begins with a brace; gives the offset behind it. */
  #tag(at: number): number {
    if (this.#text.startsWith('{{', at)) return this.#variable(at);
    const isComment = this.#text.startsWith('{#', at);
    const close = this.#text.indexOf(isComment ? '#}' : '%}', at + 2);
    if (close < 0) {
      this.#fault(
        'TPL-001',
        at,
        at + 2,
        isComment ? 'this comment has no "#}"' : 'this tag has no "%}"',
      );
      return this.#text.length;
    }
    if (!isComment) this.#statement(at, close + 2, this.#text.slice(at + 2, close));
    return close + 2;
  }

  /** `{{ NAME }}`: its definition, else the bare name; anything else is no tag. */
  #variable(at: number): number {
    variable.lastIndex = at;
    const [written = '{', name] = variable.exec(this.#text) ?? [];
    const end = at + written.length;
    if (this.#branches.count && name !== undefined) {
      this.#out.replace(at, end, this.#definitions.get(name) ?? name);
    } else if (this.#branches.count) this.#out.copy(at, end);
    return end;
  }

  #statement(start: number, end: number, inside: string): void {
    const [, word = '', rest = ''] =
      /^[-+]?\s*([A-Za-z]*)([\s\S]*?)[-+]?$/.exec(inside.trimEnd()) ?? [];
    if (word === 'if') this.#open(start, end, rest);
    else if (word === 'elif' || word === 'else') this.#other(start, end, word, rest);
    else if (word === 'endif') {
      if (this.#branches.pop() === undefined) {
        this.#fault('TPL-003', start, end, 'this "endif" has no "if"');
      }
    } else
      this.#fault(
        'TPL-002',
        start,
        end,
        `the tag "${word.slice(0, 40)}" is not understood: if, elif, else and endif are`,
      );
  }

  #holds(start: number, end: number, condition: string): boolean {
    const result = evaluateCondition(condition, this.#definitions);
    if (result.kind === 'faulty') {
      this.#fault('TPL-002', start, end, `the condition is not understood: ${result.why}`);
    }
    return result.kind === 'holds';
  }

  #open(start: number, end: number, condition: string): void {
    if (this.#branches.all.length >= deepest) {
      this.#fault('TPL-002', start, end, `"if" nests deeper than ${String(deepest)} levels`);
    }
    const counts = this.#holds(start, end, condition);
    this.#branches.push({ start, counts, taken: counts, isLast: false });
  }

  #other(start: number, end: number, word: 'elif' | 'else', condition: string): void {
    const open = this.#branches.pop();
    if (open === undefined || open.isLast) {
      const why = open === undefined ? 'has no "if"' : 'stands behind the "else"';
      this.#fault('TPL-003', start, end, `this "${word}" ${why}`);
    }
    if (open === undefined) return;
    const isElse = word === 'else';
    const holds = isElse || this.#holds(start, end, condition);
    this.#branches.push({
      start: open.start,
      counts: holds && !open.taken,
      taken: open.taken || holds,
      isLast: isElse || open.isLast,
    });
  }
}

/** A text without anything to expand is its own source. */
const isPlain = (text: string): boolean =>
  !text.includes('@') && !text.includes('{%') && !text.includes('$<');

/**
 * Expands a file's templates: CMake's placeholders and generator lines, Jinja's conditions (C-41,
 * C-42). Places in the result are those of the author's file.
 *
 * Source: spec/formats/templates.md.
 */
export const expandTemplate = (file: string, text: string, definitions: Definitions): Expanded =>
  isPlain(text)
    ? { source: { file, text }, diagnostics: [] }
    : new Expander(file, text, definitions).expand();
