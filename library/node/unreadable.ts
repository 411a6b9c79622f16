import type { Diagnostic } from '../../model/diagnostic.ts';

/** Input that cannot be read: what to tell, before there is a solution. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly diagnostics: readonly Diagnostic[];
}

export const unreadable = (file: string, message: string, hint?: string): Unreadable => ({
  kind: 'unreadable',
  diagnostics: [
    {
      code: 'SOL-004',
      severity: 'error',
      at: { file, line: 1, column: 1, endLine: 1, endColumn: 1 },
      message,
      ...(hint === undefined ? {} : { hint }),
    },
  ],
});
