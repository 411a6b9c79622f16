import type { Characters } from './characters.ts';

/**
 * A regular expression as parsed: which texts it fits, by definition.
 *
 * Shape: `characters` fits a text of one code point of the set; a `sequence` of no parts fits the
 *        empty text; `not` fits what its part does not; `most` is absent where there is no limit.
 */
export type Pattern =
  | { readonly kind: 'characters'; readonly set: Characters }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'either'; readonly of: readonly Pattern[] }
  | { readonly kind: 'both'; readonly of: readonly Pattern[] }
  | { readonly kind: 'not'; readonly of: Pattern }
  | {
      readonly kind: 'repeat';
      readonly of: Pattern;
      readonly least: number;
      readonly most: number | undefined;
    };

/**
 * What is wrong with the text of a pattern, and where.
 *
 * Units: `offset` in UTF-16 units of the text.
 */
export interface PatternFault {
  readonly offset: number;
  readonly why: string;
}
