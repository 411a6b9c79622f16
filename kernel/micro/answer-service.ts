import type { ProcessId } from '../../model/ids.ts';
import type { Judged, Outcome } from '../../model/step.ts';
import { mediate } from '../mediate.ts';
import { gateOf } from './core.ts';
import type { Core } from './core.ts';
import { closed } from './handles/derivation.ts';
import { letGo, refusal } from './let-go.ts';
import { controlOver } from './licence.ts';
import type { Objects } from './objects.ts';
import { present } from './present.ts';
import type { Answer } from './services/answer.ts';

/** The answer of a service, and to whom it goes. */
export interface Answering {
  readonly to: ProcessId;
  readonly endpoint: string;
  readonly method: string;
  readonly answer: Answer;
}

/** What the answer of a service came to, once it was judged. */
export interface Answered<Context> {
  readonly objects: Objects;
  readonly context: Context;
  readonly outcome: Outcome;
  readonly judged: Judged;
}

const outcomeOf = ({ because, message }: Answer): Outcome =>
  because === undefined
    ? { kind: 'done', result: { kind: 'answered', as: 'response', message } }
    : refusal(because);

/** The objects once an answer is withheld: handles that were made for it are closed. */
const withheld = <Context extends object>(
  { plan }: Core<Context>,
  objects: Objects,
  to: ProcessId,
  { made, withheld: putRight = (same) => same }: Answer,
): Objects =>
  putRight(
    made.length === 0
      ? objects
      : letGo(plan, objects, closed(objects.handles, controlOver(to), made)),
  );

/**
 * Has the answer of a service judged. A denied response withholds the outputs and closes the handles
 * that were made for them; other effects stay (C-62).
 */
export const answerService = <Context extends object>(
  core: Core<Context>,
  objects: Objects,
  context: Context,
  { to, endpoint, method, answer }: Answering,
): Answered<Context> =>
  mediate(
    gateOf(core, objects),
    context,
    {
      kind: 'response',
      by: 'kernel',
      to,
      endpoint,
      method,
      message: answer.message,
      show: (given) => present(objects.handles, to, given),
      read: (given) => given,
    },
    {
      granted: (_permit, next, judged) => ({
        objects,
        context: next,
        outcome: outcomeOf(answer),
        judged,
      }),
      denied: (verdict, judged) => ({
        objects: withheld(core, objects, to, answer),
        context,
        outcome: { kind: 'denied', ends: 'call', phase: 'response', verdict },
        judged,
      }),
    },
  );
