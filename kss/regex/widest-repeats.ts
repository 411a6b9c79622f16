import type { Term } from './term.ts';

/** What is repeated at most so often before the rest; absent for a term of another form. */
const findRepeat = (term: Term): { readonly key: string; readonly most: number } | undefined => {
  const first = term.kind === 'sequence' ? term.first : term;
  if (first.kind !== 'repeat' || first.least > 0) return undefined;
  const rest = term.kind === 'sequence' ? String(term.rest.id) : '';
  return { key: `${String(first.of.id)},${rest}`, most: first.most };
};

/** Of alternatives that differ in how often they repeat a thing at most, the one that fits most. */
export const widestRepeats = (parts: ReadonlySet<Term>): ReadonlySet<Term> => {
  const widest = new Map<string, number>();
  for (const part of parts) {
    const repeat = findRepeat(part);
    if (repeat === undefined) continue;
    widest.set(repeat.key, Math.max(repeat.most, widest.get(repeat.key) ?? 0));
  }
  return new Set(
    [...parts].filter((part) => {
      const repeat = findRepeat(part);
      return repeat === undefined || widest.get(repeat.key) === repeat.most;
    }),
  );
};
