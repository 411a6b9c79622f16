/** How often each feature occurs, by name. */
export interface Counts {
  readonly add: (feature: string) => void;
  readonly of: (feature: string) => number;
  readonly all: () => ReadonlyMap<string, number>;
}

export const makeCounts = (): Counts => {
  const counts = new Map<string, number>();
  return {
    add: (feature) => void counts.set(feature, (counts.get(feature) ?? 0) + 1),
    of: (feature) => counts.get(feature) ?? 0,
    all: () => counts,
  };
};
