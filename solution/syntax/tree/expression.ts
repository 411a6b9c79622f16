import type { Span } from '../../../model/span.ts';
import type { Name } from './name.ts';

/** A PSL expression as written. Every node carries its place. */
export type Expression =
  | { readonly kind: 'integer'; readonly value: bigint; readonly at: Span }
  | { readonly kind: 'text'; readonly value: string; readonly at: Span }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly at: Span }
  | { readonly kind: 'unit'; readonly at: Span }
  /** `message`, `src_sid`, `dst_sid`; in a test also a variable bound by `<-`. */
  | { readonly kind: 'variable'; readonly name: string; readonly at: Span }
  | { readonly kind: 'list'; readonly elements: readonly Expression[]; readonly at: Span }
  | { readonly kind: 'dictionary'; readonly entries: readonly Entry[]; readonly at: Span }
  /** `of.field` */
  | { readonly kind: 'field'; readonly of: Expression; readonly field: Name; readonly at: Span }
  /** `of.[index]` */
  | {
      readonly kind: 'element';
      readonly of: Expression;
      readonly index: Expression;
      readonly at: Span;
    }
  | {
      readonly kind: 'unary';
      readonly operator: UnaryOperator;
      readonly operand: Expression;
      readonly at: Span;
    }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: Span;
    }
  /** A method call that yields a value: `barrier.query {sid : dst_sid}`, `size (message.text)`. */
  | { readonly kind: 'call'; readonly call: Call; readonly at: Span };

export type UnaryOperator = '!' | '~' | '-';

/** In the order of binding, loosest first (C-25). */
export type BinaryOperator =
  '==>' | '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '|' | '&' | '+' | '-' | '*';

/** One entry of a dictionary; the key is an identifier, a text or an integer, here as its text. */
export interface Entry {
  readonly key: Name;
  readonly value: Expression;
}

/** `object.method argument`; without an object the method is Base's or a function as `size`. */
export interface Call {
  readonly object: Name | undefined;
  readonly method: Name;
  readonly argument: Expression;
  readonly at: Span;
}
