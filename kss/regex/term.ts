import type { Characters } from './characters.ts';

/**
 * A regular expression in a form of which there is one object each: equal terms are identical.
 *
 * Shape: `nullable` says whether it fits the empty text; `either` and `both` have at least two parts,
 *        in the order of their numbers; `most` may be infinite.
 */
export type Term = { readonly id: number; readonly nullable: boolean } & Shape;

/** What a term says, its number apart. */
export type Shape =
  | { readonly kind: 'empty' }
  | { readonly kind: 'characters'; readonly set: Characters }
  | { readonly kind: 'sequence'; readonly first: Term; readonly rest: Term }
  | { readonly kind: 'repeat'; readonly of: Term; readonly least: number; readonly most: number }
  | { readonly kind: 'either' | 'both'; readonly of: readonly Term[] }
  | { readonly kind: 'not'; readonly of: Term };

/** Equal for equal shapes alone. */
export const keyOf = (shape: Shape): string => {
  switch (shape.kind) {
    case 'empty':
      return '';
    case 'characters':
      return `c${shape.set.map(({ first, last }) => `${String(first)}-${String(last)}`).join()}`;
    case 'sequence':
      return `s${String(shape.first.id)},${String(shape.rest.id)}`;
    case 'repeat':
      return `r${String(shape.of.id)},${String(shape.least)},${String(shape.most)}`;
    case 'either':
    case 'both':
      return `${shape.kind}${shape.of.map(({ id }) => id).join()}`;
    case 'not':
      return `n${String(shape.of.id)}`;
  }
};

export const isNullable = (shape: Shape): boolean => {
  switch (shape.kind) {
    case 'empty':
      return true;
    case 'characters':
      return false;
    case 'sequence':
      return shape.first.nullable && shape.rest.nullable;
    case 'repeat':
      return shape.least === 0 || shape.of.nullable;
    case 'either':
      return shape.of.some(({ nullable }) => nullable);
    case 'both':
      return shape.of.every(({ nullable }) => nullable);
    case 'not':
      return !shape.of.nullable;
  }
};

/** Any number of times, none included. */
export const isStar = (term: Term): boolean =>
  term.kind === 'repeat' && term.least === 0 && term.most === Infinity;
