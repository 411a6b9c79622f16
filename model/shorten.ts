/**
 * The shortest sequence that is found by leaving out parts of one that fails, larger parts first
 * (Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002).
 *
 * Shape: `fails` is true of the sequence itself.
 */
export const shorten = <Item>(
  sequence: readonly Item[],
  fails: (shorter: readonly Item[]) => boolean,
): readonly Item[] => {
  let kept = sequence;
  let size = Math.max(1, kept.length >> 1);
  for (;;) {
    let from = 0;
    let hasShrunk = false;
    while (from < kept.length) {
      const shorter = [...kept.slice(0, from), ...kept.slice(from + size)];
      if (fails(shorter)) {
        kept = shorter;
        hasShrunk = true;
      } else from += size;
    }
    if (size === 1 && !hasShrunk) return kept;
    if (!hasShrunk) size = Math.max(1, size >> 1);
  }
};
