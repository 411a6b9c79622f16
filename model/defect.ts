/** A fault of refmon itself. The only thing that is thrown; caught only in `cli`. */
export class Defect extends Error {
  override readonly name = 'Defect';
}

/**
 * The item at an index that exists by construction.
 *
 * Throws: `Defect`, if it does not.
 */
export const at = <Item>(items: readonly (Item | undefined)[], index: number): Item => {
  const item = items[index];
  if (item === undefined) throw new Defect(`no item ${String(index)} of ${String(items.length)}`);
  return item;
};

/** Ends a `switch` over a union of ours; the compiler proves that it is never reached. */
export const absurd = (value: never): never => {
  throw new Defect(`unexpected ${JSON.stringify(value)}`);
};
