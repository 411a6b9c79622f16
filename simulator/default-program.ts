import type { Program } from '../model/running.ts';
import { emptyMessage } from '../model/value.ts';

/** `serving` once a request was taken. */
type Local = 'waiting' | 'serving';

/**
 * What a process without a program does in `run`: it calls nobody, and answers every request with
 * defaults.
 */
export const defaultProgram: Program<Local> = {
  initial: 'waiting',
  choose: (local) =>
    local === 'waiting'
      ? [{ kind: 'recv' }]
      : [{ kind: 'reply', as: 'response', message: emptyMessage }],
  observe: (local, outcome) => {
    if (outcome.kind === 'done' && outcome.result.kind === 'received') return 'serving';
    return outcome.kind === 'refused' ? local : 'waiting';
  },
  encode: (local, writer) => {
    writer.text(local);
  },
};
