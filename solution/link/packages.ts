import type { DataType, Parameter } from '../data-type.ts';
import { integerFault } from '../message/text.ts';
import { hintNearest } from '../nearest.ts';
import { reportTwice } from '../yaml/init.ts';
import type { FieldTree, IdlDeclaration, IdlFile, TypeTree } from '../syntax/tree/idl.ts';
import type { Name } from '../syntax/tree/name.ts';
import { compute } from './constants.ts';
import type { Library } from './library.ts';
import type { Report } from './report.ts';

/** What a package declares or imports: constants, and types by name. */
interface Scope {
  readonly constants: Map<string, bigint>;
  readonly types: Map<string, DataType>;
}

/** Resolves the types of interfaces, package by package. */
export interface Packages {
  /** Checks all that a package declares, whether it is used or not. */
  readonly check: (file: IdlFile) => void;
  readonly typeOf: (file: IdlFile, type: TypeTree) => DataType;
}

/** Largest size of a string, bytes, array or sequence: the largest message (languages: 16 MB). */
const largest = 16n * 1024n * 1024n;

const integer = (bits: 8 | 16 | 32 | 64, signed: boolean): DataType => ({
  kind: 'integer',
  bits,
  signed,
});

const handle: DataType = { kind: 'handle', interface: undefined };

/** UIntSize and UIntPtr are 64 bits wide (C-10). */
const primitives: ReadonlyMap<string, DataType> = new Map([
  ['UInt8', integer(8, false)],
  ['UInt16', integer(16, false)],
  ['UInt32', integer(32, false)],
  ['UInt64', integer(64, false)],
  ['SInt8', integer(8, true)],
  ['SInt16', integer(16, true)],
  ['SInt32', integer(32, true)],
  ['SInt64', integer(64, true)],
  ['UIntSize', integer(64, false)],
  ['UIntPtr', integer(64, false)],
  ['Handle', handle],
]);

/** What stands for a type that has a fault, so that one fault is told once. */
const unresolved: DataType = integer(8, false);

/** Most elements of arrays within arrays, counted to the innermost. */
const mostElements = 65_536;

/** How many scalars a value of the type has at least. */
const weightOf = (type: DataType): number => {
  switch (type.kind) {
    case 'array':
      return type.length * weightOf(type.element);
    case 'struct':
      return type.fields.reduce((sum, field) => sum + weightOf(field.type), 0);
    case 'union':
      return Math.max(...type.members.map((member) => weightOf(member.type)));
    default:
      return 1;
  }
};

const namesOf = (declarations: readonly IdlDeclaration[]): readonly Name[] =>
  declarations.map(({ name }) => name);

class Linker {
  readonly #library: Library;
  readonly #report: Report;
  readonly #scopes = new Map<string, Scope | 'open'>();

  constructor(library: Library, report: Report) {
    this.#library = library;
    this.#report = report;
  }

  /** The scope of a package; made at its first use. */
  scopeOf(file: IdlFile): Scope {
    const known = this.#scopes.get(file.file);
    if (known !== undefined && known !== 'open') return known;
    const scope: Scope = { constants: new Map(), types: new Map() };
    this.#scopes.set(file.file, 'open');
    for (const name of file.imports) this.#import(scope, name);
    reportTwice(namesOf(file.declarations), (name) => {
      this.#report.error('IDL-002', name.at, `"${name.text}" is declared twice`);
    });
    for (const declaration of file.declarations) this.#declare(scope, declaration);
    this.#scopes.set(file.file, scope);
    return scope;
  }

  #import(scope: Scope, name: Name): void {
    const file = this.#library.findInterface(name.text);
    if (file === undefined) {
      const hint = hintNearest(name.text, this.#library.names('idl'));
      this.#report.error('IDL-005', name.at, `there is no package "${name.text}"`, hint);
      return;
    }
    if (this.#scopes.get(file.file) === 'open') {
      this.#report.error('IDL-006', name.at, `"${name.text}" imports this package in turn`);
      return;
    }
    const imported = this.scopeOf(file);
    for (const [constant, value] of imported.constants) scope.constants.set(constant, value);
    for (const [type, meaning] of imported.types) scope.types.set(type, meaning);
  }

