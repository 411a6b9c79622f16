import type { Tape } from '../policies/draw.ts';
import type { BindingTapes, PolicyTapes } from '../policies/policy.ts';
import { shorten } from '../../model/shorten.ts';

/** Shortest run of choices that is made simplest at once. */
const finest = 4;

/** The tape with as many choices as will do put to the simplest, longer runs of them first. */
const blanked = (tape: Tape, fails: (simpler: Tape) => boolean): Tape => {
  let kept = tape;
  for (let size = tape.length; size >= finest; size >>= 1) {
    for (let from = 0; from < kept.length; from += size) {
      const to = Math.min(kept.length, from + size);
      if (kept.slice(from, to).every((choice) => choice === 0)) continue;
      const simpler = kept.map((choice, index) => (index >= from && index < to ? 0 : choice));
      if (fails(simpler)) kept = simpler;
    }
  }
  return kept;
};

const parts = ['audit', 'world', 'objects', 'frame'] as const;

/**
 * Simpler choices that still fail: without the bindings and items that are not needed, and with the
 * simplest of all that does not matter.
 *
 * Shape: `fails` is true of the choices themselves.
 */
export const simplify = (
  tapes: PolicyTapes,
  fails: (simpler: PolicyTapes) => boolean,
): PolicyTapes => {
  let kept = tapes;
  const without = (bindings: readonly BindingTapes[]): boolean => fails({ ...kept, bindings });
  const withBinding = (index: number, binding: BindingTapes): PolicyTapes => ({
    ...kept,
    bindings: kept.bindings.map((one, at) => (at === index ? binding : one)),
  });
  const drop = (): void => {
    kept = { ...kept, bindings: shorten(kept.bindings, without) };
  };
  drop();
  for (const part of parts) {
    const tape = blanked(kept[part], (simpler) => fails({ ...kept, [part]: simpler }));
    kept = { ...kept, [part]: tape };
  }
  for (const index of kept.bindings.keys()) {
    const binding = kept.bindings[index];
    if (binding === undefined) continue;
    const fewer = shorten(binding.items, (items) =>
      fails(withBinding(index, { ...binding, items })),
    );
    const { head } = binding;
    const items = [...fewer];
    for (const [at, item] of items.entries()) {
      items[at] = blanked(item, (simpler) =>
        fails(withBinding(index, { head, items: items.with(at, simpler) })),
      );
    }
    kept = withBinding(index, { head, items });
    const plain = blanked(head, (simpler) => fails(withBinding(index, { head: simpler, items })));
    kept = withBinding(index, { head: plain, items });
  }
  drop();
  return kept;
};
