import type { Completion, Outcome } from '../../model/step.ts';
import type { RecordValue } from '../../model/value.ts';
import { namesOf, quoted } from '../expression.ts';
import type { Argument } from '../twin.ts';
import { eventsArgument, eventsOf } from './events.ts';
import type { Lasting } from './solution.ts';
import type { NoticeSystem } from './system.ts';

/** What a thread that asks for an event is told. */
export type Answer =
  | { readonly kind: 'event'; readonly id: number; readonly events: readonly string[] }
  | { readonly kind: string };

/** A thread whose wait ends, and what it is told. */
export interface Told {
  readonly thread: string;
  readonly answer: Answer;
}

/** The event in the answer of GetEvent. */
export const eventIn = ({ fields }: RecordValue): { id: number; events: readonly string[] } => ({
  id: Number(fields.get('eventId')),
  events: eventsOf(Number(fields.get('eventMask'))),
});

const toldBy = (outcome: Outcome): Answer => {
  if (outcome.kind === 'refused') return { kind: outcome.because };
  return outcome.kind === 'done' && outcome.result.kind === 'answered'
    ? { kind: 'event', ...eventIn(outcome.result.message) }
    : { kind: outcome.kind };
};

/** The waits that a step has ended, in its order. */
export const toldIn = (
  { threadName }: NoticeSystem,
  completions: readonly Completion[],
): readonly Told[] =>
  completions.map(({ of, outcome }) => ({ thread: threadName(of), answer: toldBy(outcome) }));

const isEvent = (answer: Answer): answer is Extract<Answer, { readonly kind: 'event' }> =>
  'events' in answer;

const wordOf = ({ thread, answer }: Told): string =>
  isEvent(answer)
    ? `${thread}_${String(answer.id)}_${answer.events.join('_')}`
    : `${thread}_${answer.kind}`;

const expressionOf = ({ thread, answer }: Told): string => {
  const words = isEvent(answer)
    ? [quoted('event'), String(answer.id), namesOf(answer.events)]
    : [quoted(answer.kind)];
  return `<<${quoted(thread)}, <<${words.join(', ')}>>>>`;
};

/** `b1_2_news_b2_denied`; `nobody` where no wait ends. */
export const toldArgument = (told: readonly Told[]): Argument => ({
  word: told.length === 0 ? 'nobody' : told.map(wordOf).join('_'),
  expression: `<<${told.map(expressionOf).join(', ')}>>`,
});

/** The arguments of an event that is taken: its number, and which. */
export const eventArguments = (id: number, events: readonly string[]): readonly Argument[] => [
  id,
  eventsArgument(events),
];

/** For how long a wait lasts, as names of the module. */
export const lastingExpression = (lasting: Lasting): string =>
  lasting === 'forever' ? 'Forever' : 'Ticks';

export const lastingArgument = (lasting: Lasting): Argument => ({
  word: lasting,
  expression: lastingExpression(lasting),
});
