import type { EventKind } from '../../../model/security.ts';
import type { Span } from '../../../model/span.ts';
import type { Expression } from './expression.ts';
import type { Name } from './name.ts';
import type { Selectors } from './selectors.ts';

/** `assert "title" { setup { … } sequence { … } finally { … } }` */
export interface AssertionSet {
  readonly kind: 'assertionSet';
  readonly title: string | undefined;
  readonly setup: readonly Expectation[];
  readonly sequences: readonly Sequence[];
  readonly finally: readonly Expectation[];
  readonly at: Span;
}

export interface Sequence {
  readonly title: string | undefined;
  readonly expectations: readonly Expectation[];
  readonly at: Span;
}

/**
 * `v <- grant "title" request src=A … { x : 1 }`, or `a ~> b : endpoint.Method { x : 1 }` for a request.
 *
 * Shape: the short form fills `where` with src, dst, endpoint and method.
 */
export interface Expectation {
  /** The variable that an `execute` binds. */
  readonly binds: Name | undefined;
  readonly expected: 'grant' | 'deny' | 'any';
  readonly title: string | undefined;
  readonly event: EventKind;
  readonly where: Selectors;
  /** The message: a dictionary. */
  readonly message: Expression | undefined;
  readonly at: Span;
}
