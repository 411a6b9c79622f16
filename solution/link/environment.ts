import type { Span } from '../../model/span.ts';
import type { PslType } from '../psl-type.ts';
import type { Call } from '../syntax/tree/expression.ts';
import type { Report } from './report.ts';
import type { ScopedObject } from './scope.ts';

/** The message of one method that an event can be of. */
export interface MessageShape {
  /** `the request of endpoint.Method of X`, for messages. */
  readonly name: string;
  readonly parameters: ReadonlyMap<string, PslType>;
  /** Parameters that other messages of the method have, and which message that is. */
  readonly elsewhere?: ReadonlyMap<string, string>;
  /** There may be other parameters, of unknown types (C-06). */
  readonly open: boolean;
}

/** What an expression may use where it stands. */
export interface Environment {
  /** Each message that can occur; `unknown` where none is known to. */
  readonly message: () => readonly MessageShape[] | 'unknown';
  readonly variables: ReadonlyMap<string, PslType>;
  readonly objects: ReadonlyMap<string, ScopedObject>;
  /** Objects whose model is unknown: that has been told, and nothing more is. */
  readonly broken: ReadonlySet<string>;
  readonly report: Report;
  /** What a call yields; its argument is checked. */
  readonly yieldOf: (call: Call, environment: Environment) => PslType;
  /** Operators are declared by the package nk.basic. */
  readonly needBasic: (operator: string, at: Span) => void;
}
