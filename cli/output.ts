import type { Diagnostic } from '../model/diagnostic.ts';
import { makeLines, renderDiagnostic } from '../solution/render-diagnostic.ts';

/** What every command knows of how to speak. */
export interface Output {
  readonly json: boolean;
  /** A line of the result. */
  readonly say: (line: string) => void;
  /** One JSON document. */
  readonly sayJson: (document: unknown) => void;
  /** What goes beside the result: to standard error, and not if quiet. */
  readonly note: (line: string) => void;
  /** Progress: to standard error, only if that is a terminal. */
  readonly progress: (line: string) => void;
  readonly tell: (diagnostics: readonly Diagnostic[], files: ReadonlyMap<string, string>) => void;
  readonly color: 'never' | 'always';
}

export interface OutputOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  /** False with `--no-color`. */
  readonly color?: boolean;
}

export const makeOutput = ({
  json = false,
  quiet = false,
  color = true,
}: OutputOptions): Output => {
  const isColored = color && process.env['NO_COLOR'] === undefined && process.stderr.isTTY;
  const painted = isColored ? 'always' : 'never';
  return {
    json,
    color: painted,
    say: (line) => {
      if (!json) process.stdout.write(`${line}\n`);
    },
    sayJson: (document) => {
      if (json) process.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
    },
    note: (line) => {
      if (!quiet) process.stderr.write(`${line}\n`);
    },
    progress: (line) => {
      if (!quiet && process.stderr.isTTY) process.stderr.write(`${line}\n`);
    },
    tell: (diagnostics, files) => {
      if (json) return;
      const lineOf = makeLines(files);
      for (const diagnostic of diagnostics) {
        if (quiet && diagnostic.severity !== 'error') continue;
        const text = renderDiagnostic(diagnostic, lineOf, { color: painted });
        process.stderr.write(`${text}\n`);
      }
    },
  };
};

/** A diagnostic in the form of `--json`. */
export const diagnosticJson = (diagnostic: Diagnostic): object => {
  const { code, severity, at, message, hint, related } = diagnostic;
  return {
    code,
    severity,
    ...at,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(related === undefined
      ? {}
      : { related: related.map((one) => ({ ...one.at, message: one.message })) }),
  };
};
