import { at } from '../../model/defect.ts';

/** A part of the text of a formula. */
export interface FormulaToken {
  readonly kind: 'word' | 'integer' | 'symbol' | 'junk' | 'end';
  readonly text: string;
  /** Units: UTF-16 units from the start of the formula; the end is exclusive. */
  readonly from: number;
  readonly to: number;
}

/** What an atom may be called. */
export const atomName = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Words of formulas, which no atom may be called. */
export const formulaWords: ReadonlySet<string> = new Set([
  'true',
  'false',
  'previously',
  'once',
  'historically',
  'since',
]);

/** Tokens after blanks; what is none of the others is junk, one character. */
const pattern =
  /[ \t\r\n]*(?:(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<integer>[0-9]+)|(?<symbol>==>|&&|\|\||[!()[\],])|(?<junk>[^ \t\r\n]))/uy;

const kinds = ['word', 'integer', 'symbol', 'junk'] as const;

/** The tokens of a formula, the end last; in time linear in its length. */
export const tokensOf = (text: string): readonly FormulaToken[] => {
  const tokens: FormulaToken[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { groups = {} } = match;
    const kind = kinds.find((one) => groups[one] !== undefined) ?? 'junk';
    const written = groups[kind] ?? '';
    const to = match.index + match[0].length;
    tokens.push({ kind, text: written, from: to - written.length, to });
  }
  tokens.push({ kind: 'end', text: '', from: text.length, to: text.length });
  return tokens;
};

/** What is wrong with a formula, and with which characters of its text. */
export interface FormulaFault {
  readonly kind: 'fault';
  readonly from: number;
  readonly to: number;
  readonly message: string;
  /** The word that is no atom, if that is the fault. */
  readonly unknown?: string;
}

/** At the end there is no character: the fault is where the next would be. */
export const faultAt = ({ from, to }: FormulaToken, message: string): FormulaFault => ({
  kind: 'fault',
  from,
  to: Math.max(to, from + 1),
  message,
});

/** What is there instead of what is asked for. */
export const shown = ({ kind, text }: FormulaToken): string =>
  kind === 'end' ? 'the formula ends' : `"${text.slice(0, 40)}" stands`;

/** A place in the tokens of a formula, whose end is read again and again. */
export class FormulaCursor {
  readonly #tokens: readonly FormulaToken[];
  #next = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  get token(): FormulaToken {
    return at(this.#tokens, Math.min(this.#next, this.#tokens.length - 1));
  }

  take(): FormulaToken {
    const { token } = this;
    this.#next += 1;
    return token;
  }

  isSymbol(symbol: string): boolean {
    return this.token.kind === 'symbol' && this.token.text === symbol;
  }

  /** Takes a symbol; a fault if another token is next. */
  expect(symbol: string): FormulaToken | FormulaFault {
    const isThere = this.isSymbol(symbol);
    const token = this.take();
    return isThere ? token : faultAt(token, `"${symbol}" is asked for where ${shown(token)}`);
  }
}
