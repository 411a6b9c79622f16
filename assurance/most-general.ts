import type { Program } from '../model/running.ts';
import type { Intent } from '../model/step.ts';
import type { Alphabet } from './alphabet.ts';

/** What a most general process must remember: the method that it serves, or none. */
export type Serving = string | undefined;

const receive: Intent = { kind: 'recv' };

/** A process may crash. */
const crash: Intent = { kind: 'trap', code: 0 };

/**
 * A process that may do anything of its alphabet at any time (OBJ-1).
 * What the kernel refuses whatever the state (a reply without a request, a second `recv`) is left
 * out: a refusal changes nothing.
 */
export const mostGeneral = ({ calls, answers }: Alphabet): Program<Serving> => ({
  initial: undefined,
  choose: (serving) => {
    const answering = serving === undefined ? undefined : answers.get(serving);
    if (answering !== undefined) return [...calls, ...answering, crash];
    return answers.size === 0 ? [...calls, crash] : [...calls, receive, crash];
  },
  observe: (serving, outcome) => {
    if (outcome.kind === 'denied' && outcome.ends === 'reply') return undefined;
    if (outcome.kind !== 'done') return serving;
    const { result } = outcome;
    if (result.kind === 'received') return `${result.endpoint}.${result.method}`;
    return result.kind === 'replied' ? undefined : serving;
  },
  encode: (serving, writer) => {
    writer.text(serving ?? '');
  },
});
