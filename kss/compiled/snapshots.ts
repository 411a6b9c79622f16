import { Defect } from '../../model/defect.ts';
import type { PolicyObject } from '../../solution/syntax/tree/psl.ts';
import { running } from '../security-model.ts';
import type { RunningObject, SecurityModel } from '../security-model.ts';

/** The snapshots of one store: which state each of them is. */
export interface Snapshots<State> {
  /** The snapshot that the store holds; made of its state if it has changed since the last. */
  readonly take: () => RunningObject;
  /** The state of a snapshot, which is the store's from now on. */
  readonly read: (snapshot: RunningObject) => State;
  /** The snapshot that stands for the store as it is; absent if it has changed since the last. */
  readonly current: () => RunningObject | undefined;
  /** To be called at every change; with the snapshot that stood before, where a change is undone. */
  readonly changed: (back?: RunningObject) => void;
}

export const makeSnapshots = <State>(
  model: SecurityModel<State>,
  object: PolicyObject,
  stateNow: () => State,
): Snapshots<State> => {
  const states = new WeakMap<RunningObject, { readonly state: State }>();
  let current: RunningObject | undefined;
  const take = (): RunningObject => {
    if (current !== undefined) return current;
    const state = stateNow();
    current = running(model, object, state);
    states.set(current, { state });
    return current;
  };
  return {
    take,
    read: (snapshot) => {
      const known = states.get(snapshot);
      if (known === undefined) throw new Defect('a context of another engine was given');
      current = snapshot;
      return known.state;
    },
    current: () => current,
    changed: (back) => {
      current = back;
    },
  };
};
