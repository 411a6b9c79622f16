import type { SecurityEvent } from '../../model/security.ts';
import { answerOf } from '../answer.ts';
import type { Judgement } from '../interpreter.ts';
import { describeEvent } from '../pal.ts';

/**
 * Something that changes a verdict, or why nothing like it is told.
 *
 * Shape: `message`, `context` and `both` were judged by the engine, and `verdict` is what it said;
 *        `rule` is in the way whatever else changes; `asks` is what one rule asks for, which alone need
 *        not suffice; `unknown` says what was not decided.
 */
export type Change =
  | {
      readonly kind: 'message';
      readonly text: string;
      readonly change: string;
      readonly event: string;
      readonly verdict: 'granted' | 'denied';
      readonly because?: string;
    }
  | {
      /** `both`: the message changes as well. */
      readonly kind: 'context' | 'both';
      readonly text: string;
      readonly change?: string;
      /** Granted events that come before. */
      readonly after: readonly string[];
      readonly event: string;
      readonly verdict: 'granted' | 'denied';
      readonly because?: string;
    }
  | { readonly kind: 'rule' | 'asks' | 'event' | 'unknown'; readonly text: string };

const becauseOf = ({ verdict }: Judgement) => {
  const { because } = answerOf(verdict);
  return because === undefined ? {} : { because };
};

/** A change of the message, as the engine judged it. */
export const messageChange = (
  change: string,
  event: SecurityEvent,
  judgement: Judgement,
): Change => {
  const verdict = judgement.verdict.kind;
  return {
    kind: 'message',
    text: `${change}: ${verdict}`,
    change,
    event: describeEvent(event),
    verdict,
    ...becauseOf(judgement),
  };
};

/** Events before it, and perhaps another message, as the engine judged it after them. */
export const contextChange = (
  prelude: readonly SecurityEvent[],
  event: SecurityEvent,
  judgement: Judgement,
  change?: string,
): Change => {
  const after = prelude.map(describeEvent);
  const verdict = judgement.verdict.kind;
  const beside = change === undefined ? '' : `, with ${change}`;
  return {
    kind: change === undefined ? 'context' : 'both',
    text: `after ${after.join(', then ')}${beside}: ${verdict}`,
    ...(change === undefined ? {} : { change }),
    after,
    event: describeEvent(event),
    verdict,
    ...becauseOf(judgement),
  };
};
