import type { Piece, Source } from '../source.ts';

/** A template on its way to a text: parts are copied, replaced or left out, in their order. */
export class Expansion {
  readonly #template: string;
  readonly #parts: string[] = [];
  readonly #pieces: Piece[] = [];
  #length = 0;

  constructor(template: string) {
    this.#template = template;
  }

  copy(from: number, to: number): void {
    if (from < to) this.#add('copied', this.#template.slice(from, to), from, to);
  }

  replace(from: number, to: number, text: string): void {
    if (text !== '') this.#add('replaced', text, from, to);
  }

  #add(kind: Piece['kind'], text: string, from: number, to: number): void {
    this.#pieces.push({ kind, at: this.#length, from, to });
    this.#parts.push(text);
    this.#length += text.length;
  }

  result(file: string): Source {
    const written = { text: this.#template, pieces: this.#pieces };
    return { file, text: this.#parts.join(''), written };
  }
}