  #declare(scope: Scope, declaration: IdlDeclaration): void {
    const { name } = declaration;
    switch (declaration.kind) {
      case 'const':
        scope.constants.set(name.text, this.#constant(scope, declaration));
        return;
      case 'typedef':
        scope.types.set(name.text, this.resolve(scope, declaration.type));
        return;
      case 'struct':
        scope.types.set(name.text, {
          kind: 'struct',
          name: name.text,
          fields: this.#fields(scope, declaration.fields),
        });
        return;
      case 'union':
        scope.types.set(name.text, this.#union(scope, name, declaration.fields));
        return;
    }
  }

  #constant(
    scope: Scope,
    { type, value }: Extract<IdlDeclaration, { readonly kind: 'const' }>,
  ): bigint {
    const computed = compute(value, (name) => scope.constants.get(name));
    const meaning = primitives.get(type.text) ?? scope.types.get(type.text);
    if (meaning?.kind !== 'integer') {
      this.#report.error('IDL-001', type.at, `"${type.text}" is no integer type`);
    }
    if (computed.kind === 'fault') {
      this.#report.error('IDL-003', computed.at, computed.why);
      return 0n;
    }
    const fault = meaning?.kind === 'integer' ? integerFault(computed.value, meaning) : undefined;
    if (fault !== undefined) this.#report.error('IDL-003', value.at, fault);
    return computed.value;
  }

  #fields(scope: Scope, fields: readonly FieldTree[]): readonly Parameter[] {
    reportTwice(
      fields.map(({ name }) => name),
      (name) => {
        this.#report.error('IDL-002', name.at, `"${name.text}" is declared twice`);
      },
    );
    return fields.map(({ name, type }) => ({ name: name.text, type: this.resolve(scope, type) }));
  }

  #union(scope: Scope, name: Name, fields: readonly FieldTree[]): DataType {
    const [first, ...rest] = this.#fields(scope, fields);
    if (first !== undefined) return { kind: 'union', name: name.text, members: [first, ...rest] };
    this.#report.error('IDL-002', name.at, `the union "${name.text}" has no member`);
    return unresolved;
  }

  #size(scope: Scope, type: Extract<TypeTree, { readonly size: unknown }>): number {
    const computed = compute(type.size, (name) => scope.constants.get(name));
    if (computed.kind === 'fault') {
      this.#report.error('IDL-003', computed.at, computed.why);
      return 0;
    }
    if (computed.value >= 0n && computed.value <= largest) return Number(computed.value);
    const message = `the size ${String(computed.value)} is not in 0 … ${String(largest)}`;
    this.#report.error('IDL-004', type.size.at, message);
    return 0;
  }

  /** An array stands whole in a message: its elements, counted to the innermost, are limited. */
  #array(scope: Scope, type: Extract<TypeTree, { readonly size: unknown }>): DataType {
    if (type.kind !== 'array') return unresolved;
    const element = this.resolve(scope, type.element);
    const length = this.#size(scope, type);
    if (length * weightOf(element) <= mostElements) return { kind: 'array', element, length };
    const message = `this array has more than ${String(mostElements)} elements in all`;
    this.#report.error('IDL-004', type.at, message);
    return { kind: 'array', element, length: 0 };
  }

  #named(scope: Scope, { text, at }: Name): DataType {
    const found = primitives.get(text) ?? scope.types.get(text);
    if (found !== undefined) return found;
    const hint = hintNearest(text, [...primitives.keys(), ...scope.types.keys()]);
    this.#report.error('IDL-001', at, `unknown type "${text}"`, hint);
    return unresolved;
  }

  resolve(scope: Scope, type: TypeTree): DataType {
    switch (type.kind) {
      case 'named':
        return this.#named(scope, type.name);
      case 'string':
      case 'bytes':
        return { kind: type.kind, limit: this.#size(scope, type) };
      case 'array':
        return this.#array(scope, type);
      case 'sequence':
        return {
          kind: 'sequence',
          element: this.resolve(scope, type.element),
          limit: this.#size(scope, type),
        };
      case 'handleOf':
        return { kind: 'handle', interface: type.interface.text };
    }
  }
}

/** A type may name only what stands above it, so that no type contains itself. */
export const makePackages = (library: Library, report: Report): Packages => {
  const linker = new Linker(library, report);
  return {
    check: (file) => {
      linker.scopeOf(file);
    },
    typeOf: (file, type) => linker.resolve(linker.scopeOf(file), type),
  };
};
