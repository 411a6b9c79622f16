import type { Span } from '../model/span.ts';
import type { PslType } from './psl-type.ts';
import type { Expression } from './syntax/tree/expression.ts';
import type { PolicyObject } from './syntax/tree/psl.ts';

/** What a security model tells the loader. `kss` provides it; users' own models enter the same way. */
export interface ModelSignature {
  /** As written in `policy object x : NAME`. */
  readonly name: string;
  /** The PSL package whose `use` brings it: `nk.flow`. */
  readonly package: string;
  /** The object that the package declares itself, where it does: `base`, `math`. */
  readonly implicitObject: string | undefined;
  readonly methods: ReadonlyMap<string, MethodSignature>;
  /** What is wrong with an object's type and config parameters; empty if nothing. */
  readonly check: (object: PolicyObject) => readonly ConfigurationFault[];
  /** What an audit profile may say of objects of this model; absent if they cannot be audited. */
  readonly audit: readonly AuditCondition[] | undefined;
}

/** A key that leaves calls out of the audit, or lets them in: `omit` of Flow, `emit` of Regex. */
export interface AuditCondition {
  readonly key: string;
  readonly presence: 'optional' | 'required';
  /** The texts that its list may hold. */
  readonly values: (object: PolicyObject) => readonly string[];
}

export interface MethodSignature {
  /** The argument of this method of this object; asked only of objects that `check` found whole. */
  readonly argument: (object: PolicyObject) => PslType;
  /** `rule` grants or denies; a type is what an expression yields. */
  readonly yields: 'rule' | ((object: PolicyObject) => PslType);
  /** What is wrong with an argument of the right type: a pattern that is none. */
  readonly checkArgument?: (
    object: PolicyObject,
    argument: Expression,
  ) => readonly ConfigurationFault[];
  /**
   * What is wrong with a case of a `choice` that this method stands before. Without it the cases are
   * constants of the type that it yields.
   */
  readonly checkCase?: (object: PolicyObject, when: Expression) => readonly ConfigurationFault[];
  /** It may stand nowhere but before the cases of a `choice`. */
  readonly stands?: 'beforeCases';
}

/** Something wrong with an object or an argument; a warning where it is accepted all the same. */
export interface ConfigurationFault {
  readonly at: Span;
  readonly message: string;
  readonly severity?: 'error' | 'warning';
  readonly hint?: string;
}

/** Security models by name. */
export type ModelCatalogue = ReadonlyMap<string, ModelSignature>;
