import type { EventKind } from '../../../model/security.ts';
import type { Span } from '../../../model/span.ts';
import type { Call, Expression } from './expression.ts';
import type { Name } from './name.ts';
import type { AssertionSet } from './pal.ts';
import type { Selectors } from './selectors.ts';

/** One PSL file as written, in textual order. */
export interface PslFile {
  readonly file: string;
  readonly declarations: readonly PslDeclaration[];
}

export type PslDeclaration =
  /** `execute: kl.core.Execute` */
  | { readonly kind: 'executeInterface'; readonly name: Name; readonly at: Span }
  /** `audit default = PROFILE LEVEL` */
  | {
      readonly kind: 'auditDefault';
      readonly profile: Name;
      readonly level: bigint;
      readonly at: Span;
    }
  /** `use a.b.c._`; the name is without the ending `._` */
  | { readonly kind: 'usePolicy'; readonly name: Name; readonly at: Span }
  /** `use EDL a.b.C` */
  | { readonly kind: 'useClass'; readonly name: Name; readonly at: Span }
  /** `task class NAME : LINK` */
  | { readonly kind: 'taskClass'; readonly name: Name; readonly link: Name; readonly at: Span }
  | PolicyObject
  | Binding
  | AuditProfile
  | AssertionSet;

/** `policy object NAME : MODEL { … }` */
export interface PolicyObject {
  readonly kind: 'policyObject';
  readonly name: Name;
  readonly model: Name;
  readonly parameters: readonly ObjectParameter[];
  readonly at: Span;
}

export type ObjectParameter =
  | { readonly kind: 'type'; readonly name: Name; readonly type: TypeExpression; readonly at: Span }
  | { readonly kind: 'config'; readonly value: Expression; readonly at: Span };

/** A PSL type: `UInt32`, `"a" | "b"`, `[UInt32, UInt32]`, `{ a : UInt8 }`, `Set<UInt8>`. */
export type TypeExpression =
  | {
      readonly kind: 'named';
      readonly name: Name;
      readonly of: readonly TypeExpression[];
      readonly at: Span;
    }
  | { readonly kind: 'literal'; readonly value: string | bigint; readonly at: Span }
  | { readonly kind: 'unit'; readonly at: Span }
  | { readonly kind: 'tuple'; readonly elements: readonly TypeExpression[]; readonly at: Span }
  | {
      readonly kind: 'dictionary';
      readonly fields: readonly { readonly name: Name; readonly type: TypeExpression }[];
      readonly at: Span;
    }
  | {
      readonly kind: 'variant';
      readonly alternatives: readonly TypeExpression[];
      readonly at: Span;
    };

/** `request src=A { … }` */
export interface Binding {
  readonly kind: 'binding';
  readonly event: EventKind;
  readonly where: Selectors;
  readonly body: Body;
  readonly at: Span;
}

/** What stands between braces, in textual order; `audit` is the profile named there. */
export interface Body {
  readonly audit: Name | undefined;
  readonly items: readonly BodyItem[];
}

export type BodyItem =
  | { readonly kind: 'rule'; readonly call: Call; readonly at: Span }
  | { readonly kind: 'match'; readonly where: Selectors; readonly body: Body; readonly at: Span }
  | Choice;

/** `choice (SCRUTINEE) { "a" : …  _ : … }` */
export interface Choice {
  readonly kind: 'choice';
  readonly scrutinee: Expression;
  readonly cases: readonly ChoiceCase[];
  readonly at: Span;
}

/** `when` is absent for `_`; a single call or choice after the colon is a body of one item. */
export interface ChoiceCase {
  readonly when: Expression | undefined;
  readonly body: Body;
  readonly at: Span;
}

/** `audit profile NAME = { LEVEL : { object : { kss : [ … ] } } }` */
export interface AuditProfile {
  readonly kind: 'auditProfile';
  readonly name: Name;
  readonly levels: readonly AuditLevel[];
  readonly at: Span;
}

export interface AuditLevel {
  readonly level: bigint;
  readonly objects: readonly AuditedObject[];
  readonly at: Span;
}

/** `conditions` are the model's own: `omit` of Flow, `emit` of Regex. */
export interface AuditedObject {
  readonly object: Name;
  readonly results: readonly { readonly text: string; readonly at: Span }[];
  readonly conditions: readonly { readonly key: Name; readonly values: readonly Expression[] }[];
}
