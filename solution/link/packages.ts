import type { DataType, Parameter } from '../data-type.ts';
import { integerFault } from '../message/text.ts';
import { lazily, near } from '../nearest.ts';
import { declaredHere, reportTwice } from '../twice.ts';
import type {
  ConstantExpression,
  FieldTree,
  IdlDeclaration,
  TypeTree,
} from '../syntax/tree/idl.ts';
import type { Name } from '../syntax/tree/name.ts';
import { compute } from './constants.ts';
import type { Constant } from './constants.ts';
import { findExcess } from './measure.ts';
import type { PackageScope } from './package-scope.ts';
import { primitives } from './primitives.ts';
import type { Report } from './report.ts';

/** Resolves the types of interfaces, package by package. */
export interface Packages {
  /** Checks all that a package declares, whether it is used or not. */
  readonly check: (scope: PackageScope) => void;
  readonly typeOf: (scope: PackageScope, type: TypeTree) => DataType;
}

/** Largest size of a string, bytes, array or sequence: the largest message (languages: 16 MB). */
const largest = 16n * 1024n * 1024n;

/** What stands for a type that has a fault, so that one fault is told once. */
const unresolved: DataType = { kind: 'integer', bits: 8, signed: false };

/**
 * How deep declarations may wait for one another: names may stand before what declares them. Each
 * declaration counts as much as the stack that it takes, and each level of a type or constant as one.
 */
const mostWaiting = 1000;
const levelsOfDeclaration = 5;

type Declaration<Kind extends IdlDeclaration['kind']> = Extract<
  IdlDeclaration,
  { readonly kind: Kind }
>;

class Resolver {
  readonly #report: Report;
  readonly #interfaceOf: (name: Name) => void;
  readonly #types = new Map<IdlDeclaration, DataType | 'open'>();
  readonly #constants = new Map<IdlDeclaration, Constant | 'open'>();
  #waiting = 0;

  constructor(report: Report, interfaceOf: (name: Name) => void) {
    this.#report = report;
    this.#interfaceOf = interfaceOf;
  }

  check({ file, names }: PackageScope): void {
    for (const { name } of file.declarations) {
      const declared = names.get(name.text);
      if (declared === undefined) continue;
      if (declared.declaration.kind === 'const')
        this.#constant(declared.package, declared.declaration);
      else this.#declared(declared.package, declared.declaration, name);
    }
  }

