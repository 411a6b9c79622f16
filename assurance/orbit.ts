import type { Component } from '../model/component.ts';
import { at } from '../model/defect.ts';
import type { Explorable } from '../model/explore.ts';
import type { Action } from '../model/step.ts';
import type { World } from '../simulator/world.ts';

/**
 * A state, and what it would be if interchangeable processes had acted in one another's place.
 *
 * Shape: the world that each permutation of the actions so far leads to, that of the identity first, and the
 *        numbers of its components; `canonical` has all of these in order, so that two are one state only if each
 *        world of the one is a world of the other.
 */
export interface Orbit<State> {
  readonly worlds: readonly World<State>[];
  readonly vectors: readonly Int32Array[];
  readonly canonical: Int32Array;
}

const compare = (left: Int32Array, right: Int32Array): number => {
  for (const [index, one] of left.entries()) {
    const other = right[index] ?? 0;
    if (one !== other) return one - other;
  }
  return 0;
};

/** All vectors in their order, one behind the other. */
const sorted = (vectors: readonly Int32Array[]): Int32Array =>
  Int32Array.from([...vectors].sort(compare).flatMap((one) => [...one]));

/** Makes orbits, and tells them apart. */
export interface Orbits<State> {
  /** The orbit of some worlds, one for each permutation; `parent` is the one that they were a step before. */
  readonly orbitOf: (
    worlds: readonly World<State>[],
    parent: Orbit<State> | undefined,
  ) => Orbit<State>;
  readonly components: readonly Component<Orbit<State>>[];
}

export const orbitsOf = <State>(
  plain: Explorable<World<State>, Action>,
  permutations: number,
): Orbits<State> => {
  const width = plain.components.length;
  const numbered = plain.components.map(({ part, intern }) => ({ part, number: intern() }));
  /** The numbers of a world; those of what it shares with the one a step before are known. */
  const vectorOf = (
    world: World<State>,
    parent: World<State> | undefined,
    known: Int32Array | undefined,
  ): Int32Array => {
    if (parent === undefined || known === undefined)
      return Int32Array.from(numbered, ({ number }) => number(world));
    if (world === parent) return known;
    return Int32Array.from(
      numbered,
      ({ part, number }, index) =>
        (part(world) === part(parent) ? known[index] : undefined) ?? number(world),
    );
  };
  const orbitOf = (
    worlds: readonly World<State>[],
    parent: Orbit<State> | undefined,
  ): Orbit<State> => {
    const vectors = worlds.map((world, index) =>
      vectorOf(world, parent?.worlds[index], parent?.vectors[index]),
    );
    return { worlds, vectors, canonical: sorted(vectors) };
  };

  const componentAt = (index: number): Component<Orbit<State>> => ({
    name: at(plain.components, index % width).name,
    owner: undefined,
    part: ({ canonical }) => canonical,
    isSame: (left, right) => left.canonical[index] === right.canonical[index],
    write: ({ canonical }, writer) => {
      writer.word(canonical[index] ?? 0);
    },
    intern: () => (orbit) => orbit.canonical[index] ?? 0,
  });

  return {
    orbitOf,
    components: Array.from({ length: width * permutations }, (_, index) => componentAt(index)),
  };
};
