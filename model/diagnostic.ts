import { byText } from './by-text.ts';
import type { Span } from './span.ts';

/** Something to tell the author of an input, with its place. Codes are permanent. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly at: Span;
  readonly message: string;
  readonly hint?: string;
  /** Other places that the message is about: where a name was declared first. */
  readonly related?: readonly RelatedPlace[];
}

export interface RelatedPlace {
  readonly at: Span;
  readonly message: string;
}

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === 'error');

const order = (left: Diagnostic, right: Diagnostic): number =>
  byText(left.at.file, right.at.file) ||
  left.at.line - right.at.line ||
  left.at.column - right.at.column ||
  byText(left.code, right.code);

/** In the order in which they are told: by file, then by place. */
export const sortDiagnostics = <Item extends Diagnostic>(
  diagnostics: readonly Item[],
): readonly Item[] => [...diagnostics].sort(order);
