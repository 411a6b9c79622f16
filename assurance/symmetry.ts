import { at } from '../model/defect.ts';
import type { Explorable } from '../model/explore.ts';
import type { ThreadId } from '../model/ids.ts';
import { makeKeyWriter } from '../model/writer.ts';
import { isByThread } from '../model/step.ts';
import type { Action, Report } from '../model/step.ts';
import { orbitsOf } from './orbit.ts';
import type { Orbit } from './orbit.ts';
import type { Permutation } from './permutations.ts';
import { edgeName, explorable } from '../simulator/world.ts';
import type { Simulation, World } from '../simulator/world.ts';

/** A space of orbits; `isSymmetric` until some permuted world does otherwise. */
export interface SymmetricSpace<State> {
  readonly space: Explorable<Orbit<State>, Action>;
  readonly isSymmetric: () => boolean;
}

const permuted = (action: Action, permutation: Permutation): Action =>
  isByThread(action) ? { ...action, by: at(permutation, action.by) } : action;

/** All of a step that anybody can tell, processes by their place in the permutation. */
const signatureOf = (action: Action, report: Report, permutation: Permutation): string => {
  const events = report.events.map(({ event, verdict }) => {
    const because = verdict.kind === 'denied' ? verdict.because : '';
    const parties = [event.source, event.destination].map((one) =>
      one?.kind === 'known' ? one.className : '',
    );
    const about = `${event.endpoint ?? ''}.${event.method ?? ''}`;
    return `${event.kind} ${parties.join(' ')} ${about} ${verdict.kind} ${because}`;
  });
  const ends = report.completions
    .map(({ of, outcome }) => `${String(at(permutation, of))} ${outcome.kind}`)
    .sort();
  const ended = report.ended.map((thread) => at(permutation, thread)).sort((a, b) => a - b);
  return [edgeName(action, report), ...events, ...ends, ...ended].join('\n');
};

const programKey = <State>({ programs }: World<State>, thread: ThreadId): string => {
  const writer = makeKeyWriter();
  at(programs, thread).encode(writer);
  return writer.take();
};

/** Do all worlds offer what the first does, each thread in the place of another? */
const offersAlike = <State>(
  { kernel }: Simulation<State>,
  { worlds }: Orbit<State>,
  permutations: readonly Permutation[],
): boolean => {
  const first = at(worlds, 0);
  const ready = kernel.ready(first.kernel);
  return worlds.every((world, index) => {
    const others = new Set(kernel.ready(world.kernel));
    return (
      others.size === ready.length &&
      kernel.isTimed(world.kernel) === kernel.isTimed(first.kernel) &&
      ready.every((thread) => {
        const other = at(at(permutations, index), thread);
        return others.has(other) && programKey(first, thread) === programKey(world, other);
      })
    );
  });
};

/**
 * The same space, one state for each orbit of permutations of threads.
 *
 * Nothing is taken for granted of the permutations: each world of each orbit makes each step, and has
 * to offer and to come to the same as the first; and orbits are one only if all their worlds are. So the worlds of
 * an orbit are bisimilar when a search has ended without asymmetry, and what holds of the first holds of all.
 * Where they differ, the search ends at once and says nothing: it is to be made again without.
 *
 * Shape: the first of `permutations` is the identity.
 */
export const symmetric = <State>(
  simulation: Simulation<State>,
  counted: Simulation<State>,
  permutations: readonly Permutation[],
): SymmetricSpace<State> => {
  const plain = explorable(simulation);
  const { orbitOf, components } = orbitsOf(plain, permutations.length);
  let isSymmetric = true;

  return {
    isSymmetric: () => isSymmetric,
    space: {
      initial: orbitOf(
        permutations.map(() => simulation.initial),
        undefined,
      ),
      components,
      offers: (orbit) => {
        isSymmetric &&= offersAlike(simulation, orbit, permutations);
        return isSymmetric ? simulation.offers(at(orbit.worlds, 0)) : [];
      },
      step: (orbit, action) => {
        const steps = orbit.worlds.map((world, index) => {
          const one = index === 0 ? counted : simulation;
          return one.step(world, permuted(action, at(permutations, index)));
        });
        const first = at(steps, 0);
        for (const [index, { report }] of steps.entries()) {
          // The first world's words, put in the place of the permuted one's.
          const expected = signatureOf(action, first.report, at(permutations, index));
          const found = signatureOf(action, report, at(permutations, 0));
          isSymmetric &&= found === expected;
        }
        const name = edgeName(action, first.report);
        const isSame = steps.every(({ next }, index) => next === orbit.worlds[index]);
        const next = isSame
          ? orbit
          : orbitOf(
              steps.map((one) => one.next),
              orbit,
            );
        return { next, name };
      },
      broken: ({ worlds }) => {
        const [first = [], ...others] = worlds.map(plain.broken);
        isSymmetric &&= others.every((one) => one.join() === first.join());
        return first;
      },
    },
  };
};
