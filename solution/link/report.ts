import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Span } from '../../model/span.ts';
import type { FileCode } from '../files/codes.ts';
import type { LinkCode } from './codes.ts';
import type { YamlCode } from '../yaml/codes.ts';

type AnyCode = LinkCode | FileCode | YamlCode;

type More = Pick<Diagnostic, 'hint' | 'related'>;

/** Collects diagnostics of one load. */
export interface Report {
  readonly error: (code: AnyCode, at: Span, message: string, more?: More) => void;
  readonly warning: (code: AnyCode, at: Span, message: string, more?: More) => void;
  readonly keep: (diagnostics: readonly Diagnostic[]) => void;
  readonly diagnostics: () => readonly Diagnostic[];
}

const keyOf = ({ code, at }: Diagnostic): string =>
  `${code} ${at.file} ${String(at.line)} ${String(at.column)}`;

/** The same thing at the same place is told once. */
export const makeReport = (): Report => {
  const found = new Map<string, Diagnostic>();
  const add = (diagnostic: Diagnostic): void => {
    const key = `${keyOf(diagnostic)} ${diagnostic.message}`;
    if (!found.has(key)) found.set(key, diagnostic);
  };
  return {
    error: (code, at, message, more = {}) => {
      add({ code, severity: 'error', at, message, ...more });
    },
    warning: (code, at, message, more = {}) => {
      add({ code, severity: 'warning', at, message, ...more });
    },
    keep: (diagnostics) => {
      for (const diagnostic of diagnostics) add(diagnostic);
    },
    diagnostics: () => [...found.values()],
  };
};
