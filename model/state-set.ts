import type { Component } from './component.ts';
import { makeVectorSet } from './vector-set.ts';

/**
 * An exact set of states, numbered from 0 in the order of arrival: each distinct vector of the numbers of
 * components is one state.
 *
 * Hot path of the explorer: only what a step has changed is encoded.
 */
export interface StateSet<State> {
  readonly size: () => number;
  /** The number of the state; it is new if the number equals the size before the call. */
  readonly add: (state: State) => number;
  /** Those that are added next are told apart from this one, which was added as `number`: what they share keeps its number. */
  readonly from: (number: number, state: State) => void;
}

export const makeStateSet = <State>(components: readonly Component<State>[]): StateSet<State> => {
  const width = components.length;
  const numberings = components.map((component) => component.intern());
  const partOf = components.map(({ part }) => part);
  const parts: (object | undefined)[] = components.map(() => undefined);
  const numbers = new Int32Array(width);
  const vector = new Int32Array(width);
  const vectors = makeVectorSet(width);
  return {
    size: vectors.size,
    add: (state) => {
      for (let i = 0; i < width; i++) {
        const isShared = partOf[i]?.(state) === parts[i];
        vector[i] = (isShared ? numbers[i] : numberings[i]?.(state)) ?? 0;
      }
      return vectors.add(vector);
    },
    from: (number, state) => {
      vectors.read(number, numbers);
      for (let i = 0; i < width; i++) parts[i] = partOf[i]?.(state);
    },
  };
};
