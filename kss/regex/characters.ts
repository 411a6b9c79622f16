/** Code points `first` … `last`, both included. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** A set of code points: its ranges ascending, none touching the next. */
export type Characters = readonly Range[];

const greatestPoint = 0x10ffff;

/** The set of all code points of some ranges, in any order. */
export const charactersOf = (ranges: readonly Range[]): Characters => {
  const joined: Range[] = [];
  for (const range of [...ranges].sort((left, right) => left.first - right.first)) {
    const before = joined.at(-1);
    if (before === undefined || range.first > before.last + 1) joined.push(range);
    else joined.splice(-1, 1, { ...before, last: Math.max(before.last, range.last) });
  }
  return joined;
};

export const noCharacter: Characters = [];
export const anyCharacter: Characters = [{ first: 0, last: greatestPoint }];

/** The set of one character. */
export const oneCharacter = (character: string): Characters => {
  const point = character.codePointAt(0) ?? 0;
  return [{ first: point, last: point }];
};

export const unite = (left: Characters, right: Characters): Characters =>
  charactersOf([...left, ...right]);

export const complement = (set: Characters): Characters => {
  const gaps: Range[] = [];
  let first = 0;
  for (const range of set) {
    if (range.first > first) gaps.push({ first, last: range.first - 1 });
    first = range.last + 1;
  }
  return first > greatestPoint ? gaps : [...gaps, { first, last: greatestPoint }];
};

export const intersect = (left: Characters, right: Characters): Characters =>
  complement(unite(complement(left), complement(right)));

export const has = (set: Characters, point: number): boolean =>
  set.some(({ first, last }) => first <= point && point <= last);
