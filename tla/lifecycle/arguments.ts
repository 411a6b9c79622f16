import type { Exit } from '../../kernel/micro/processes.ts';
import { quoted } from '../expression.ts';
import { setArgument } from '../set-argument.ts';
import type { Argument } from '../twin.ts';

/** How a process has ended, and with which number; absent while it has not. */
export type End = readonly [kind: Exit['kind'], number: number];

/** `exited_1`; `not` of one that has not ended. */
export const endArgument = (end: End | undefined): Argument => {
  if (end === undefined) return { word: 'not', expression: 'None' };
  const [kind, number] = end;
  return {
    word: `${kind}_${String(number)}`,
    expression: `<<${quoted(kind)}, ${String(number)}>>`,
  };
};

/** The clients that learn that they will not be answered. */
export const toldArgument = (clients: readonly string[]): Argument =>
  setArgument(clients, 'nobody');
