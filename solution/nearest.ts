/** Longest names that are compared. */
const longest = 200;

/** How many units two texts share from the left. */
const sharedStart = (left: string, right: string): number => {
  const most = Math.min(left.length, right.length);
  let shared = 0;
  while (shared < most && left[shared] === right[shared]) shared += 1;
  return shared;
};

/** Edits (insert, delete, replace, swap of neighbours) from one text to another, up to `limit`. */
const distance = (from: string, to: string, limit: number): number => {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  const shared = sharedStart(from, to);
  const [left, right] = [from.slice(shared), to.slice(shared)];
  let before: readonly number[] = [];
  let row: number[] = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1];
      const swapped =
        i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      const edits = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      );
      next[j] = edits;
      least = Math.min(least, edits);
    }
    // A swap reaches back two rows, and saves one edit at most.
    if (least > limit + 1) return limit + 1;
    before = row;
    row = next;
  }
  return row[right.length] ?? limit + 1;
};

/** Most names that are looked at for one hint. */
const mostCandidates = 5000;

/** The name most like the one given, if one is like it at all: for hints. */
export const findNearest = (name: string, names: Iterable<string>): string | undefined => {
  if (name.length > longest) return undefined;
  const lower = name.toLowerCase();
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  let looked = 0;
  for (const candidate of names) {
    looked += 1;
    if (looked > mostCandidates) break;
    const tail = candidate.slice(candidate.lastIndexOf('.') + 1);
    const edits = Math.min(
      distance(lower, candidate.toLowerCase(), least),
      candidate === name || tail !== name ? Infinity : 1,
    );
    if (edits >= least) continue;
    least = edits;
    nearest = candidate;
  }
  return nearest;
};

/** `did you mean "X"?`, as the part of a diagnostic that holds the hint. */
export const hintNearest = (name: string, names: Iterable<string>): { readonly hint?: string } => {
  const nearest = findNearest(name, names);
  return nearest === undefined ? {} : { hint: `did you mean "${nearest}"?` };
};

/** A name that is unknown, and those that might have been meant: the hint is made where it is told. */
export interface Near {
  readonly near: { readonly name: string; readonly names: Iterable<string> };
}

export const near = (name: string, names: Iterable<string>): Near => ({ near: { name, names } });

/** Names that are gathered where a hint is told, and not before. */
export const lazily = (names: () => Iterable<string>): Iterable<string> => ({
  [Symbol.iterator]: () => names()[Symbol.iterator](),
});
