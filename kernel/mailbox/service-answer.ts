import type { HandleId, ProcessId } from '../../model/ids.ts';
import type { Judged, Outcome, Refusal } from '../../model/step.ts';
import { record } from '../../model/value.ts';
import type { RecordValue } from '../../model/value.ts';
import { mediate } from '../mediate.ts';
import { retcodeNumber, retcodeOf } from '../retcode.ts';
import { asking } from './asking.ts';
import { closed } from './capabilities.ts';
import { gateOf } from './core.ts';
import type { Core } from './core.ts';
import { powerOver } from './licence.ts';
import { lose } from './lose.ts';
import type { Machine } from './machine.ts';
import { refusal } from './outcome.ts';
import type { Outputs } from './services/service.ts';

/** The answer of a service before it is judged: to whom, of what, and with which handles made for it. */
export interface Answer {
  readonly to: ProcessId;
  readonly endpoint: string;
  readonly method: string;
  readonly message: RecordValue;
  readonly made: readonly HandleId[];
  /** Why it was refused; absent if it was done. */
  readonly because: Refusal | undefined;
}

export type Question = Pick<Answer, 'to' | 'endpoint' | 'method'>;

export const doneAnswer = (
  question: Question,
  outputs: Outputs,
  made: readonly HandleId[],
): Answer => ({
  ...question,
  message: record([...outputs, ['rc', retcodeNumber.rcOk]]),
  made,
  because: undefined,
});

/** Refused after the request was granted: the answer says why. */
export const refusedAnswer = (question: Question, because: Refusal): Answer => ({
  ...question,
  message: record([['rc', retcodeNumber[retcodeOf[because]]]]),
  made: [],
  because,
});

/** What the answer of a service came to, once it was judged. */
export interface Answered<Context> {
  readonly machine: Machine;
  readonly context: Context;
  readonly outcome: Outcome;
  readonly judged: Judged;
}

const outcomeOf = ({ because, message }: Answer): Outcome =>
  because === undefined
    ? { kind: 'done', result: { kind: 'answered', as: 'response', message } }
    : refusal(because);

/** Has the answer of a service judged; denied, its outputs are withheld, and other effects stay (C-62). */
export const judgeAnswer = <Context extends object>(
  core: Core<Context>,
  machine: Machine,
  context: Context,
  answer: Answer,
): Answered<Context> => {
  const { to, endpoint, method, message, made } = answer;
  const asked = { kind: 'response', by: 'kernel', to, endpoint, method, message } as const;
  const ask = { ...asking(core.layout, machine, asked), read: (given: RecordValue) => given };
  return mediate(gateOf(core), context, ask, {
    granted: (_permit, next, judged): Answered<Context> => ({
      machine,
      context: next,
      outcome: outcomeOf(answer),
      judged,
    }),
    denied: (verdict, judged): Answered<Context> => ({
      machine: lose(core.layout, machine, closed(machine.capabilities, powerOver(to), made)),
      context,
      outcome: { kind: 'denied', ends: 'call', phase: 'response', verdict },
      judged,
    }),
  });
};
