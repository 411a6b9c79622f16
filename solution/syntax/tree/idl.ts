import type { Span } from '../../../model/span.ts';
import type { Name } from './name.ts';

/** One IDL file as written. */
export interface IdlFile {
  readonly file: string;
  readonly package: Name;
  readonly imports: readonly Name[];
  readonly declarations: readonly IdlDeclaration[];
  readonly interface: InterfaceTree | undefined;
}

export type IdlDeclaration =
  | {
      readonly kind: 'const';
      readonly name: Name;
      readonly type: Name;
      readonly value: ConstantExpression;
      readonly at: Span;
    }
  | { readonly kind: 'typedef'; readonly name: Name; readonly type: TypeTree; readonly at: Span }
  | {
      readonly kind: 'struct' | 'union';
      readonly name: Name;
      readonly fields: readonly FieldTree[];
      readonly at: Span;
    };

export interface FieldTree {
  readonly name: Name;
  readonly type: TypeTree;
}

export type TypeTree =
  /** A primitive or a declared name. */
  | { readonly kind: 'named'; readonly name: Name; readonly at: Span }
  | { readonly kind: 'string' | 'bytes'; readonly size: ConstantExpression; readonly at: Span }
  | {
      readonly kind: 'array' | 'sequence';
      readonly element: TypeTree;
      readonly size: ConstantExpression;
      readonly at: Span;
    }
  /** `handle<a.b.Interface>` */
  | { readonly kind: 'handleOf'; readonly interface: Name; readonly at: Span };

export interface InterfaceTree {
  readonly methods: readonly MethodTree[];
  readonly at: Span;
}

export interface MethodTree {
  readonly name: Name;
  readonly parameters: readonly ParameterTree[];
  readonly at: Span;
}

export interface ParameterTree {
  readonly direction: 'in' | 'out' | 'error';
  readonly name: Name;
  readonly type: TypeTree;
}

/** An integer constant expression, with C's operators and `**`; `depth` is that of its tree. */
export type ConstantExpression =
  | { readonly kind: 'integer'; readonly value: bigint; readonly at: Span }
  | { readonly kind: 'constant'; readonly name: string; readonly at: Span }
  | {
      readonly kind: 'unary';
      readonly operator: '-' | '+' | '~';
      readonly operand: ConstantExpression;
      readonly depth: number;
      readonly at: Span;
    }
  | {
      readonly kind: 'binary';
      readonly operator: '|' | '^' | '&' | '<<' | '>>' | '+' | '-' | '*' | '/' | '%' | '**';
      readonly left: ConstantExpression;
      readonly right: ConstantExpression;
      readonly depth: number;
      readonly at: Span;
    };
