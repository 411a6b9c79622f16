import type { Diagnostic } from '../model/diagnostic.ts';

/** Exit statuses of every command. */
export const exits = { fine: 0, fault: 1, usage: 2, defect: 3, toolMissing: 4 } as const;

export type Exit = (typeof exits)[keyof typeof exits];

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
