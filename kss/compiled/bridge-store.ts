import type { Sid } from '../../model/ids.ts';
import type { Value } from '../../model/value.ts';
import type { RunningObject, Ruled, Yielded } from '../security-model.ts';
import type { Frame } from './frame.ts';
import { outcomes } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { Store } from './store.ts';
import type { UndoLog } from './undo-log.ts';

/** A rule's answer, its reason left in the frame. */
export const outcomeOf = (frame: Frame, result: Ruled<unknown>): Outcome => {
  if (result.kind === 'granted') return outcomes.granted;
  frame.why = result.why;
  return outcomes[result.kind];
};

/** An expression's value, or its reason left in the frame. */
export const valueOf = (frame: Frame, answer: Yielded): Value | undefined => {
  if (answer.kind === 'value') return answer.value;
  frame.why = answer.why;
  return undefined;
};

/** The store of an object whose model has no store of its own: the model's immutable states. */
export interface BridgeStore extends Store {
  readonly kind: 'bridge' | 'base' | 'bool' | 'regex';
}

export const makeBridgeStore = (
  frame: Frame,
  log: UndoLog,
  initial: RunningObject,
  kind: BridgeStore['kind'],
): BridgeStore => {
  let running = initial;
  const move = (next: RunningObject): void => {
    const before = running;
    if (next === before) return;
    running = next;
    log.note(() => {
      running = before;
    });
  };
  return {
    kind,
    rule: (method, argument) => {
      const { result, next } = running.rule(method, argument);
      move(next);
      return outcomeOf(frame, result);
    },
    expression: (method, argument) => {
      return valueOf(frame, running.expression(method, argument));
    },
    fitsCase: (method, value, when) => running.fitsCase(method, value, when),
    omits: (call, condition) => running.omits(call, condition),
    release: (sid: Sid) => {
      move(running.release(sid));
    },
    snapshot: () => running,
    restore: (snapshot) => {
      running = snapshot;
    },
  };
};