  /** What is declared once is resolved once; a circle is told where it closes. */
  #once<Result>(
    known: Map<IdlDeclaration, Result | 'open'>,
    declaration: IdlDeclaration,
    at: Name,
    otherwise: Result,
    resolve: () => Result,
  ): Result {
    const found = known.get(declaration);
    if (found !== undefined && found !== 'open') return found;
    if (found === 'open' || this.#waiting >= mostWaiting) {
      const why = found === 'open' ? 'contains itself' : 'is declared by too long a chain';
      this.#report.error('IDL-006', at.at, `"${declaration.name.text}" ${why}`);
      return otherwise;
    }
    known.set(declaration, 'open');
    const result = this.#deeper(levelsOfDeclaration, resolve);
    known.set(declaration, result);
    return result;
  }

  #deeper<Result>(levels: number, work: () => Result): Result {
    this.#waiting += levels;
    const result = work();
    this.#waiting -= levels;
    return result;
  }

  #declared(scope: PackageScope, declaration: IdlDeclaration, at: Name): DataType {
    return this.#once(this.#types, declaration, at, unresolved, () => {
      const type = this.#meaning(scope, declaration);
      const excess = findExcess(type);
      if (excess === undefined) return type;
      this.#report.error('IDL-004', declaration.name.at, `"${declaration.name.text}" ${excess}`);
      return unresolved;
    });
  }

  #meaning(scope: PackageScope, declaration: IdlDeclaration): DataType {
    const { name } = declaration;
    switch (declaration.kind) {
      case 'const':
        return unresolved;
      case 'typedef':
        return this.resolve(scope, declaration.type);
      case 'struct':
        return { kind: 'struct', name: name.text, fields: this.#fields(scope, declaration.fields) };
      case 'union':
        return this.#union(scope, name, declaration.fields);
    }
  }

  #constant(scope: PackageScope, declaration: Declaration<'const'>): Constant {
    return this.#once<Constant>(this.#constants, declaration, declaration.name, 0n, () => {
      const { type, value } = declaration;
      const meaning = this.#named(scope, type);
      const isInteger = meaning.kind === 'integer';
      if (!isInteger && meaning.kind !== 'unmodelled') {
        this.#report.error('IDL-001', type.at, `"${type.text}" is no integer type`);
      }
      const computed = this.#compute(scope, value);
      const fault =
        isInteger && typeof computed === 'bigint' ? integerFault(computed, meaning) : undefined;
      if (fault !== undefined) this.#report.error('IDL-003', value.at, fault);
      return computed;
    });
  }

  #compute(scope: PackageScope, expression: ConstantExpression): Constant {
    const computed = compute(expression, (name, depth) => {
      const declared = scope.names.get(name);
      if (declared === undefined) return scope.open ? 'unknown' : undefined;
      if (declared.declaration.kind !== 'const') return undefined;
      const { declaration, package: other } = declared;
      return this.#deeper(depth, () => this.#constant(other, declaration));
    });
    if (computed.kind === 'value') return computed.value;
    if (computed.kind === 'unknown') return 'unknown';
    const hint = near(computed.name ?? '', scope.names.keys());
    this.#report.error(
      'IDL-003',
      computed.at,
      computed.why,
      computed.name === undefined ? {} : hint,
    );
    return 0n;
  }

  #fields(scope: PackageScope, fields: readonly FieldTree[]): readonly Parameter[] {
    reportTwice(
      fields.map(({ name }) => name),
      (name, first) => {
        this.#report.error('IDL-002', name.at, `"${name.text}" is declared twice`, first);
      },
    );
    return fields.map(({ name, type }) => ({ name: name.text, type: this.resolve(scope, type) }));
  }

  #union(scope: PackageScope, name: Name, fields: readonly FieldTree[]): DataType {
    const [first, ...rest] = this.#fields(scope, fields);
    if (first !== undefined) return { kind: 'union', name: name.text, members: [first, ...rest] };
    this.#report.error('IDL-011', name.at, `the union "${name.text}" has no member`);
    return unresolved;
  }

  /** A size that depends on a package that is not there may be any. */
  #size(scope: PackageScope, size: ConstantExpression): number {
    const computed = this.#compute(scope, size);
    if (computed === 'unknown') return Number(largest);
    if (computed >= 0n && computed <= largest) return Number(computed);
    const message = `the size ${String(computed)} is not in 0 … ${String(largest)}`;
    this.#report.error('IDL-004', size.at, message);
    return 0;
  }

  /** An array stands whole in a message; one whose length is not known is not modelled. */
  #array(scope: PackageScope, type: Extract<TypeTree, { readonly size: unknown }>): DataType {
    if (type.kind !== 'array') return unresolved;
    const element = this.#deeper(1, () => this.resolve(scope, type.element));
    const length = this.#compute(scope, type.size);
    if (length === 'unknown') return { kind: 'unmodelled', name: 'array' };
    const array: DataType = { kind: 'array', element, length: this.#size(scope, type.size) };
    const excess = findExcess(array);
    if (excess === undefined) return array;
    this.#report.error('IDL-004', type.at, `this array ${excess}`);
    return { kind: 'array', element, length: 0 };
  }

  #named(scope: PackageScope, name: Name): DataType {
    const { text, at } = name;
    const primitive = primitives.get(text);
    if (primitive !== undefined) return primitive;
    const declared = scope.names.get(text);
    if (declared?.declaration.kind === 'const') {
      const related = [declaredHere(declared.declaration.name.at)];
      this.#report.error('IDL-001', at, `"${text}" is a constant and no type`, { related });
      return unresolved;
    }
    if (declared !== undefined) return this.#declared(declared.package, declared.declaration, name);
    if (scope.open) return { kind: 'unmodelled', name: text };
    const hint = near(
      text,
      lazily(() => [...primitives.keys(), ...scope.names.keys()]),
    );
    this.#report.error('IDL-001', at, `unknown type "${text}"`, hint);
    return unresolved;
  }

  resolve(scope: PackageScope, type: TypeTree): DataType {
    switch (type.kind) {
      case 'named':
        return this.#named(scope, type.name);
      case 'string':
      case 'bytes':
        return { kind: type.kind, limit: this.#size(scope, type.size) };
      case 'array':
        return this.#array(scope, type);
      case 'sequence':
        return {
          kind: 'sequence',
          element: this.#deeper(1, () => this.resolve(scope, type.element)),
          limit: this.#size(scope, type.size),
        };
      case 'handleOf':
        this.#interfaceOf(type.interface);
        return { kind: 'handle', interface: type.interface.text };
    }
  }
}

/** Names may stand before what declares them; no type contains itself. */
export const makePackages = (report: Report, interfaceOf: (name: Name) => void): Packages => {
  const resolver = new Resolver(report, interfaceOf);
  return {
    check: (scope) => {
      resolver.check(scope);
    },
    typeOf: (scope, type) => resolver.resolve(scope, type),
  };
};
