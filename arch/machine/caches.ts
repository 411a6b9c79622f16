import type { Invalidation } from './state.ts';
import type { Cached, Remembered } from './translator.ts';

const isSameWord = (
  [at, word]: readonly [number, { readonly high: number; readonly low: number }],
  other: readonly [number, { readonly high: number; readonly low: number }] | undefined,
): boolean => at === other?.[0] && word.high === other[1].high && word.low === other[1].low;

const isSameMemory = (one: Remembered, other: Remembered): boolean => {
  if (one.kind === 'page' && other.kind === 'page') {
    const { read, write, execute, user } = one.rights;
    const { rights } = other;
    return (
      read === rights.read &&
      write === rights.write &&
      execute === rights.execute &&
      user === rights.user
    );
  }
  if ('words' in one && 'words' in other)
    return (
      one.kind === other.kind &&
      one.words.length === other.words.length &&
      one.words.every((word, index) => isSameWord(word, other.words[index]))
    );
  return (
    one.kind === 'entry' &&
    other.kind === 'entry' &&
    (['entryHi', 'entryLo0', 'entryLo1', 'pageMask'] as const).every(
      (name) =>
        one.entry[name].low === other.entry[name].low &&
        one.entry[name].high === other.entry[name].high,
    )
  );
};

const isSame = (one: Cached, other: Cached): boolean =>
  one.space === other.space &&
  one.address === other.address &&
  one.physical === other.physical &&
  isSameMemory(one.by, other.by);

/** What a core has kept, with one translation more, unless it has it: of one page there may be several. */
export const remembers = (cached: readonly Cached[], one: Cached): readonly Cached[] =>
  cached.some((held) => isSame(held, one)) ? cached : [...cached, one];

const isMeant = ({ space, address }: Cached, what: Invalidation): boolean =>
  space === what.space && (what.address === 'all' || what.address === address);

/** What a core still has after it was told to forget. */
export const cachedAfter = (
  cached: readonly Cached[],
  invalidations: readonly Invalidation[],
): readonly Cached[] => {
  const rest = cached.filter((one) => !invalidations.some((what) => isMeant(one, what)));
  return rest.length === cached.length ? cached : rest;
};

/** Do two invalidations ask for the same? */
export const isSameInvalidation = (one: Invalidation, other: Invalidation): boolean =>
  one.space === other.space && one.address === other.address;
