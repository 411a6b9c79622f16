import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Span } from '../../model/span.ts';
import type { FileCode } from '../files/codes.ts';
import { hintNearest } from '../nearest.ts';
import type { Near } from '../nearest.ts';
import type { YamlCode } from '../yaml/codes.ts';
import type { LinkCode } from './codes.ts';

type AnyCode = LinkCode | FileCode | YamlCode;

/** The hint is the nearest name, if there is one, else the one given. */
type More = Pick<Diagnostic, 'hint' | 'related'> & Partial<Near>;

/** Collects diagnostics of one load. */
export interface Report {
  readonly error: (code: AnyCode, at: Span, message: string, more?: More) => void;
  readonly warning: (code: AnyCode, at: Span, message: string, more?: More) => void;
  readonly keep: (diagnostics: readonly Diagnostic[]) => void;
  readonly diagnostics: () => readonly Diagnostic[];
}

/** After so many diagnostics the nearest name is looked for no more: nobody reads so far. */
const mostHinted = 100;

const keyOf = ({ code, at, message }: Diagnostic): string =>
  `${code} ${at.file} ${String(at.line)} ${String(at.column)} ${message}`;

/** The same thing at the same place is told once. */
export const makeReport = (): Report => {
  const found = new Map<string, Diagnostic>();
  const add = (diagnostic: Diagnostic): void => {
    const key = keyOf(diagnostic);
    if (!found.has(key)) found.set(key, diagnostic);
  };
  const tell =
    (severity: Diagnostic['severity']): Report['error'] =>
    (code, at, message, { near, ...more } = {}) => {
      const hint =
        near === undefined || found.size >= mostHinted ? {} : hintNearest(near.name, near.names);
      add({ code, severity, at, message, ...more, ...hint });
    };
  return {
    error: tell('error'),
    warning: tell('warning'),
    keep: (diagnostics) => {
      for (const diagnostic of diagnostics) add(diagnostic);
    },
    diagnostics: () => [...found.values()],
  };
};
