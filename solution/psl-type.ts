/**
 * The type of a PSL expression, as far as static checks need it.
 *
 * Shape: `unknown` is a parameter of a stub whose declaration is not public (C-06): any use passes;
 *        `unreadable` is a bytes parameter: every use is an error; `localHandle` is a handle as programs
 *        hold it, which policies never see.
 */
export type PslType =
  | IntegerType
  | {
      readonly kind:
        'text' | 'boolean' | 'unit' | 'sid' | 'handle' | 'localHandle' | 'unreadable' | 'unknown';
    }
  | { readonly kind: 'literals'; readonly values: readonly (string | bigint)[] }
  | { readonly kind: 'dictionary'; readonly fields: ReadonlyMap<string, PslType> }
  | { readonly kind: 'list'; readonly element: PslType }
  | { readonly kind: 'tuple'; readonly elements: readonly PslType[] }
  | { readonly kind: 'either'; readonly of: readonly PslType[] };

/** An integer; without a width any `Number`, as results of arithmetic are. */
export interface IntegerType {
  readonly kind: 'integer';
  readonly width?: Width;
  /** Only integers that are known to fit are accepted: for casts, which widen alone. */
  readonly takes?: 'fitting';
}

/** Units: bits. */
export interface Width {
  readonly bits: number;
  readonly signed: boolean;
}
