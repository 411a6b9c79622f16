import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { yielded } from '../security-model.ts';
import type { SecurityModel } from '../security-model.ts';
import { outcomeOf, valueOf } from './bridge-store.ts';
import type { Frame } from './frame.ts';
import { makeSnapshots } from './snapshots.ts';
import type { Store } from './store.ts';
import type { UndoLog } from './undo-log.ts';

/** The store of an object that keeps the model's own states, where compiled code may look at them. */
export interface StateStore<State> extends Store {
  readonly state: () => State;
}

export const makeStateStore = <State>(
  frame: Frame,
  log: UndoLog,
  model: SecurityModel<State>,
  object: PolicyObject,
): StateStore<State> => {
  let state = model.initial(object);
  const snapshots = makeSnapshots(model, object, () => state);
  const move = (next: State): void => {
    if (next === state) return;
    const before = state;
    const snapshot = snapshots.current();
    state = next;
    snapshots.changed();
    log.note(() => {
      state = before;
      snapshots.changed(snapshot);
    });
  };
  return {
    state: () => state,
    rule: (method, argument) => {
      const result = model.rule(object, state, method, argument);
      if (result.kind === 'granted' && result.next !== undefined) move(result.next);
      return outcomeOf(frame, result);
    },
    expression: (method, argument) =>
      valueOf(frame, model.expression(object, state, method, argument)),
    fitsCase: (method, value, when) =>
      model.fitsCase?.(object, method, value, when) ?? yielded(value === when),
    omits: (call, condition) => model.omits?.(object, state, call, condition) ?? false,
    release: (sid) => {
      move(model.release(state, sid));
    },
    snapshot: snapshots.take,
    restore: (snapshot) => {
      if (snapshot !== snapshots.current()) state = snapshots.read(snapshot);
    },
  };
};
